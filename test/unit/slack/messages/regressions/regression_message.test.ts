import { expect, test } from 'vitest';
import { regressed } from '../../../../../src/slack/messages/regressions/regression_message.ts';

const about = { appId: 'a', appName: 'Acme', environmentId: 'e', environment: 'development' } as const;
const since = '2026-11-23T09:00:00Z';
const due = { kind: 'regression_due', about, check: 'credentials', reason: 'invalid_credentials' } as const;
const taken = { by: 'U0ZOE', at: since };
const ended = { at: since, repaired: true };

test.each([
  ['Something broke', /Nobody looks after it\./, { again: false }],
  ['Still broken', /Nobody looks after it\./, { again: true }],
  ['Still broken', /<@U0ZOE> has looked after it since/, { again: true, taken }],
  ['Something broke', /Repaired .*There is nothing to do\./, { again: true, taken, ended }],
])('what is sent of a regression begins with "%s" and says %s', (title, words, state) => {
  const { text } = regressed({ ...due, regressionId: 'r', since, ...state });
  expect(text.startsWith(`${title}.`)).toBe(true);
  expect(text).toMatch(words);
});
