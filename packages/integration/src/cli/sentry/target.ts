import { type Command, Option } from 'commander';
import { BadInput } from '../badInput.js';
import { isSendable } from '../secrets.js';
import { SentryApi } from './api.js';

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
        .default('https://sentry.io'),
    );
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
  if (!URL.canParse(selfHosted) || !/^https?:$/.test(new URL(selfHosted).protocol)) {
    throw new BadInput('--self-hosted (SENTRY_URL) is not an http(s) address');
  }
  const { origin, pathname } = new URL(selfHosted);
  const url = `${origin}${pathname}`.replace(/(?<!\/)\/+$/, '');
  return { api: new SentryApi({ url, org }, token), project };
}
