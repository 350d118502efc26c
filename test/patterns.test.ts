import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from 'recheck';
import ts from 'typescript';
import { expect, test } from 'vitest';

const source = fileURLToPath(new URL('../packages/integration/src', import.meta.url));

/** Every regular expression in the package's source, wherever it stands. */
function patterns(): [file: string, pattern: string][] {
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const tree = ts.createSourceFile(
        file,
        readFileSync(join(source, file), 'utf8'),
        ts.ScriptTarget.Latest,
      );
      const found: [string, string][] = [];
      const visit = (node: ts.Node): void => {
        if (ts.isRegularExpressionLiteral(node)) found.push([file, node.text]);
        ts.forEachChild(node, visit);
      };
      visit(tree);
      return found;
    });
}

/** In steps, not in time: on a busy machine the checker takes an attack for a success that only was slow. */
const LIMITS = { timeout: 80_000, attackTimeout: null, incubationTimeout: null };

test.concurrent.each(patterns())(
  '%s: %s takes linear time',
  async (_, literal) => {
    const end = literal.lastIndexOf('/');
    const result = await check(literal.slice(1, end), literal.slice(end + 1), LIMITS);
    expect(result).toMatchObject({
      status: 'safe',
      complexity: { type: expect.stringMatching(/safe|linear/) },
    });
  },
  90_000,
);
