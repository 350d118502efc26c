import type { Command } from 'commander';
import { findEndpoint } from '../../options/environment.js';
import { readOptions } from '../../options/settings.js';
import { checkAddress } from '../doctor/address.js';
import { checkDsn } from '../doctor/dsn.js';
import { type Finding, fail, ok, warn } from '../doctor/finding.js';
import { quoteAddress } from '../doctor/foreign.js';
import { checkLlm } from '../doctor/llm.js';
import { checkNode } from '../doctor/node.js';
import { report } from '../doctor/report.js';
import { checkSdk } from '../doctor/sdk.js';
import { hideSecrets } from '../secrets.js';

interface DoctorOptions {
  json?: boolean;
  offline?: boolean;
}

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description(
      'check Node, the Sentry SDK, the DSN and the LLM, as this folder and environment have them',
    )
    .option('--offline', 'ask nothing over the network')
    .option('--json', 'print the findings as JSON')
    .action(doctor);
}

async function doctor({ json, offline }: DoctorOptions): Promise<void> {
  const findings = [
    checkNode(process.versions.node),
    ...checkSdk(process.cwd()),
    checkDsn(process.env.SENTRY_DSN?.trim()),
    ...(await checkEndpoint(offline ?? false)),
  ];
  const failed = findings.some(({ status }) => status === 'fail');
  const text = json ? JSON.stringify({ ok: !failed, findings }, undefined, 2) : report(findings);
  console.log(hideSecrets(text, secretsIn(process.env)));
  if (failed) process.exitCode = 1;
}

async function checkEndpoint(offline: boolean): Promise<Finding[]> {
  const settings = readOptions({});
  const complaints: string[] = [];
  const endpoint = findEndpoint(settings.llm, (message) => complaints.push(message));
  if (complaints.length > 0) {
    return complaints.map((complaint) =>
      fail(
        'LLM',
        complaint,
        'It looks like http://localhost:11434/v1 or https://api.example.com/v1.',
      ),
    );
  }
  if (!endpoint) return [rulesOnly(process.env)];
  const wrong = checkAddress(endpoint.baseURL);
  if (wrong) return [wrong];
  if (offline) {
    const asked = `${endpoint.models.join(', ')} at ${quoteAddress(endpoint.baseURL)}`;
    return [ok('LLM', `${asked}, not asked (--offline)`)];
  }
  return checkLlm(endpoint, settings);
}

function rulesOnly(env: NodeJS.ProcessEnv): Finding {
  const toAsk =
    'To have ambiguous errors put to an LLM, set SENTRY_LLM_API_KEY, SENTRY_LLM_BASE_URL and SENTRY_LLM_MODEL.';
  if (env.SENTRY_LLM_MODEL) {
    return warn('LLM', 'SENTRY_LLM_MODEL is set, but no key and no endpoint: rules decide', toAsk);
  }
  const left = env.OPENAI_API_KEY ? ' OPENAI_API_KEY is used only with llm: {}.' : '';
  return ok('LLM', 'none: rules decide, and nothing leaves the process', `${toAsk}${left}`);
}

function secretsIn(env: NodeJS.ProcessEnv): (string | undefined)[] {
  const names = ['SENTRY_LLM_API_KEY', 'HOLYSHEEP_API_KEY', 'OPENAI_API_KEY', 'SENTRY_AUTH_TOKEN'];
  return names.map((name) => env[name]?.trim());
}
