import type { Command } from 'commander';
import { type ExistingDashboard, newDashboard, updatedDashboard } from '../dashboard/request.js';
import { findProject } from '../sentry/project.js';
import {
  addTargetOptions,
  readTarget,
  refuseTarget,
  type Target,
  type TargetOptions,
} from '../sentry/target.js';

export function addDashboard(program: Command): void {
  addTargetOptions(
    program
      .command('dashboard')
      .description('print a Sentry dashboard of LLM errors as JSON, or create it'),
  ).action(dashboard);
}

async function dashboard(options: TargetOptions, command: Command): Promise<void> {
  if (!options.create) {
    refuseTarget(command);
    console.log(JSON.stringify(newDashboard(), undefined, 2));
    return;
  }
  const target = readTarget(options);
  const { id, title, done } = await createOrUpdate(target);
  const { url, org } = target.api.place;
  console.log(`${done} the dashboard “${title}”: ${url}/organizations/${org}/dashboard/${id}/`);
}

async function createOrUpdate(target: Target) {
  const { api } = target;
  const project = await findProject(target);
  const dashboards = await api.list<ExistingDashboard>('dashboards/');
  const { title } = newDashboard();
  const found = dashboards.find((candidate) => candidate.title === title);
  if (!found) {
    const { id } = await api.post<ExistingDashboard>('dashboards/', newDashboard([project.id]));
    return { id, title, done: 'created' };
  }
  const path = `dashboards/${found.id}/`;
  await api.put(path, updatedDashboard(await api.get<ExistingDashboard>(path), project.id));
  return { id: found.id, title, done: 'updated' };
}
