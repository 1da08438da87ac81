import { expect, test } from 'vitest';
import { isChannelId, isDirectMessage, isUserId } from '../../../src/core/slack_ids.ts';

test.each([
  ['U012AB3CD', true, false, true],
  ['W012AB3CD', true, false, true],
  ['D012AB3CD', false, false, true],
  ['C012AB3CD', false, true, false],
  ['G012AB3CD', false, true, false],
  ['greenroom', false, false, false],
  ['forgotten', false, false, false],
  ['', false, false, false],
])('of %s: a person %s, a channel %s, direct messages %s', (id, user, channel, direct) => {
  expect([isUserId(id), isChannelId(id), isDirectMessage(id)]).toEqual([user, channel, direct]);
});

test.each(['u012ab3cd', 'U 12', '<@U012AB3CD>', 'U012AB3CD\n', `U${'A'.repeat(31)}`])(
  '%j is the id of nobody',
  (id) => {
    expect(isUserId(id) || isChannelId(id)).toBe(false);
  },
);
