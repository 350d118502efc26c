import satisfies from 'semver/functions/satisfies.js';
import { engines } from '../../../package.json';
import { type Finding, fail, ok } from './finding.js';

export function checkNode(version: string): Finding {
  return satisfies(version, engines.node)
    ? ok('Node', version)
    : fail(
        'Node',
        `${version} is outside of ${engines.node}`,
        'Install a newer Node: https://nodejs.org',
      );
}
