import { scrub } from '../../../scrub.ts';
import { codeOf } from '../client/outage.ts';
import { type DatabaseProblem, databaseProblemOf, outageKindOf } from './database_problem.ts';
import { faultTexts, outageTexts } from './problem_texts.ts';

/**
 * What a failed first use of the database means. `fault`: the configuration is wrong, and waiting does not help; `line`
 * says what to change. `outage`: it passes; `reason` is for everybody's eyes, so it names no host and no user. `unknown`:
 * neither is sure.
 */
export type StartTrouble =
  | { readonly kind: 'fault'; readonly line: string }
  | { readonly kind: 'outage' | 'unknown'; readonly reason: string };

/** A configuration that was seen to be wrong; the message is the line for people. */
export class DatabaseFault extends Error {
  override readonly name = 'DatabaseFault';
}

export function judgeStart(error: unknown): StartTrouble {
  if (error instanceof DatabaseFault) return { kind: 'fault', line: error.message };
  const problem = databaseProblemOf(error);
  const cause = error instanceof AggregateError ? error.errors.find(isOf(problem)) : error;
  if (!(cause instanceof Error)) return { kind: 'unknown', reason: 'see the log' };
  if (problem.is === 'fault') return { kind: 'fault', line: lineOf(cause, problem) };
  return { kind: problem.is, reason: reasonOf(cause) };
}

const isOf = (problem: DatabaseProblem) => (error: unknown) => databaseProblemOf(error).is === problem.is;

/** Which part is missing, without host, user or words of the server. */
export function reasonOf(error: Error): string {
  const problem = databaseProblemOf(error);
  const kind = outageKindOf(error);
  const fault = problem.is === 'fault' ? faultTexts[problem.kind] : null;
  const { what } = fault ?? outageTexts[kind ?? 'connection_lost'];
  const code = codeOf(error);
  return code === '' ? what : `${code}: ${what}`;
}

/** What to do about an outage that may not pass by itself; null for what is not listed. */
export function fixFor(error: unknown): string | null {
  const problem = databaseProblemOf(error);
  return problem.is === 'outage' ? outageTexts[problem.kind].fix : null;
}

/** One line, whatever the server says. */
function lineOf(error: Error, { kind }: DatabaseProblem & { is: 'fault' }): string {
  const { what, fix } = faultTexts[kind];
  const said = scrub(error.message).replaceAll(/\s+/g, ' ').slice(0, 200);
  return `The database cannot be used: ${what}: ${fix}. (${[codeOf(error), said].filter(Boolean).join(': ')})`;
}
