import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

const file =
  process.env.SENTRY_API_SCHEMA ??
  fileURLToPath(new URL('../../../shared/sentry-api/openapi-subset.json', import.meta.url));

/** Sentry’s published API description lies beside the checkout, not in it. */
export const hasSentrySchema = existsSync(file);
if (!hasSentrySchema) {
  console.warn(
    `Requests are not validated against Sentry’s API description: it is not at ${file} (SENTRY_API_SCHEMA).`,
  );
}

const validators = hasSentrySchema ? compile(JSON.parse(readFileSync(file, 'utf8'))) : [];

/** What Sentry’s description says against this request: nothing, if it is fine. */
export function violations(method: string, path: string, body: unknown): string[] {
  if (!hasSentrySchema) return [];
  const found = validators.find((one) => one.method === method && one.path.test(path));
  if (!found) return [`there is no ${method} ${path}`];
  if (!found.validate || found.validate(body)) return [];
  return (found.validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

interface Validator {
  method: string;
  path: RegExp;
  /** Of the body, where there is one. */
  validate: ValidateFunction | undefined;
}

// biome-ignore lint/suspicious/noExplicitAny: a document of somebody else's
function compile(document: any): Validator[] {
  const ajv = formats.default(new Ajv({ allErrors: true, strictTypes: false }));
  // biome-ignore lint/suspicious/noExplicitAny: as above
  return Object.entries<any>(document.paths).flatMap(([template, operations]) =>
    // biome-ignore lint/suspicious/noExplicitAny: as above
    Object.entries<any>(operations).map(([method, { requestBody }]) => {
      const schema = requestBody?.content?.['application/json']?.schema;
      return {
        method: method.toUpperCase(),
        path: new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
        validate: schema && ajv.compile(strict(schema)),
      };
    }),
  );
}

/** JSON Schema of an OpenAPI schema, which also minds misspelt fields. */
// biome-ignore lint/suspicious/noExplicitAny: as above
function strict(schema: any): any {
  if (Array.isArray(schema)) return schema.map(strict);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, example, ...rest } = schema;
  const result = Object.fromEntries(
    Object.entries(rest)
      .filter(([key]) => !key.startsWith('x-'))
      .map(([key, value]) => [key, key === 'enum' || key === 'required' ? value : strict(value)]),
  );
  if (result.properties && !result.additionalProperties) result.additionalProperties = false;
  return nullable ? { anyOf: [result, { type: 'null' }] } : result;
}
