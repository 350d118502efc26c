import { readFileSync } from 'node:fs';
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
  const listed = readManifest(nearestManifest(folder))?.needs.filter(isSentry) ?? [];
  for (const name of [...listed, '@sentry/node', '@sentry/core', OURS]) visit(name, folder);
  return [...found.values()].filter(({ name }) => name !== OURS);
}

/** The way Node finds it, which other package managers’ loaders take part in. */
function resolvePackage(name: string, from: string): InstalledPackage | undefined {
  try {
    const path = createRequire(join(from, 'package.json')).resolve(`${name}/package.json`);
    return readManifest(path);
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

function nearestManifest(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, 'package.json');
    if (readManifest(path) || at === dirname(at)) return path;
  }
}
