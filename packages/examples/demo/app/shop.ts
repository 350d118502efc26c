/** What has nothing to do with LLMs fails too. */

interface Customer {
  address?: { name: string };
}

export async function greet() {
  const customer: Customer = JSON.parse('{}');
  return `Dear ${(customer.address as { name: string }).name}`;
}

export async function findCustomer() {
  const response = await fetch(`${process.env.CRM_URL}/customers/4711`);
  return response.json();
}
