import type { Environment } from '../../../core/apps/zoom_app.ts';
import type { Check, Evidence } from '../../../core/checks/check.ts';
import { actionIds } from '../../action_ids.ts';
import type { KnownBlock } from '../../blocks/block_types.ts';
import { button, nth } from '../../blocks/elements.ts';
import { section } from '../../blocks/layout.ts';
import { day, oldestOf } from '../../blocks/time.ts';
import { checkLine } from '../checks/check_line.ts';
import { titlesInSentence } from '../checks/title_in_sentence.ts';
import { isTroubled } from '../checks/trouble_lines.ts';
import { environmentNames, statusWords } from '../product_words.ts';
import { provenLine } from '../proof/proven_words.ts';
import { withoutSecretWords } from '../secrets/forget_secret.ts';
import { guessLine } from './guessed_profile.ts';

/**
 * The checks that follow the next step on a card: those that passed are one line, and so are those about which nothing is known yet.
 * All checks, each with its evidence, are in the details.
 */

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
  const seen = checks.flatMap((check) => seenAt(check) ?? []);
  const oldest = oldestOf(seen);
  const age = oldest === undefined ? [] : [`${seen.length === 1 ? 'as of' : 'oldest:'} ${day(oldest)}`];
  const how = [...known, ...age].join(', ');
  return [`${statusWords.passed.sign} *Passed:* ${titlesInSentence(checks)}${how === '' ? '' : ` · ${how}`}`];
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
  return checks.length === 0 ? [] : [`${statusWords.pending.sign} *Still open:* ${titlesInSentence(checks)}`];
}
