import { type Command, Option } from 'commander';
import { BadInput } from '../badInput.js';
import { isSendable } from '../secrets.js';
import { SentryApi } from './api.js';

const SENTRY = 'https://sentry.io';

/** Options of the commands that create something in Sentry. */
export interface TargetOptions {
  create?: boolean;
  org?: string;
  project?: string;
  selfHosted: string;
}

export interface Target {
  api: SentryApi;
  project: string;
}

export function addTargetOptions(command: Command): Command {
  return command
    .option('--create', 'create it in Sentry, or update what is there; needs SENTRY_AUTH_TOKEN')
    .addOption(new Option('--org <slug>', 'the organisation').env('SENTRY_ORG'))
    .addOption(
      new Option('--project <slug>', 'the project, by its slug or id').env('SENTRY_PROJECT'),
    )
    .addOption(
      new Option('--self-hosted <url>', 'where Sentry is, also a region: https://de.sentry.io')
        .env('SENTRY_URL')
        .default(SENTRY),
    );
}

/**
 * Without `--create` nothing is sent, so that who names a place means something else. What stands in the
 * environment is there for other programs too.
 * @throws BadInput that names the first option without effect
 */
export function refuseTarget(command: Command): void {
  const typed = command.options.find(
    (option) => command.getOptionValueSource(option.attributeName()) === 'cli',
  );
  if (typed) {
    throw new BadInput(`${typed.long} needs --create; without it, the JSON is only printed`);
  }
}

/** @throws BadInput that names what is missing or wrong */
export function readTarget({ org, project, selfHosted }: TargetOptions): Target {
  const token = process.env.SENTRY_AUTH_TOKEN?.trim();
  if (!org) throw new BadInput('--create needs --org, the short name of your organisation');
  if (!project) throw new BadInput('--create needs --project, the short name of your project');
  if (!token) {
    throw new BadInput(
      '--create needs a token in SENTRY_AUTH_TOKEN, with the scopes org:read, alerts:read and alerts:write',
    );
  }
  if (!isSendable(token)) {
    throw new BadInput(
      'SENTRY_AUTH_TOKEN holds what no token has: a space, a line break or a typographic quote',
    );
  }
  // A variable that is set to nothing is as good as none.
  const place = selfHosted.trim() || SENTRY;
  if (!URL.canParse(place) || !/^https?:$/.test(new URL(place).protocol)) {
    throw new BadInput('--self-hosted (SENTRY_URL) is not an http(s) address');
  }
  const { origin, pathname } = new URL(place);
  const url = `${origin}${pathname}`.replace(/(?<!\/)\/+$/, '');
  return { api: new SentryApi({ url, org }, token), project };
}
