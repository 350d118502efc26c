import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const folder = fileURLToPath(new URL('../.runtimes', import.meta.url));

/**
 * Where an executable is that an npm package brings, such as `bun@1.4.5`; `node@24.1.0` is taken from the
 * package of this platform. Installed on first use and kept: these are large, and who only builds or runs
 * the demo needs none of them.
 * @returns undefined, and says why, where it does not run on this machine
 */
export async function findRuntime(spec: string): Promise<string | undefined> {
  const [name = '', version] = spec.split('@');
  const project = join(folder, spec);
  const executable = join(project, 'node_modules', '.bin', name);
  try {
    if (!existsSync(executable)) {
      const source = name === 'node' ? `node-${process.platform}-${process.arch}` : name;
      await install(project, `${source}@${version}`);
    }
    await run(executable, ['--version']);
    return executable;
  } catch (error) {
    console.log(`skipped: ${spec} does not run on this machine (${error})`);
    return undefined;
  }
}

async function install(project: string, spec: string): Promise<void> {
  await mkdir(project, { recursive: true });
  const allowScripts = { bun: true, deno: true, workerd: true };
  await writeFile(join(project, 'package.json'), JSON.stringify({ private: true, allowScripts }));
  await run('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', spec], {
    cwd: project,
    timeout: 120_000,
  });
}
