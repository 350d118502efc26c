interface JsonSchema {
  type?: string;
  enum?: unknown[];
  minimum?: number;
  properties?: Record<string, JsonSchema>;
}

/** A value that a JSON schema allows. Knows as much of JSON schema as the examples use. */
export function fill({ type, enum: choices, minimum, properties = {} }: JsonSchema): unknown {
  if (choices) return choices[0];
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(properties).map(([name, schema]) => [name, fill(schema)]),
      );
    case 'array':
      return [];
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return minimum ?? 1;
    default:
      return 'Made up by the stand-in for a model.';
  }
}
