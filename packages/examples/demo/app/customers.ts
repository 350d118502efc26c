interface Order {
  item: string;
  price: { amount: number; currency: string };
}

/** The old shop wrote orders without a price. */
const STORED = '{"item":"kettle"}';

export function printReceipt(): string {
  const order = JSON.parse(STORED) as Order;
  return `${order.item}: ${order.price.amount} ${order.price.currency}`;
}

export async function loadCustomer(): Promise<unknown> {
  const response = await fetch(`${process.env.CRM_URL}/customers/42`);
  return response.json();
}
