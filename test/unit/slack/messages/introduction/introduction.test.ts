import { describe, expect, it } from 'vitest';
import type { MessageView } from '../../../../../src/slack/blocks/block_types.ts';
import { messageView } from '../../../../../src/slack/blocks/fit.ts';
import { section } from '../../../../../src/slack/blocks/layout.ts';
import {
  hasRoom,
  introductionMessage,
  introductionWords,
  withIntroductionBelow,
} from '../../../../../src/slack/messages/introduction/introduction.ts';
import { read } from '../reading.ts';

const nobody = { admins: [] };
const text = (length: number): MessageView => ({ text: 'a'.repeat(length), blocks: [] });
const long = (blocks: number, length: number) =>
  messageView(
    'answer',
    Array.from({ length: blocks }, () => section('a'.repeat(length))),
  );

describe('the introduction', () => {
  it('says in three lines what Greenroom is, what to type, and whom to ask', () => {
    const lines = introductionWords({ admins: ['U0ANA', 'U0BEN'] }).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('/zoom-app register');
    expect(lines[2]).toBe('Questions about it? Ask <@U0ANA>, <@U0BEN> or whoever runs Greenroom.');
    expect(introductionWords(nobody)).toContain('Ask whoever runs Greenroom.');
  });

  it('mentions in a channel nobody but who added it', () => {
    const mentions = (message: MessageView) => JSON.stringify(message).match(/<@\w+>/g) ?? [];
    expect(new Set(mentions(introductionMessage({ kind: 'introduction', invitedBy: 'U0BEN' })))).toEqual(
      new Set(['<@U0BEN>']),
    );
    expect(mentions(introductionMessage({ kind: 'introduction', invitedBy: null }))).toEqual([]);
    expect(read(introductionMessage({ kind: 'introduction', invitedBy: null })).split('\n')).toHaveLength(3);
  });

  it('stands below an answer, which stays whole', () => {
    for (const answer of [text(10), text(2_000), messageView('answer', [section('What was asked')])]) {
      expect(hasRoom(answer)).toBe(true);
      const both = withIntroductionBelow(answer, nobody);
      const words = read(both);
      expect(
        words.startsWith(
          read(answer.blocks.length === 0 ? messageView('x', [section(answer.text)]) : answer),
        ),
      ).toBe(true);
      expect(both.text.startsWith(answer.text)).toBe(true);
      expect(words).toContain('Type `/zoom-app register`');
    }
  });

  it.each([
    ['a text that fills a block', text(2_900)],
    ['fifty blocks', long(48, 10)],
    ['a message at the limit of its characters', long(5, 2_900)],
  ])('waits for another answer where this one is %s', (_, answer) => {
    expect(hasRoom(answer)).toBe(false);
  });
});
