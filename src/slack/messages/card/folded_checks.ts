import type { Environment } from '../../../core/apps/zoom_app.ts';
import type { Check, Evidence } from '../../../core/checks/check.ts';
import { actionIds } from '../../action_ids.ts';
import type { KnownBlock } from '../../blocks/block_types.ts';
import { button, nth } from '../../blocks/elements.ts';
import { section } from '../../blocks/layout.ts';
import { day } from '../../blocks/time.ts';
import { briefCheckLine, checkLine, reasonLine } from '../checks/check_line.ts';
import type { NextStep } from '../checks/next_step.ts';
import { titleInSentence } from '../checks/title_in_sentence.ts';
import { environmentNames, statusWords } from '../product_words.ts';
import { provenLine } from '../proof/proven_words.ts';
import { withoutSecretWords } from '../secrets/forget_secret.ts';
import { guessLine } from './guessed_profile.ts';

/**
 * The checks on a card: each that failed or is not known has a line, in front of the next step; those that passed are one line, and
 * so are those about which nothing is known yet. All of them, each with its evidence, are in the details.
 */

/**
 * How much a card says of what is wrong and of the next steps: all of it and its buttons shall stand on the first screen of a phone. The
 * rest is behind *Details* and *Show me how*.
 */
export interface Brevity {
  /** Of a check that failed or is not known: `all`: why, how that is known and since when; `reason`: why; `name`: that it is so. */
  readonly trouble: 'all' | 'reason' | 'name';
  /** The steps in words, or each as an order. */
  readonly step: 'all' | 'order';
}

/** An environment, and what is next for it. */
export interface WithStep {
  readonly environment: Environment;
  readonly step: NextStep;
}

export function brevityOf(all: readonly WithStep[]): Brevity {
  const troubled = all.flatMap(({ environment }) => environment.checks.filter(isTroubled)).length;
  const waiting = all.filter(({ step }) => step.whom !== null).length;
  const isFull = all.length > 1 && (troubled > 0 || waiting > 1);
  return {
    trouble: troubled > 2 ? 'name' : troubled === 2 || isFull ? 'reason' : 'all',
    step: isFull ? 'order' : 'all',
  };
}

/** Only what goes with the next step has a button. */
export function isTight({ trouble, step }: Brevity): boolean {
  return trouble !== 'all' || step === 'order';
}

function isTroubled({ status }: Check): boolean {
  return status === 'failed' || status === 'unknown';
}

/** The lines before the next step. */
export function troubleLines({ checks, kind }: Environment, { trouble }: Brevity): string[] {
  const troubled = checks.filter(isTroubled);
  if (trouble === 'name') return nameLines(troubled);
  const line = trouble === 'all' ? briefCheckLine : reasonLine;
  return troubled.map((check) => line(check, kind, checks));
}

function nameLines(troubled: readonly Check[]): string[] {
  const failed = troubled.filter(({ status }) => status === 'failed');
  const expired = troubled.filter(({ reason }) => reason === 'attestation_expired');
  const unseen = troubled.filter((check) => !failed.includes(check) && !expired.includes(check));
  const { failed: bad, unknown } = statusWords;
  return [
    ...(failed.length === 0 ? [] : [`${bad.sign} *${bad.word}:* ${titles(failed)}`]),
    ...(expired.length === 0 ? [] : [`${unknown.sign} *To confirm again:* ${titles(expired)}`]),
    ...(unseen.length === 0 ? [] : [`${unknown.sign} *${unknown.word}:* ${lastKnownTitles(unseen)}`]),
  ];
}

/** "credentials (failed before), linked account · last known 23 Nov 2026" */
function lastKnownTitles(unseen: readonly Check[]): string {
  const names = unseen.map(
    ({ name, lastKnown }) => `${titleInSentence(name)}${lastKnown === 'failed' ? ' (failed before)' : ''}`,
  );
  const known = unseen.flatMap(({ knownAt }) => knownAt ?? []).sort(byTime)[0];
  return `${names.join(', ')}${known === undefined ? '' : ` · last known ${day(known)}`}`;
}

const byTime = (one: Date, other: Date): number => one.getTime() - other.getTime();

/** What follows the next step, with the button that shows all checks. `isAlone`: the card has no other environment. */
export function foldedBlocks(environment: Environment, isAlone: boolean): KnownBlock[] {
  const { checks, kind, id } = environment;
  const rest = checks.filter((check) => !isTroubled(check));
  const lines = [
    ...rest
      .filter((check) => !isPlain(check))
      .map((check) => checkLine(check, kind, checks) + withoutSecretWords(environment, check)),
    ...passedLine(rest.filter((check) => isPlain(check) && check.status === 'passed')),
    ...guessLine(environment),
    ...openLine(rest.filter((check) => isPlain(check) && check.status === 'pending')),
    ...provenLine(environment),
  ];
  const head = isAlone ? [] : [`*Checks of ${environmentNames[kind]}*`];
  const all = [
    ...head,
    ...(lines.length === 0 && isAlone ? ['How each check is known, and since when'] : lines),
  ];
  return [section(all.join('\n'), button('Details', nth(actionIds.details, id), id))];
}

/** Says no more than its status: it passed, or nothing is known of it yet. An account that does not work is never folded away. */
function isPlain({ status, reason, attestedBy, detail: { notActive = [] } }: Check): boolean {
  if (notActive.length > 0 || !saysNothing.has(reason)) return false;
  return status === 'passed' || attestedBy === null;
}

const saysNothing: ReadonlySet<Check['reason']> = new Set([null, 'no_profile_yet', 'no_account_yet']);

function passedLine(checks: readonly Check[]): string[] {
  if (checks.length === 0) return [];
  const known = evidences.flatMap(({ evidence, words }) => {
    const n = checks.filter((check) => check.evidence === evidence).length;
    return n === 0 ? [] : [words(n)];
  });
  const seen = checks.flatMap((check) => seenAt(check) ?? []).sort(byTime);
  const oldest = seen[0] === undefined ? [] : [`${seen.length === 1 ? 'as of' : 'oldest:'} ${day(seen[0])}`];
  const how = [...known, ...oldest].join(', ');
  return [`${statusWords.passed.sign} *Passed:* ${titles(checks)}${how === '' ? '' : ` · ${how}`}`];
}

const evidences: readonly { readonly evidence: Evidence; readonly words: (n: number) => string }[] = [
  { evidence: 'verified', words: (n) => `${n} verified` },
  { evidence: 'derived', words: (n) => `${n} derived` },
  { evidence: 'attested', words: (n) => `${n} said by ${n === 1 ? 'a person' : 'people'}` },
];

/** What a person said is as old as that; everything else was looked at last then. */
function seenAt({ evidence, knownAt, lookedAt }: Check): Date | null {
  return evidence === 'attested' ? knownAt : (lookedAt ?? knownAt);
}

function openLine(checks: readonly Check[]): string[] {
  return checks.length === 0 ? [] : [`${statusWords.pending.sign} *Still open:* ${titles(checks)}`];
}

const titles = (checks: readonly Check[]): string =>
  checks.map(({ name }) => titleInSentence(name)).join(', ');
