/** Fields that SDKs and bodies fill with anything, as what they should be. */

export function asStatus(value: unknown): number | undefined {
  const status = typeof value === 'string' && /^\d{3}$/.test(value) ? Number(value) : value;
  return typeof status === 'number' && Number.isInteger(status) && status >= 400 && status <= 599
    ? status
    : undefined;
}

/** Of a gateway's own the provider behind it may be the reason, which the text tells with a status of its own. */
export const isOfGateway = (status: number | undefined): boolean =>
  status === 500 || status === 502;

export function asModel(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w.:/@-]{1,100}$/.test(value) ? value : undefined;
}

export function asId(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w.:-]{1,100}$/.test(value) ? value : undefined;
}
