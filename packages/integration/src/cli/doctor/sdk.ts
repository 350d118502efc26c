import satisfies from 'semver/functions/satisfies.js';
import { peerDependencies } from '../../../package.json';
import { type Finding, fail, ok } from './finding.js';
import { findSentryPackages } from './packages.js';

const CHECK = 'Sentry SDK';
const CORE = '@sentry/core';

/** Which Sentry SDK the application in this folder loads, and whether there is one version of it. */
export function checkSdk(folder: string): Finding[] {
  const packages = findSentryPackages(folder);
  const cores = packages.filter(({ name }) => name === CORE);
  const sdk = packages.find(({ name, needs }) => name !== CORE && needs.includes(CORE));
  if (!sdk || cores.length === 0) {
    return [
      fail(
        CHECK,
        `none is installed in ${folder}`,
        'Run the doctor in the folder of your application, and install an SDK there: npm install @sentry/node',
      ),
    ];
  }
  const range = peerDependencies[CORE];
  const isInRange = (version: string) => satisfies(version, range, { includePrerelease: true });
  const strange = cores.find(({ version }) => !isInRange(version));
  const findings = [
    strange
      ? fail(
          CHECK,
          `${sdk.name} ${sdk.version} with ${CORE} ${strange.version} is outside of ${range}`,
          `Install a version in that range: npm install ${sdk.name}@latest`,
        )
      : ok(CHECK, `${sdk.name} ${sdk.version}`),
  ];
  // Copies of one version find each other through `globalThis`; those of different versions do not.
  const versions = new Map(cores.map((core) => [core.version, core.folder]));
  if (versions.size > 1) {
    const where = [...versions].map(([version, folder]) => `${version} in ${folder}`).join(', ');
    findings.push(
      fail(
        CHECK,
        `${versions.size} versions of ${CORE}: ${where}`,
        `They do not see each other’s clients. Bring all @sentry packages to one version, then: npm dedupe. Who wants which: npm ls ${CORE}`,
      ),
    );
  }
  return findings;
}
