import type { EventKind } from '../../../store/apps/events.ts';
import { typed } from '../../blocks/text.ts';
import { type Detail, strings } from '../history/event_detail.ts';
import { scopeList } from '../scopes/scope_list.ts';

/** What StackOne's connector or the catalogue wanted of an app beyond what it declares. */
export const driftEventWords = {
  drift_found: (d) => `found that ${driftFacts(d)}`,
  drift_accepted: (d) => `accepted it as it is: ${driftFacts(d)}`,
} satisfies Partial<Record<EventKind, (detail: Detail) => string>>;

function driftFacts(d: Detail): string {
  const version = typeof d.version === 'string' ? ` from version ${typed(d.version, 40)}` : '';
  const facts = [
    ...some(d.scopes, (list) => `StackOne's connector needs ${list}${version}, undeclared`),
    ...some(d.actions, (list) => `StackOne does not list ${list} any more`),
    ...some(d.refused, (list) => `the catalogue refuses ${list}`),
    ...some(d.pinned, (list) => `a profile is pinned to ${list}`),
    ...(typeof d.breaking === 'string'
      ? [`the connector's version ${typed(d.breaking, 40)} is a breaking one`]
      : []),
  ];
  return `${facts.join('; ') || 'something has changed in StackOne'}.`;
}

function some(given: unknown, words: (list: string) => string): string[] {
  const names = strings(given);
  return names.length === 0 ? [] : [words(scopeList(names))];
}
