import { Failed } from '../failed.js';
import type { Target } from './target.js';

interface Monitor {
  id: string;
  projectId: string | null;
  type: string;
}

export interface Project {
  id: number;
  /** Sentry's own monitors of the project's errors, which alerts are connected to. */
  monitorIds: number[];
}

/** Every project has a monitor of its errors; it also tells the project's id. */
export async function findProject({ api, project }: Target): Promise<Project> {
  const monitors = await api.list<Monitor>('detectors/', { project, query: 'type:error' });
  const ofErrors = monitors.filter(({ type, projectId }) => type === 'error' && projectId);
  const id = Number(ofErrors[0]?.projectId);
  if (!Number.isSafeInteger(id)) {
    throw new Failed(
      `there is no project “${project}” with error monitoring in “${api.place.org}”, or the token may not see it. Check --project (its short name in Sentry’s settings) and that the token’s owner is in one of its teams.`,
    );
  }
  return { id, monitorIds: ofErrors.map((monitor) => Number(monitor.id)) };
}
