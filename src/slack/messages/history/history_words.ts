import { own } from '../../../core/own_property.ts';
import type { EventKind, StoredEvent } from '../../../store/apps/events.ts';
import { count, named, typed, wordList } from '../../blocks/text.ts';
import { archiveEventWords } from '../archive/archive_event_words.ts';
import { checkEventWords } from '../checks/check_event_words.ts';
import { driftEventWords } from '../drift/drift_event_words.ts';
import { partWords } from '../events/thread_line.ts';
import { ownershipEventWords } from '../ownership/ownership_event_words.ts';
import { proofEventWords } from '../proof/proof_event_words.ts';
import { regressionEventWords } from '../regressions/regression_event_words.ts';
import { scopeList } from '../scopes/scope_list.ts';
import { turnEventWords } from '../turns/turn_event_words.ts';
import { watchEventWords } from '../watches/watch_event_words.ts';
import { type Detail, momentIn, somewhere, strings } from './event_detail.ts';
import { workspaceEventWords } from './workspace_event_words.ts';

/** What the actor did or saw, after the actor's name and a colon. A kind that only a newer replica knows is shown by its name. */
export function eventWords({ kind, detail }: StoredEvent): string {
  const words = own(wordsByKind, kind);
  return words === undefined ? `${typed(kind.replaceAll('_', ' '))}.` : words(detail);
}

const wordsByKind: Readonly<Record<EventKind, (detail: Detail) => string>> = {
  ...workspaceEventWords,
  ...archiveEventWords,
  ...checkEventWords,
  ...proofEventWords,
  ...driftEventWords,
  ...ownershipEventWords,
  ...turnEventWords,
  ...watchEventWords,
  ...regressionEventWords,
  zoom_app_registered: (d) => `registered the Zoom app${scopeCount(d)}.`,
  zoom_app_edited: edited,
  environment_added: () => 'added this environment.',
  credentials_replaced: replaced,
  secret_forgotten: () => 'had the stored client secret forgotten.',
  secret_renewal_set: (d) => {
    const by = momentIn(d.renewalAt);
    return by === null
      ? 'took away the date by which the client secret is to be renewed.'
      : `wants the client secret renewed by ${by}.`;
  },
  profile_secret_replaced: () => 'said that the profile in StackOne holds the new secret too.',
  baseline_taken: () => 'noted which profiles StackOne had before; newer ones count as new.',
  profile_matched: (d) => `gave it the profile *${profileName(d)}*${matched(d)}.`,
  profile_rejected: (d) => `said that the profile *${profileName(d)}* does not belong here.`,
  profile_dismissed: (d) =>
    `said that the profile *${profileName(d)}* belongs to none of the apps that were offered.`,
  profile_question_asked: () => 'asked whom a new profile belongs to.',
  scopes_confirmed: (d) =>
    `confirmed scopes that the catalogue does not know: ${scopeList(strings(d.scopes))}.`,
  scope_withdrawn: (d) => `withdrew the confirmed scope ${scopeList(strings([d.scope]))}.`,
  manifest_compared: (d) => `compared it with Zoom's manifest: ${comparedWords(d)}.`,
  message_dropped: (d) => `left out a message for ${somewhere(d.channelId)}: Slack refused it.`,
};

function replaced({ how }: Detail): string {
  switch (how) {
    case 'kept':
      return 'replaced the pair in Zoom and keeps the secret.';
    case 'stored':
      return 'gave a client ID and secret.';
    case 'same':
      return 'gave the same client ID and secret as before.';
    default:
      return 'gave a new client ID and secret; the old pair stays until Zoom accepts the new one.';
  }
}

function edited(d: Detail): string {
  const parts = strings(d.edited).map(
    (part) => Object.entries(partWords).find(([key]) => key === part)?.[1] ?? 'something',
  );
  const added = strings(d.added);
  const removed = strings(d.removed);
  const groups = strings(d.groups).map((handle) => typed(handle));
  const changes = [
    !Array.isArray(d.groups) ? '' : groups.length === 0 ? 'no user group' : `by group: ${wordList(groups)}`,
    added.length === 0 ? '' : `added ${scopeList(added)}`,
    removed.length === 0 ? '' : `removed ${scopeList(removed)}`,
  ].filter((words) => words !== '');
  return `changed ${wordList([...new Set(parts)]) || 'something'}${changes.length === 0 ? '' : ` (${changes.join('; ')})`}.`;
}

/** `scopes`: how many the manifest has. */
function comparedWords(d: Detail): string {
  const scopes = typeof d.scopes === 'number' ? `, with ${count(d.scopes, 'scope')} there` : '';
  if (typeof d.differences !== 'number') return `it was looked at${scopes}`;
  return `${d.differences === 0 ? 'the two agree' : count(d.differences, 'difference')}${scopes}`;
}

const matchWays: Readonly<Record<string, string>> = {
  name: ', matched by its name',
  only_candidate: ', the only one that could be meant',
  adopted: ', which was there before',
};

const matched = (d: Detail): string => matchWays[String(d.matchedBy)] ?? '';
const scopeCount = (d: Detail): string =>
  typeof d.scopes === 'number' ? ` with ${count(d.scopes, 'scope')}` : '';
const profileName = (d: Detail): string =>
  typeof d.profileName === 'string' ? named(d.profileName) : 'unnamed';
