import type { Played } from './app.ts';
import type { FoundEvent } from './found.ts';

const checks = [
  'credentials',
  'scopes',
  'redirect',
  'test_status',
  'connector_profile',
  'linked_account',
] as const;
type CheckName = (typeof checks)[number];

/** What else may stand in a history: looks that somebody asked for, and what Greenroom noted for itself. */
const allowed = new Set(['baseline_taken', 'probe_calibrated', 'check_requested']);

/** From `credentials` to `live`, never back: no fault of a simulator makes a check fail. */
const way = ['credentials', 'testing', 'profile', 'live'];

/** The stages an environment went through, as its card calls them. */
export function stagePath(events: readonly FoundEvent[]): (readonly [string, string])[] {
  return events
    .filter(({ kind }) => kind === 'stage_changed')
    .map(({ detail }) => [title(detail.from), title(detail.to)] as const);
}

const title = (stage: unknown): string => {
  const word = String(stage);
  return word.charAt(0).toUpperCase() + word.slice(1);
};

/** What is missing from the history, or should not be in it. */
export function judgeEvents(played: Played, events: readonly FoundEvent[]): string[] {
  return [
    ...beginning(played, events),
    ...stages(events),
    ...checks.flatMap((name) => oneCheck(played, name, events)),
    ...once(events, 'profile_matched'),
    ...strangers(events),
  ];
}

function beginning({ ownerId }: Played, events: readonly FoundEvent[]): string[] {
  const [first] = events;
  const problems = once(events, 'zoom_app_registered');
  if (first?.kind !== 'zoom_app_registered') problems.push(`the first event is ${first?.kind ?? 'missing'}`);
  else if (first.actor !== ownerId) problems.push(`${first.actor} registered it, and not ${ownerId}`);
  return problems;
}

function once(events: readonly FoundEvent[], wanted: string): string[] {
  const count = events.filter(({ kind }) => kind === wanted).length;
  return count === 1 ? [] : [`${wanted} stands ${count} times`];
}

function stages(events: readonly FoundEvent[]): string[] {
  let at = 'credentials';
  const problems: string[] = [];
  for (const { kind, detail } of events) {
    if (kind !== 'stage_changed') continue;
    if (detail.from !== at)
      problems.push(`a stage begins at ${detail.from}, but the one before ended at ${at}`);
    if (way.indexOf(String(detail.to)) <= way.indexOf(String(detail.from)))
      problems.push(`from ${detail.from} to ${detail.to} is not forward`);
    at = String(detail.to);
  }
  if (at !== 'live') problems.push(`the history ends at ${at}`);
  return problems;
}

/** Each change begins where the one before ended; it passes once and never fails; an outage only hides it. */
function oneCheck(played: Played, name: CheckName, events: readonly FoundEvent[]): string[] {
  const changes = events.filter(({ kind, detail }) => kind === 'check_changed' && detail.check === name);
  const problems: string[] = [];
  let at = 'pending';
  for (const { detail } of changes) {
    if (detail.from !== at) problems.push(`${name}: a change from ${detail.from}, after ${at}`);
    at = String(detail.to);
    if (at === 'failed') problems.push(`${name} failed (${detail.reason}), and nothing was wrong`);
  }
  if (name === 'linked_account' && !played.app.linked) return problems;
  if (at !== 'passed') problems.push(`${name} ends as ${at}`);
  const passes = changes.filter(({ detail }) => detail.change === 'passed');
  if (passes.length !== 1) problems.push(`${name} passed ${passes.length} times`);
  const by = name === 'redirect' || name === 'test_status' ? played.adminId : null;
  if (by !== null && passes.some(({ actor }) => actor !== by)) problems.push(`${name} was not said by ${by}`);
  return problems;
}

function strangers(events: readonly FoundEvent[]): string[] {
  const known = new Set([
    ...allowed,
    'zoom_app_registered',
    'check_changed',
    'stage_changed',
    'profile_matched',
  ]);
  return events.filter(({ kind }) => !known.has(kind)).map(({ kind }) => `${kind}: nobody caused that`);
}
