import type { Endpoint } from '../options/environment.js';
import type { Usage } from '../stats.js';

/** USD for one request, where the model's price is known. */
export type CostOf = (usage: Usage) => number | undefined;

const MILLION = 1_000_000;

/**
 * The price of a model: the user's own, else of the list. The list is loaded once it is needed (its 0.8 MB
 * take some tens of milliseconds) and asks nobody for a newer one.
 */
export async function priceOf(model: string, endpoint: Endpoint): Promise<CostOf> {
  const own = Object.hasOwn(endpoint.prices, model) ? endpoint.prices[model] : undefined;
  if (own) {
    return ({ tokensIn, tokensOut }) => (tokensIn * own.input + tokensOut * own.output) / MILLION;
  }
  const { calcPrice } = await import('@pydantic/genai-prices');
  return ({ tokensIn, tokensOut, tokensCached }) => {
    const usage = {
      input_tokens: tokensIn,
      cache_read_tokens: tokensCached,
      output_tokens: tokensOut,
    };
    for (const [name, seller] of sellersOf(model, endpoint.baseURL)) {
      const price = calcPrice(usage, name, seller);
      if (price) return price.total_price;
    }
    return undefined;
  };
}

/** Who may list the model: the endpoint itself, its maker, or the gateway whose names others have taken over. */
function sellersOf(model: string, baseURL: string): [name: string, seller: object][] {
  return [
    [model, { providerApiUrl: baseURL }],
    [model, {}],
    [model, { providerId: 'openrouter' }],
    [model.slice(model.lastIndexOf('/') + 1), {}],
  ];
}
