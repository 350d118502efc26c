/** What a shop knows of an order. */
export interface Order {
  status: 'packing' | 'on its way' | 'delivered';
  arrives: string;
}

const ORDERS: Readonly<Record<string, Order>> = {
  '1041': { status: 'delivered', arrives: 'on Monday' },
  '1042': { status: 'on its way', arrives: 'on Thursday' },
};

export async function findOrder(id: string): Promise<Order | undefined> {
  return ORDERS[id];
}
