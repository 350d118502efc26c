import { type Finding, fail, ok, warn } from './finding.js';

const CHECK = 'Sentry DSN';
const WHERE = 'Copy it from Sentry: Settings → Projects → your project → Client Keys (DSN)';

/** Looks at SENTRY_DSN only; nothing is sent. */
export function checkDsn(dsn: string | undefined): Finding {
  if (!dsn) {
    return warn(
      CHECK,
      'SENTRY_DSN is not set',
      `Set it, or pass dsn to Sentry.init; without one Sentry sends nothing. ${WHERE}`,
    );
  }
  const malformed = fail(
    CHECK,
    'SENTRY_DSN is not of the form https://key@host/project-id',
    `Sentry sends nothing with it. ${WHERE}`,
  );
  if (!URL.canParse(dsn)) return malformed;
  const { protocol, username, host, pathname } = new URL(dsn);
  const project = /\/(\d+)$/.exec(pathname)?.[1];
  if (!/^https?:$/.test(protocol) || !username || !project) return malformed;
  return ok(CHECK, `project ${project} at ${host}`);
}
