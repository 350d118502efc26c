import type { Command } from 'commander';
import { type ExistingAlert, newAlert, updatedAlert } from '../alerts/request.js';
import { alertRules } from '../alerts/rules.js';
import { findProject } from '../sentry/project.js';
import {
  addTargetOptions,
  readTarget,
  refuseTarget,
  type TargetOptions,
} from '../sentry/target.js';

export function addAlerts(program: Command): void {
  addTargetOptions(
    program
      .command('alerts')
      .description(
        'print Sentry alerts about quota, authentication and a rise of unknown errors as JSON, or create them',
      ),
  ).action(alerts);
}

async function alerts(options: TargetOptions, command: Command): Promise<void> {
  if (!options.create) {
    refuseTarget(command);
    console.log(
      JSON.stringify(
        alertRules.map((rule) => newAlert(rule)),
        undefined,
        2,
      ),
    );
    return;
  }
  const target = readTarget(options);
  const { api } = target;
  const { monitorIds } = await findProject(target);
  const existing = await api.list<ExistingAlert>('workflows/');
  for (const rule of alertRules) {
    const found = existing.find((alert) => alert.name === rule.name && watches(alert, monitorIds));
    if (found) await api.put(`workflows/${found.id}/`, updatedAlert(rule, found, monitorIds));
    else await api.post('workflows/', newAlert(rule, monitorIds));
    console.log(`${found ? 'updated' : 'created'} the alert “${rule.name}”`);
  }
}

/** An alert of the same name may belong to another project. */
function watches({ detectorIds }: ExistingAlert, monitorIds: readonly number[]): boolean {
  return !detectorIds?.length || detectorIds.some((id) => monitorIds.includes(Number(id)));
}
