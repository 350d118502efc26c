/** Fields that SDKs and bodies fill with anything, as what they should be. */

export function asStatus(value: unknown): number | undefined {
  const status = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value;
  return typeof status === 'number' && Number.isInteger(status) && status >= 400 && status <= 599
    ? status
    : undefined;
}

export function asModel(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w.:/@-]{1,100}$/.test(value) ? value : undefined;
}

export function asId(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w.:-]{1,100}$/.test(value) ? value : undefined;
}
