import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { LlmBehaviour } from './llm.js';
import { type Run, runProgram } from './process.js';

export interface Project {
  folder: string;
  /** Runs one of the `fixtures/` in this project. */
  run(file: string, behaviour?: LlmBehaviour, how?: Run): ReturnType<typeof runProgram>;
  remove(): Promise<void>;
}

const run = promisify(execFile);
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** An empty project outside of the workspace, with the packed package and other packages installed by npm. */
export async function createProject(...packages: string[]): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'sentry-llm-classifier-'));
  await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
    cwd: here('../../packages/integration'),
  });
  const [tarball = ''] = (await readdir(folder)).filter((file) => file.endsWith('.tgz'));
  await writeFile(join(folder, 'package.json'), '{ "private": true }');
  await run('npm', ['install', '--no-audit', '--no-fund', `./${tarball}`, ...packages], {
    cwd: folder,
  });
  await cp(here('../fixtures'), folder, { recursive: true });
  return {
    folder,
    run: (file, behaviour, how) =>
      runProgram(join(folder, file), behaviour, { cwd: folder, ...how }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
