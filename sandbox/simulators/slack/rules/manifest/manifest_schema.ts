import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import type { Violation } from '../violation.ts';

/** Slack's published schemas (`vendor/slack-manifest-schema`), with their refusals in Slack's words. */

export type MajorVersion = 1 | 2;

const ajv = new Ajv({ strict: false, allErrors: true, formats: { uri: (text) => URL.canParse(text) } });
// Slack's own keyword for `pattern`, whose error is enough.
ajv.addKeyword({
  keyword: 'regex',
  type: 'string',
  macro: (pattern: string) => ({ pattern }),
});
const validators = { 1: compiled(1), 2: compiled(2) };

function compiled(version: MajorVersion): ValidateFunction {
  const file = `manifest.schema.${version}.0.0.json`;
  const url = new URL(`../../../../../vendor/slack-manifest-schema/${file}`, import.meta.url);
  return ajv.compile(JSON.parse(readFileSync(url, 'utf8')));
}

/** Every rule of the schema that a manifest breaks, with pointers from its root. */
export function schemaViolations(version: MajorVersion, manifest: unknown): Violation[] {
  const validate = validators[version];
  if (validate(manifest)) return [];
  return (validate.errors ?? []).filter(({ keyword }) => keyword !== 'regex').map(worded);
}

type Params = Readonly<Record<string, unknown>>;

/** The words of `wording.ts`, for ajv's errors. */
function worded({ keyword, instancePath, params, message }: ErrorObject): Violation {
  const word = words[keyword]?.(params) ?? { code: 'broken_rule', message: message ?? 'is wrong' };
  return { pointer: instancePath, ...word };
}

const words: Readonly<Record<string, (params: Params) => { code: string; message: string }>> = {
  required: ({ missingProperty }) => ({
    code: 'missing_field',
    message: `missing required field: ${missingProperty}`,
  }),
  additionalProperties: ({ additionalProperty }) => ({
    code: 'unknown_field',
    message: `invalid additional property: ${additionalProperty}`,
  }),
  type: ({ type }) => ({ code: 'wrong_type', message: `must provide a ${type}` }),
  enum: () => ({ code: 'not_allowed_value', message: 'must be a valid enum value' }),
  pattern: ({ pattern }) => ({ code: 'bad_format', message: `input must match regex pattern: ${pattern}` }),
  maxLength: ({ limit }) => ({
    code: 'too_long',
    message: `must be less than ${Number(limit) + 1} characters`,
  }),
  minLength: ({ limit }) => ({
    code: 'too_short',
    message: `must be more than ${Number(limit) - 1} characters`,
  }),
  maxItems: ({ limit }) => ({ code: 'too_many', message: `no more than ${limit} items allowed` }),
  minItems: ({ limit }) => ({ code: 'too_few', message: `must provide at least ${limit} items` }),
  maxProperties: ({ limit }) => ({ code: 'too_many', message: `no more than ${limit} properties allowed` }),
  uniqueItems: () => ({ code: 'not_unique', message: 'items must be unique' }),
};
