import type { DriftFinding } from '../../../core/drift/findings.ts';
import { groupBy } from '../../../core/group_by.ts';
import { count, typed, wordList } from '../../blocks/text.ts';
import { environmentNames } from '../product_words.ts';

type ScopeFinding = Extract<DriftFinding, { kind: 'scope' }>;

/** Scopes and actions of one sentence. */
const NAMED = 8;
/** More would hide the rest of a card. */
const LINES = 6;

/** `whose`: who lacks it, in the third person: "this app", "*StackOne Integration*", "these apps". */
export interface Whose {
  readonly name: string;
  readonly many?: boolean;
}

/** What was found, a line each: what it is and what to do. */
export function findingLines(findings: readonly DriftFinding[], whose: Whose): string[] {
  const scopes = findings.filter((one): one is ScopeFinding => one.kind === 'scope');
  const bySource = groupBy(scopes, (one) =>
    JSON.stringify([one.since, one.connector || one.actions, one.known === 'other_level']),
  );
  const lines = [
    ...[...bySource.values()].map((some) => scopeLine(some, whose)),
    ...goneLine(findings, whose),
    ...findings.flatMap((finding) => otherLine(finding, whose)),
  ];
  const more = lines.length - LINES;
  return more > 0 ? [...lines.slice(0, LINES), `… and ${count(more, 'more line')} like these.`] : lines;
}

function scopeLine(some: readonly ScopeFinding[], { name, many }: Whose): string {
  const [first] = some;
  if (first === undefined) return '';
  const from = first.since === null ? '' : `From version ${version(first.since)} `;
  const source = first.connector ? 'the Zoom connector' : actionWords(first.actions);
  const needs = first.connector || first.actions.length === 1 ? 'needs' : 'need';
  const who = `${from}${source} ${needs}`;
  const begin = `${who.charAt(0).toUpperCase()}${who.slice(1)}`;
  const listed = codes([...new Set(some.flatMap((one) => one.listed))]);
  // Nobody can add what Zoom does not have.
  if (first.known === 'other_level')
    return `${begin} ${listed}. As far as the catalogue knows, Zoom has no such scope for apps that are managed like ${name}, so it is not known whether anything can be done without it.`;
  const keys = codes(some.map(({ key }) => key));
  const it = some.length === 1 ? 'it' : 'them';
  const line = `${begin} ${keys}, which ${name} ${many ? 'do' : 'does'} not declare: add ${it} in Zoom, edit the scopes here, and link the accounts again.`;
  const unknown = some.filter(({ known }) => known === 'unknown');
  if (unknown.length === 0) return line;
  const sent = codes([...new Set(unknown.flatMap((one) => one.listed))]);
  return `${line} Greenroom's catalogue does not know ${codes(unknown.map(({ key }) => key))} (StackOne lists ${sent}), so it is not known how Zoom names it: declare what you see in Zoom.`;
}

function goneLine(findings: readonly DriftFinding[], { name, many }: Whose): string[] {
  const gone = findings.flatMap((one) => (one.kind === 'action_gone' ? [one.action] : []));
  if (gone.length === 0) return [];
  const them = gone.length === 1 ? 'the action' : 'the actions';
  return [
    `StackOne does not list ${them} ${codes(gone)} any more, which ${name} ${many ? 'use' : 'uses'}: look in StackOne what takes their place, and plan the scopes again.`,
  ];
}

function otherLine(finding: DriftFinding, { name }: Whose): string[] {
  switch (finding.kind) {
    case 'breaking':
      return [
        `The Zoom connector went from version ${version(finding.from)} to ${version(finding.to)}, which StackOne calls a breaking change. It needs no scope that ${name} lacks, but linked accounts may have to authorise again. A sign-in through the profile (*Prove it works*) settles this; or accept it when they have.`,
      ];
    case 'pinned': {
      const where = `The profile of ${environmentNames[finding.environment]} is pinned to version ${version(finding.pinned)}`;
      return finding.behind === true
        ? [
            `${where}; the newest is ${version(finding.newest)}. What newer versions need is not felt before the pin is moved in StackOne.`,
          ]
        : [
            `${where}; StackOne also lists ${version(finding.newest)}. Which of them is newer cannot be told from their names.`,
          ];
    }
    case 'refused':
      return [
        `By the catalogue of Zoom scopes of ${typed(finding.catalogue, 20)}, ${code(finding.scope)} cannot be declared as it is: an owner edits the scopes.`,
      ];
    default:
      return [];
  }
}

function actionWords(actions: readonly string[]): string {
  return `the StackOne ${actions.length === 1 ? 'action' : 'actions'} ${codes(actions)}`;
}

const version = (text: string): string => typed(text, 40);
const code = (text: string): string => `\`${typed(text, 200)}\``;

function codes(texts: readonly string[]): string {
  const more = texts.length - NAMED;
  return wordList([...texts.slice(0, NAMED).map(code), ...(more > 0 ? [count(more, 'other')] : [])]);
}
