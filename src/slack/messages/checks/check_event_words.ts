import { missingFields } from '../../../core/checks/check_detail.ts';
import { type Stage, stages } from '../../../core/checks/stage.ts';
import type { EventKind } from '../../../store/apps/events.ts';
import { limits } from '../../blocks/limits.ts';
import { count, typed } from '../../blocks/text.ts';
import { checkTitleIn, type Detail, strings } from '../history/event_detail.ts';
import { stageWords } from '../product_words.ts';
import { missingList } from './check_meaning.ts';

/** What became of checks and stages, and what was asked about them. */
export const checkEventWords = {
  check_changed: checkChanged,
  stage_changed: (d) => `moved it from ${stageWord(d.from)} to *${stageWord(d.to)}*.`,
  not_ready_reported: notReady,
  probe_calibrated: (d) =>
    d.trust === 'trusted'
      ? 'found that Zoom looks at the client before the code: its answers can be relied on.'
      : "found that Zoom's answers do not prove credentials: a person confirms them.",
  check_requested: () => 'asked Greenroom to look at everything now.',
  asked_again: () => "asked the owners whether Zoom's test is ready by now.",
  stopped_asking: () => "stopped asking whether Zoom's test is ready, as nothing had changed.",
} satisfies Partial<Record<EventKind, (detail: Detail) => string>>;

function checkChanged(d: Detail): string {
  const quietly = d.damped === true ? ' It goes back and forth, so nobody was told.' : '';
  return `${changeWords(d)}${quietly}`;
}

function changeWords(d: Detail): string {
  const check = checkTitleIn(d.check);
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

function notReady(d: Detail): string {
  const named = strings(d.missing);
  const missing = missingFields.filter((field) => named.includes(field));
  const note = typeof d.note === 'string' ? typed(d.note, limits.shown.note) : '';
  return `said that Zoom's test is not ready yet${missing.length === 0 ? '' : `: missing ${missingList(missing)}`}${note === '' ? '' : ` (${note})`}.`;
}

const evidence = (d: Detail): string =>
  d.evidence === 'attested'
    ? ' (a person said so)'
    : typeof d.evidence === 'string'
      ? ` (${typed(d.evidence)})`
      : '';

const reason = (d: Detail): string =>
  typeof d.reason === 'string' ? ` (${typed(d.reason.replaceAll('_', ' '))})` : '';

const isStage = (value: unknown): value is Stage => stages.some((stage) => stage === value);

const stageWord = (value: unknown): string => (isStage(value) ? stageWords[value].word : 'unknown');
