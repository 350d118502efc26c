import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface InstalledPackage {
  name: string;
  version: string;
  folder: string;
  /** Names of what it depends on, peers too. */
  needs: readonly string[];
}

const OURS = 'sentry-llm-classifier';
const isSentry = (name: string) => name.startsWith('@sentry/');

/** Sentry’s packages as an application in this folder and its packages load them, each folder once. */
export function findSentryPackages(folder: string): InstalledPackage[] {
  const found = new Map<string, InstalledPackage>();
  const visit = (name: string, from: string): void => {
    const installed = resolvePackage(name, from);
    if (!installed || found.has(installed.folder)) return;
    found.set(installed.folder, installed);
    for (const needed of installed.needs.filter(isSentry)) visit(needed, installed.folder);
  };
  const manifests = foldersUp(folder).map((at) => readManifest(join(at, 'package.json')));
  const listed = manifests.find((manifest) => manifest)?.needs.filter(isSentry) ?? [];
  for (const name of [...listed, '@sentry/node', '@sentry/core', OURS]) visit(name, folder);
  return [...found.values()].filter(({ name }) => name !== OURS);
}

function resolvePackage(name: string, from: string): InstalledPackage | undefined {
  const path = process.versions.pnp ? resolveWithYarn(name, from) : resolveLikeNode(name, from);
  return path === undefined ? undefined : readManifest(path);
}

/** As `import` does. `require` also looks into NODE_PATH, where pnpm puts what an application cannot import. */
function resolveLikeNode(name: string, from: string): string | undefined {
  const path = foldersUp(from)
    .map((folder) => join(folder, 'node_modules', name, 'package.json'))
    .find((candidate) => existsSync(candidate));
  return path && realpathSync(path);
}

/** Yarn’s Plug’n’Play has no node_modules. */
function resolveWithYarn(name: string, from: string): string | undefined {
  try {
    return createRequire(join(from, 'package.json')).resolve(`${name}/package.json`);
  } catch {
    return undefined;
  }
}

function readManifest(path: string): InstalledPackage | undefined {
  try {
    const { name, version, ...manifest } = JSON.parse(readFileSync(path, 'utf8'));
    const needs = { ...manifest.dependencies, ...manifest.peerDependencies };
    return { name, version, folder: dirname(path), needs: Object.keys(needs) };
  } catch {
    return undefined;
  }
}

/** The folder and those around it. */
function foldersUp(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...foldersUp(parent)];
}
