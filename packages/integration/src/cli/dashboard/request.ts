import { type Widget, widgets } from './widgets.js';

/** Columns of Sentry's grid. */
const COLUMNS = 6;

/** As much of a widget that is already in Sentry as is looked at. */
export interface ExistingWidget {
  id: string;
  title: string;
}

export interface ExistingDashboard {
  id: string;
  title: string;
  projects?: number[];
  widgets?: ExistingWidget[];
}

/** Of `projects`: everything that the reader may see. */
const ALL_PROJECTS = -1;

/** What creates the dashboard. Sentry takes camel and snake case; its schema is written in snake case. */
export function newDashboard(projects: readonly number[] = []) {
  const positions = arrange(widgets);
  return {
    title: 'LLM errors',
    projects,
    widgets: widgets.map((widget, i) => ({ ...toRequest(widget), layout: positions[i] })),
  };
}

/**
 * What brings a dashboard up to date: our widgets stay where they were put, foreign ones and other
 * projects stay as they are (Sentry deletes a widget that is not named, and keeps one that is only named).
 */
export function updatedDashboard(existing: ExistingDashboard, project: number) {
  const fresh = newDashboard();
  const present = existing.widgets ?? [];
  const titles = new Set(fresh.widgets.map(({ title }) => title));
  const ours = fresh.widgets.map(({ layout, ...widget }) => {
    const id = present.find(({ title }) => title === widget.title)?.id;
    return id === undefined ? { ...widget, layout } : { id, ...widget };
  });
  const foreign = present.filter(({ title }) => !titles.has(title)).map(({ id }) => ({ id }));
  const { projects = [] } = existing;
  return {
    title: fresh.title,
    projects: projects.includes(ALL_PROJECTS) ? projects : [...new Set([...projects, project])],
    widgets: [...ours, ...foreign],
  };
}

function toRequest({ title, description, display, by = [], show, of, limit }: Widget) {
  return {
    title,
    description,
    display_type: display,
    widget_type: 'error-events',
    queries: [
      {
        name: '',
        fields: [...by, ...show],
        columns: by,
        aggregates: show,
        conditions: of,
        orderby: by.length > 0 ? `-${show[0]}` : '',
      },
    ],
    ...(limit !== undefined && { limit }),
  };
}

/** From left to right, row by row; the widgets of a row are of one height. */
function arrange(list: readonly Widget[]) {
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  return list.map(({ width, height }) => {
    if (x + width > COLUMNS) {
      x = 0;
      y += rowHeight;
    }
    const position = { x, y, w: width, h: height, min_h: height };
    x += width;
    rowHeight = height;
    return position;
  });
}
