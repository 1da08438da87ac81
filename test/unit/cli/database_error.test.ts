import { expect, it } from 'vitest';
import { databaseError } from '../../../src/cli/database_error.ts';

const coded = (code: string, words: string) => Object.assign(new Error(words), { code });

it.each([
  ['an outage', coded('ECONNREFUSED', 'connect'), /does not answer: ECONNREFUSED: nothing listens/],
  [
    'an outage at each address of a host',
    new AggregateError([coded('ECONNREFUSED', 'one'), coded('ECONNREFUSED', 'other')], ''),
    /does not answer: ECONNREFUSED: nothing listens/,
  ],
  ['a refused password', coded('28P01', 'no'), /^The database cannot be used: .*refuses the password: check/],
  [
    'something unknown',
    coded('XX999', 'out\n  of order'),
    /does not answer: out of order\. "greenroom doctor"/,
  ],
  ['something unknown with a secret', new Error('at postgres://u:pa55word@host/x'), /\[secret\]@host/],
  ['no words', new Error(''), /does not answer: \S/],
])('says on one line why the database cannot be used: %s', (_what, error, words) => {
  const { message } = databaseError(error);
  expect(message).toMatch(words);
  expect(message).not.toMatch(/\n|pa55word/);
});
