import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { defaultTaxonomy } from 'sentry-llm-classifier';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const pages = ['.', 'docs', 'packages/integration', 'packages/examples'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.md') && file !== 'CHANGELOG.md')
    .map((file) => join(folder, file)),
);

interface Block {
  page: string;
  line: number;
  language: string;
  code: string;
}

/** Also those within a list, which are indented. */
function blocksOf(page: string): Block[] {
  const text = read(page);
  return [...text.matchAll(/^( *)```(\w*)\n(.*?)^\1```$/gms)].map((match) => {
    const [, indent = '', language = '', code = ''] = match;
    return {
      page,
      line: text.slice(0, match.index).split('\n').length,
      language,
      code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    };
  });
}

const blocks = pages.flatMap(blocksOf);
const inLanguage = (...languages: string[]) =>
  blocks.filter(({ language }) => languages.includes(language));

test('every block is found, and of a language that is looked into', () => {
  const fences = pages.flatMap((page) => read(page).match(/```/g) ?? []);
  expect(blocks).toHaveLength(fences.length / 2);
  expect(blocks.filter(({ language }) => !/^(?:tsx?|json|sh|text)$/.test(language))).toEqual([]);
});

test('every example in TypeScript type-checks', () => {
  // As modules beside the tests, so that they find the packages that the tests have.
  const files = new Map(
    inLanguage('ts', 'tsx').map(({ page, line, language, code }) => [
      join(root, 'test', `${page.replaceAll(/\W/g, '-')}-${line}.${language}`),
      code,
    ]),
  );
  const config = ts.readConfigFile(join(root, 'test/tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, join(root, 'test'));
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.readFile = (file) => files.get(file) ?? readFile(file);
  host.getSourceFile = (file, target, ...rest) => {
    const code = files.get(file);
    return code === undefined
      ? getSourceFile(file, target, ...rest)
      : ts.createSourceFile(file, `export {};${code}`, target);
  };
  const program = ts.createProgram([...files.keys()], { ...options, noUnusedLocals: false }, host);
  const errors = ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const at = file && ts.getLineAndCharacterOfPosition(file, start ?? 0).line + 1;
    return `${file && relative(root, file.fileName)}:${at} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
  expect(errors).toEqual([]);
  expect(files.size).toBeGreaterThan(0);
}, 120_000);

test('every category and tag in a text or a table is one', () => {
  const tags = ['category', 'confidence', 'source', 'provider', 'retryable'];
  const known = [...Object.keys(defaultTaxonomy), ...tags.map((tag) => `ai_error_${tag}`)];
  for (const page of pages) {
    const named = read(page).match(/\bai_error_\w+|\b[a-z_]+_error\b/g) ?? [];
    expect(known, page).toEqual(expect.arrayContaining(named));
  }
});

test.each(['README.md', 'README.ko.md'])('%s has a row for each category', (page) => {
  const rows = [...read(page).matchAll(/^\| `(\w+_error)` \|/gm)].map(([, category]) => category);
  expect(rows).toEqual(Object.keys(defaultTaxonomy));
});

test('every example in JSON parses', () => {
  for (const { code } of inLanguage('json')) JSON.parse(code);
});

describe('commands', () => {
  const ofBlocks = inLanguage('sh').flatMap(({ page, code }) =>
    code.split('\n').map((line) => ({ page, line })),
  );
  const inText = pages.flatMap((page) =>
    [...read(page).matchAll(/`((?:npx|npm|node|ollama|curl) [^`\n]+)`/g)].map(([, line = '']) => ({
      page,
      line,
    })),
  );
  const lines = [...ofBlocks, ...inText]
    .map(({ page, line }) => ({ page, line: line.replace(/(?:^|\s+)#(?: .*)?$/, '').trim() }))
    .filter(({ line }) => line !== '');

  /** What each kind of command must hold to; the first that fits counts. */
  const KINDS: [kind: RegExp, check: (page: string, ...found: string[]) => void | Promise<void>][] =
    [
      [
        /^npx -y pnpm@12 (?:--filter test exec vitest run|test) (.+)$/,
        (_, filters = '') => {
          const tests = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' });
          for (const filter of filters.split(' ')) {
            const runs = (file: string) => file.endsWith('.test.ts') && file.includes(filter);
            expect(tests.some(runs), filter).toBe(true);
          }
        },
      ],
      [
        /^npx -y pnpm@12 --filter (\S+) (\S+)(?: --spotlight)?$/,
        (_, name = '', script = '') =>
          expect(scriptsOf(`packages/${name}/package.json`)).toContain(script),
      ],
      [
        /^npx -y pnpm@12 --filter (\S+) pack --pack-destination \/tmp$/,
        (_, name) => expect(name).toBe(JSON.parse(read('packages/integration/package.json')).name),
      ],
      [
        /^npx -y pnpm@12 --filter bench exec sentry-llm-classifier eval (\S+)$/,
        async (page, file = '') => {
          const { stdout } = await runCli('eval', join(root, 'bench', file), '--json');
          const { errors, accuracy, coverage } = JSON.parse(stdout);
          const said = ({ share }: { share: number }) => `${Number((100 * share).toFixed(1))} %`;
          const [line = ''] = read(page).match(/^.*--filter bench exec .*$/m) ?? [];
          expect(line).toContain(` ${errors}`);
          expect(line).toContain(said(accuracy));
          expect(line).toContain(said(coverage));
        },
      ],
      [
        /^npx -y pnpm@12 exec changeset$/,
        () => expect(read('package.json')).toContain('"@changesets/cli"'),
      ],
      [
        /^npx -y pnpm@12 bench (.+)$/,
        (_, parts = '') => {
          for (const part of parts.split(' ')) {
            expect(read('bench/main.ts')).toContain(`\n  ${part}: `);
          }
        },
      ],
      [
        /^npx -y pnpm@12 (\w+)(?: --keep)?$/,
        (_, script) => expect(scriptsOf('package.json')).toContain(script),
      ],
      [
        /^npx sentry-llm-classifier (\w+)(.*)$/,
        async (_, command = '', rest = '') => {
          expect(await helpOf()).toContain(`  ${command} `);
          const help = await helpOf(command);
          for (const option of rest.match(/--[\w-]+/g) ?? []) expect(help).toContain(option);
        },
      ],
      [
        /^npm install (\S+)$/,
        (_, name) => expect(name).toBe(JSON.parse(read('packages/integration/package.json')).name),
      ],
      [/^npm ls @sentry\/core$/, () => {}],
      [
        /^export (\w+)=/,
        (_, name = '') =>
          expect(read('packages/integration/src/options/environment.ts')).toContain(name),
      ],
      [
        /^curl (?:-N )?localhost:3000(\/\w+).* -d '(.+)'$/,
        (_, path, body = '') => {
          JSON.parse(body);
          const servers = ['express-chat/server.ts', 'hono-worker/src/index.ts'];
          const code = servers.map((file) => read(`packages/examples/${file}`)).join('');
          expect(code).toContain(`.post('${path}'`);
        },
      ],
      [/^ollama pull (\S+)$/, (page, model) => expect(read(page)).toContain(`model: '${model}'`)],
      [/^node (bench\/\S+)$/, (_, file = '') => void read(file)],
      [
        /^node --import(?: sentry-llm-classifier(\/\w+) app\.mjs)?$/,
        (_, path = '') =>
          expect(JSON.parse(read('packages/integration/package.json')).exports).toHaveProperty([
            `.${path}`,
          ]),
      ],
      [
        /^npx wrangler (?:deploy|secret put (\w+))$/,
        (_, name = '') =>
          expect(read('packages/examples/hono-worker/src/index.ts')).toContain(name),
      ],
    ];

  test.each(lines)('$page: $line', async ({ page, line }) => {
    const [kind, check] = KINDS.find(([kind]) => kind.test(line)) ?? [];
    if (!kind) throw new Error('Nothing here looks into such a command.');
    await check?.(page, ...(kind.exec(line)?.slice(1) ?? []));
  });
});

test.each(['README.md', 'README.ko.md'])(
  'the table of eval in %s is what it prints',
  async (page) => {
    const { stdout } = await runCli('eval', join(root, 'bench/corpus.jsonl'));
    const formOf = (table: string) => table.replace(/[ \d.–]+/g, ' ');
    const table = stdout.slice(0, stdout.indexOf('\n\n'));
    expect(blocksOf(page).map(({ code }) => formOf(code.trimEnd()))).toContain(formOf(table));
  },
);

describe('the table of options says what the types say', () => {
  const documented = optionsOfTypes();

  test.each(['README.md', 'README.ko.md'])('%s', (page) => {
    const rows = [...read(page).matchAll(/^\| `(\w+)` \| (.+?) \| .+ \|$/gm)]
      .map(([, name = '', value = '']) => [name, value] as const)
      .filter(([name]) => documented.has(name));
    expect(rows.map(([name]) => name)).toEqual([...documented.keys()]);
    for (const [name, value] of rows) {
      const expected = documented.get(name);
      // Words differ between the languages, values do not.
      if (expected && /^[[{'\d]/.test(expected)) expect(value).toBe(`\`${expected}\``);
    }
  });
});

/** Name → `@default` of every option, in the order of the interface. */
function optionsOfTypes(): Map<string, string | undefined> {
  const file = 'packages/integration/src/options/options.ts';
  const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
  const found = source.statements.find(
    (node): node is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(node) && node.name.text === 'LlmClassifierOptions',
  );
  return new Map(
    found?.members.map((member) => [
      member.name?.getText() ?? '',
      ts
        .getJSDocTags(member)
        .filter(({ tagName }) => tagName.text === 'default')
        .map(({ comment }) => ts.getTextOfJSDocComment(comment))[0],
    ]),
  );
}

function scriptsOf(file: string): string[] {
  return Object.keys(JSON.parse(read(file)).scripts);
}

const helps = new Map<string, Promise<string>>();

/** Of the program, or of a command; asked for once. */
function helpOf(command = ''): Promise<string> {
  const help =
    helps.get(command) ??
    runCli(...(command ? [command] : []), '--help').then(({ stdout }) => stdout);
  helps.set(command, help);
  return help;
}

const runCli = (...args: string[]) =>
  promisify(execFile)(process.execPath, [join(root, 'packages/integration/dist/cli.js'), ...args]);
