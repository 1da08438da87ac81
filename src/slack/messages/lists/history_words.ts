import { type CheckName, checkNames, missingFields } from '../../../core/checks/check.ts';
import { type Stage, stages } from '../../../core/checks/stage.ts';
import { own } from '../../../core/own_property.ts';
import type { EventKind, StoredEvent } from '../../../store/apps/events.ts';
import { limits } from '../../blocks/limits.ts';
import { channel, count, named, person, typed, wordList } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { archiveDeeds } from '../archive/archive_deeds.ts';
import { missingList } from '../checks/check_meaning.ts';
import { partWords } from '../events/thread_line.ts';
import { ownershipDeeds } from '../ownership/ownership_deeds.ts';
import { checkTitles, stageWords } from '../product_words.ts';
import { regressionDeeds } from '../regressions/regression_deeds.ts';
import { turnDeeds } from '../turns/turn_deeds.ts';
import { watchDeeds } from '../watches/watch_deeds.ts';
import { workspaceDeeds } from './workspace_deeds.ts';

type Detail = StoredEvent['detail'];

/** What the actor did or saw, after the actor's name and a colon. A kind that only a newer replica knows is shown by its name. */
export function deed({ kind, detail }: StoredEvent): string {
  const words = own(deeds, kind);
  return words === undefined ? `${typed(kind.replaceAll('_', ' '))}.` : words(detail);
}

const deeds: Readonly<Record<EventKind, (detail: Detail) => string>> = {
  ...workspaceDeeds,
  ...archiveDeeds,
  ...ownershipDeeds,
  ...turnDeeds,
  ...watchDeeds,
  ...regressionDeeds,
  zoom_app_registered: (d) => `registered the Zoom app${scopeCount(d)}.`,
  zoom_app_edited: edited,
  environment_added: () => 'added this environment.',
  credentials_replaced: replaced,
  secret_forgotten: () => 'had the stored client secret forgotten.',
  secrets_setting_changed: (d) =>
    d.policy === 'never'
      ? 'decided that Greenroom takes no client secrets in this workspace.'
      : 'let forms of this workspace ask for client secrets again.',
  check_changed: checkChanged,
  stage_changed: (d) => `moved it from ${stageWord(d.from)} to *${stageWord(d.to)}*.`,
  not_ready_reported: notReady,
  attestation_days_changed: (d) =>
    `decided that what people say holds for ${typeof d.days === 'number' ? count(d.days, 'day') : 'another time'}.`,
  secret_renewal_set: (d) =>
    typeof d.renewalAt === 'string'
      ? `wants the client secret renewed by ${moment(new Date(d.renewalAt))}.`
      : 'took away the date by which the client secret is to be renewed.',
  profile_secret_replaced: () => 'said that the profile in StackOne holds the new secret too.',
  baseline_taken: () => 'noted which profiles StackOne had before; newer ones count as new.',
  probe_calibrated: (d) =>
    d.trust === 'trusted'
      ? 'found that Zoom looks at the client before the code: its answers can be relied on.'
      : "found that Zoom's answers do not prove credentials: a person confirms them.",
  profile_matched: (d) => `gave it the profile *${profileName(d)}*${matched(d)}.`,
  profile_rejected: (d) => `said that the profile *${profileName(d)}* does not belong here.`,
  profile_dismissed: (d) =>
    `said that the profile *${profileName(d)}* belongs to none of the apps that were offered.`,
  profile_question_asked: () => 'asked whom a new profile belongs to.',
  scopes_confirmed: (d) =>
    `confirmed scopes that the catalogue does not know: ${scopeList(strings(d.scopes))}.`,
  scope_withdrawn: (d) => `withdrew the confirmed scope ${scopeList(strings([d.scope]))}.`,
  drift_found: (d) => `found that ${driftFacts(d)}`,
  drift_accepted: (d) => `accepted it as it is: ${driftFacts(d)}`,
  manifest_compared: (d) => `compared it with Zoom's manifest: ${comparedWords(d)}.`,
  check_requested: () => 'asked Greenroom to look at everything now.',
  proof_asked: (d) =>
    `asked ${typeof d.asked === 'string' ? person(d.asked) : 'an owner'} to prove that it works.`,
  proof_started: (d) => `${startWords[String(d.purpose)] ?? 'asked StackOne for a link'}.`,
  proven: (d) => `proved that the profile works: an account was linked through it${accountOf(d)}.`,
  proof_failed: (d) => `could not prove that the profile works${said(d)}. No check changed.`,
  proof_cancelled: () => 'gave up a link that was asked for.',
  asked_again: () => "asked the owners whether Zoom's test is ready by now.",
  message_dropped: (d) => `left out a message for ${place(d)}: Slack refused it.`,
  stopped_asking: () => "stopped asking whether Zoom's test is ready, as nothing had changed.",
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

const startWords: Readonly<Record<string, string>> = {
  prove: 'asked StackOne for a link, to prove that the profile works',
  link: "asked StackOne for a link, to link a customer's account",
  link_again: 'asked StackOne for a link, to link an account again',
};

const accountOf = ({ accountId }: Detail): string =>
  typeof accountId === 'string' && accountId !== '' ? ` (\`${typed(accountId)}\`)` : '';

/** StackOne's words as they came. */
function said({ description, code, status }: Detail): string {
  const words = [description, code, status].find((text) => typeof text === 'string' && text !== '');
  return typeof words === 'string' ? `; StackOne says “${typed(words, 200)}”` : '';
}

/** What StackOne's connector or the catalogue wanted of the app. */
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

function checkChanged(d: Detail): string {
  const quietly = d.damped === true ? ' It goes back and forth, so nobody was told.' : '';
  return `${changeWords(d)}${quietly}`;
}

function changeWords(d: Detail): string {
  const check = isCheck(d.check) ? checkTitles[d.check] : 'a check';
  if (d.reason === 'new_secret_refused')
    return `kept the old ${check.toLowerCase()}: Zoom refused the new pair.`;
  if (d.reason === 'no_secret')
    return d.change === 'none'
      ? 'said that the client ID is the one in Zoom.'
      : `*${check}* is open until proven: Greenroom has no secret.`;
  switch (d.change) {
    case 'passed':
      return `*${check}* passed${evidence(d)}.`;
    case 'failed':
      return `*${check}* failed${reason(d)}.`;
    case 'regressed':
      return `*${check}* broke: it passed before and failed${reason(d)}.`;
    case 'recovered':
      return `*${check}* passes again${evidence(d)}.`;
    case 'reset':
      return `*${check}* is open again.`;
    case 'lost_sight':
      return `could not look at *${check}*${reason(d)}; the last known answer stays.`;
    case 'expired':
      return `nobody has confirmed *${check}* again: unknown since then; what was said last stays.`;
    case 'confirmed':
      return `confirmed again: *${check}*${evidence(d)}.`;
    default:
      if (typeof d.active === 'number' && typeof d.accounts === 'number')
        return `*${check}*: ${d.active} of ${count(d.accounts, 'account')} active${evidence(d)}.`;
      return `*${check}*: ${typed(String(d.to ?? 'unchanged'))}${reason(d)}${evidence(d)}.`;
  }
}

function edited(d: Detail): string {
  const parts = strings(d.edited).map(
    (part) => Object.entries(partWords).find(([key]) => key === part)?.[1] ?? 'something',
  );
  const added = strings(d.added);
  const removed = strings(d.removed);
  const changes = [
    added.length === 0 ? '' : `added ${scopeList(added)}`,
    removed.length === 0 ? '' : `removed ${scopeList(removed)}`,
  ].filter((words) => words !== '');
  return `changed ${wordList([...new Set(parts)]) || 'something'}${changes.length === 0 ? '' : ` (${changes.join('; ')})`}.`;
}

function scopeList(scopes: readonly string[]): string {
  const shown = scopes.slice(0, 5).map((scope) => `\`${typed(scope, 200)}\``);
  const more = scopes.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function notReady(d: Detail): string {
  const named = strings(d.missing);
  const missing = missingFields.filter((field) => named.includes(field));
  const note = typeof d.note === 'string' ? typed(d.note, limits.shown.note) : '';
  return `said that Zoom's test is not ready yet${missing.length === 0 ? '' : `: missing ${missingList(missing)}`}${note === '' ? '' : ` (${note})`}.`;
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
const place = (d: Detail): string => channel(typeof d.channelId === 'string' ? d.channelId : '');
const evidence = (d: Detail): string =>
  d.evidence === 'attested'
    ? ' (a person said so)'
    : typeof d.evidence === 'string'
      ? ` (${typed(d.evidence)})`
      : '';
const reason = (d: Detail): string =>
  typeof d.reason === 'string' ? ` (${typed(d.reason.replaceAll('_', ' '))})` : '';

const isCheck = (value: unknown): value is CheckName => checkNames.some((name) => name === value);
const isStage = (value: unknown): value is Stage => stages.some((stage) => stage === value);
const stageWord = (value: unknown): string => (isStage(value) ? stageWords[value].word : 'unknown');

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
