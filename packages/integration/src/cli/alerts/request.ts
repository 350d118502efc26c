import type { AlertRule } from './rules.js';

/** Who is told: as in an alert that Sentry makes for a new project. */
const TELL_ISSUE_OWNERS = {
  type: 'email',
  integrationId: null,
  data: { fallthroughType: 'ActiveMembers' },
  config: { targetType: 'issue_owners', targetDisplay: null, targetIdentifier: null },
  status: 'active',
};

interface Action {
  id?: string;
  [field: string]: unknown;
}

export interface ExistingAlert {
  id: string;
  name: string;
  enabled: boolean;
  detectorIds: string[] | null;
  actionFilters: { actions?: Action[] }[] | null;
}

/** What creates an alert for the project with these monitors. */
export function newAlert(rule: AlertRule, monitorIds: readonly number[] = []) {
  return toRequest(rule, monitorIds, true, [TELL_ISSUE_OWNERS]);
}

/** What brings an alert up to date; who is told, whether it is on and what else it watches stay as they are. */
export function updatedAlert(
  rule: AlertRule,
  { enabled, detectorIds, actionFilters }: ExistingAlert,
  monitorIds: readonly number[],
) {
  const actions = actionFilters?.[0]?.actions?.map(({ id, ...action }) => action);
  return toRequest(
    rule,
    [...new Set([...(detectorIds ?? []).map(Number), ...monitorIds])],
    enabled,
    actions?.length ? actions : [TELL_ISSUE_OWNERS],
  );
}

function toRequest(
  { name, everyMinutes, filters }: AlertRule,
  monitorIds: readonly number[],
  enabled: boolean,
  actions: readonly Action[],
) {
  return {
    name,
    enabled,
    detector_ids: monitorIds,
    config: { frequency: everyMinutes },
    // No condition: every event is looked at.
    triggers: { logic_type: 'any-short', conditions: [] },
    action_filters: filters.map((conditions) => ({ logicType: 'all', conditions, actions })),
  };
}
