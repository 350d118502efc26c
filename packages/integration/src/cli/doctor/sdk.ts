import satisfies from 'semver/functions/satisfies.js';
import { peerDependencies } from '../../../package.json';
import { type Finding, fail, ok } from './finding.js';
import { findSentryPackages } from './packages.js';

const CHECK = 'Sentry SDK';
const CORE = '@sentry/core';

/** Which Sentry SDK the application in this folder loads, and whether there is one of it. */
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
  if (cores.length > 1) {
    findings.push(
      fail(
        CHECK,
        `${cores.length} copies of ${CORE}: ${cores.map((core) => `${core.version} in ${core.folder}`).join(', ')}`,
        `Two copies do not see each other’s clients. Bring all @sentry packages to one version, then: npm dedupe. Who wants which: npm ls ${CORE}`,
      ),
    );
  }
  return findings;
}
