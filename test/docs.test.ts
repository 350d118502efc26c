import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
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

function blocksOf(page: string): Block[] {
  const text = read(page);
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map((match) => ({
    page,
    line: text.slice(0, match.index).split('\n').length,
    language: match[1] ?? '',
    code: match[2] ?? '',
  }));
}

const blocks = pages.flatMap(blocksOf);
const inLanguage = (...languages: string[]) =>
  blocks.filter(({ language }) => languages.includes(language));

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

test('every example in JSON parses', () => {
  for (const { code } of inLanguage('json')) JSON.parse(code);
});

describe('commands', () => {
  const lines = inLanguage('sh').flatMap(({ page, code }) =>
    code
      .split('\n')
      .map((line) => line.replace(/\s+#.*$/, '').trim())
      .filter((line) => line && !line.startsWith('#'))
      .map((line) => ({ page, line })),
  );
  const scripts = (file: string) => Object.keys(JSON.parse(read(file)).scripts ?? {});

  test('every pnpm command is a script of the workspace', () => {
    const known = scripts('package.json');
    for (const { page, line } of lines) {
      const [, name] = /^npx -y pnpm@12 (?!--filter)(\S+)/.exec(line) ?? [];
      if (name) expect(known, `${page}: ${line}`).toContain(name);
    }
  });

  test('every command of the command line is one, with options that it has', async () => {
    const { stdout: help } = await runCli('--help');
    for (const { page, line } of lines) {
      const [, command = '', rest = ''] =
        /(?:^|\| )(?:npx )?sentry-llm-classifier (\w+)(.*)$/.exec(line) ?? [];
      if (!command) continue;
      expect(help, `${page}: ${line}`).toContain(`  ${command} `);
      const { stdout } = await runCli(command, '--help');
      for (const option of rest.match(/--[\w-]+/g) ?? []) {
        expect(stdout, `${page}: ${line}`).toContain(option);
      }
    }
  }, 60_000);
});

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

const runCli = (...args: string[]) =>
  promisify(execFile)(process.execPath, [join(root, 'packages/integration/dist/cli.js'), ...args]);
