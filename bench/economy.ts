export async function measureEconomy(): Promise<void> {}
