import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const source = fileURLToPath(new URL('../packages/integration/src', import.meta.url));

/** What the files of a station may import beside their own folder: folders, files, packages. Types are free. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  facts: ['nodeModule.ts'],
  gate: ['facts'],
  'taxonomy.ts': [],
  'types.ts': [],
  'host.ts': [],
  'nodeModule.ts': [],
  'sleep.ts': [],
  'thenable.ts': [],
  'stats.ts': [],
  'waitingRoom.ts': [],
  rules: ['facts', 'taxonomy.ts'],
  options: ['taxonomy.ts', 'zod'],
  cache: ['lru-cache', 'zod'],
  llm: [
    '@pydantic/genai-prices',
    'cache',
    'dataloader',
    'openai',
    'p-limit',
    'sleep.ts',
    'thenable.ts',
    'tokenx',
    'zod',
  ],
  'pipeline.ts': ['cache', 'gate', 'llm', 'rules', 'taxonomy.ts', 'thenable.ts'],
  'stations.ts': ['facts', 'pipeline.ts', 'rules'],
  'opener.ts': ['options', 'thenable.ts', 'waitingRoom.ts'],
  'classifier.ts': ['facts', 'opener.ts', 'options', 'stats.ts', 'taxonomy.ts'],
  'createClassifier.ts': ['classifier.ts', 'stations.ts'],
  sentry: [
    '@sentry/core',
    '@sentry/node',
    'facts',
    'nodeModule.ts',
    'opener.ts',
    'options',
    'stations.ts',
    'stats.ts',
    'thenable.ts',
  ],
};

/** Importers that nothing of the library imports; they may use what they like. */
const OUTERMOST = ['index.ts', 'index.browser.ts', 'cli'];

interface Import {
  file: string;
  /** Folder or file of the source, or package. */
  station: string;
  isType: boolean;
}

const stationOf = (file: string) => file.split('/', 1)[0] ?? '';

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'));

function importsOf(file: string): Import[] {
  const tree = ts.createSourceFile(
    file,
    readFileSync(join(source, file), 'utf8'),
    ts.ScriptTarget.Latest,
  );
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, isType: boolean) => {
    if (specifier && ts.isStringLiteral(specifier)) {
      found.push({ file, station: stationOfSpecifier(file, specifier.text), isType });
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function stationOfSpecifier(file: string, specifier: string): string {
  if (specifier.startsWith('.')) {
    const path = relative(source, join(source, dirname(file), specifier)).replaceAll('\\', '/');
    return stationOf(path.replace(/\.js$/, '.ts'));
  }
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

const library = files.filter((file) => !OUTERMOST.includes(stationOf(file)));

describe('dependencies point one way', () => {
  test('every station is in the table', () => {
    expect([...new Set(library.map(stationOf))].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
  });

  test.each(Object.entries(MAY_IMPORT))('%s imports only what it may', (station, allowed) => {
    const others = library
      .filter((file) => stationOf(file) === station)
      .flatMap(importsOf)
      .filter((found) => !found.isType && found.station !== station)
      .map(({ file, station: imported }) => `${file} → ${imported}`)
      .filter((line) => !allowed.includes(line.split(' → ')[1] ?? ''));
    expect(others).toEqual([]);
  });

  test('no circle', () => {
    const reach = (station: string, path: readonly string[]): string[] =>
      path.includes(station)
        ? [[...path, station].join(' → ')]
        : (MAY_IMPORT[station] ?? []).flatMap((next) => reach(next, [...path, station]));
    expect(Object.keys(MAY_IMPORT).flatMap((station) => reach(station, []))).toEqual([]);
  });
});

test('only the folder sentry touches Sentry, and types of it', () => {
  const users = library
    .flatMap(importsOf)
    .filter(({ station, isType }) => station.startsWith('@sentry/') && !isType)
    .map(({ file }) => stationOf(file));
  expect([...new Set(users)]).toEqual(['sentry']);
});

test('nothing on the library’s path is a built-in of Node', () => {
  const builtIns = library
    .flatMap(importsOf)
    .filter(({ station }) => station.startsWith('node:'))
    .map(({ file }) => file);
  expect(builtIns).toEqual([]);
});
