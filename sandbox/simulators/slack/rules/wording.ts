import type { z } from 'zod';
import { pointerOf, valueAt } from './pointer.ts';
import type { Violation } from './violation.ts';

/**
 * Turns errors of a zod schema into Slack's error texts. The wording is that of slackhq/hack-json-schema, the
 * validator Slack published, and of recorded answers ("must be less than 25 characters", "no more than 50 items
 * allowed", "unsupported type: alert", "invalid additional property: disabled"). Real Slack adds a second line
 * "failed to match all allowed schemas" for some parents; it says nothing more and is left out.
 */
function violationsOf(error: z.ZodError, root: unknown, at: string): Violation[] {
  return error.issues.flatMap((issue) => worded(issue, root, at));
}

/** The refusals of one schema for one value; `at` is the pointer of the value. */
export function check(schema: z.ZodType, value: unknown, at: string): Violation[] {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : violationsOf(parsed.error, value, at);
}

type Issue = z.core.$ZodIssue;

function worded(issue: Issue, root: unknown, at: string): Violation[] {
  const pointer = pointerOf(at, issue.path);
  if (issue.code === 'custom') return [{ code: ruleOf(issue), pointer, message: issue.message }];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField(pointer, key));
  if (valueAt(root, issue.path) === undefined) return [missing(issue.path, at)];
  return [{ pointer, ...refused(issue, root) }];
}

function ruleOf(issue: z.core.$ZodIssueCustom): string {
  const rule: unknown = issue.params?.rule;
  return typeof rule === 'string' ? rule : 'broken_rule';
}

function unknownField(pointer: string, key: string): Violation {
  return { code: 'unknown_field', pointer, message: `invalid additional property: ${key}` };
}

function missing(path: readonly PropertyKey[], at: string): Violation {
  const parent = path.slice(0, -1);
  if (path.length === 0) return { code: 'missing_field', pointer: at, message: 'missing required field' };
  const message = `missing required field: ${String(path.at(-1))}`;
  return { code: 'missing_field', pointer: pointerOf(at, parent), message };
}

function refused(issue: Issue, root: unknown): { code: string; message: string } {
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'wrong_type', message: `must provide ${article(issue.expected)}` };
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum));
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum), issue.inclusive !== false);
    case 'invalid_value':
      return { code: 'not_allowed_value', message: 'must be a valid enum value' };
    case 'invalid_format':
      return {
        code: 'bad_format',
        message: `input must match regex pattern: ${issue.pattern ?? issue.format}`,
      };
    case 'invalid_union':
      return issue.discriminator
        ? { code: 'unsupported_type', message: `unsupported type: ${String(valueAt(root, issue.path))}` }
        : { code: 'no_match', message: 'failed to match all allowed schemas' };
    default:
      return { code: 'broken_rule', message: issue.message };
  }
}

const NOUNS: Readonly<Record<string, string>> = {
  array: 'an array',
  int: 'an integer',
  object: 'an object',
  record: 'an object',
};

function article(expected: string): string {
  return NOUNS[expected] ?? `a ${expected}`;
}

function tooBig(origin: string, most: number): { code: string; message: string } {
  if (origin === 'array') return { code: 'too_many', message: `no more than ${most} items allowed` };
  if (origin === 'string') return { code: 'too_long', message: `must be less than ${most + 1} characters` };
  return { code: 'out_of_range', message: `must be less than ${most + 1}` };
}

function tooSmall(origin: string, least: number, inclusive: boolean): { code: string; message: string } {
  if (origin === 'array') return { code: 'too_few', message: `must provide at least ${least} items` };
  if (origin === 'string') return { code: 'too_short', message: `must be more than ${least - 1} characters` };
  return { code: 'out_of_range', message: `must be more than ${inclusive ? least - 1 : least}` };
}
