import { expect, test } from 'vitest';
import { greenroom } from '../../harness/greenroom.ts';

test.each([
  [['forget'], /Name a person/],
  [['forget', '--person', 'ana'], /id of a Slack user/],
  [['forget', '--person', "U1'; --"], /id of a Slack user/],
  [['forget', '--person', ''], /id of a Slack user/],
  [['forget', '--workspace', 'Acme'], /id of a Slack workspace/],
  [['forget', '--person', 'U012ABCDEF', '--yes', '--dry-run'], /exclude each other/],
])('says how to use it, and does nothing: %j', async (words, what) => {
  const { code, out, err } = await greenroom(...words);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(what);
  expect(err).toContain('Usage: greenroom forget');
});
