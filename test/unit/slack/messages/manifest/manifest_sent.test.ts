import { describe, expect, it } from 'vitest';
import type { FileSent } from '../../../../../src/slack/messages/file_sent.ts';
import { manifestSent } from '../../../../../src/slack/messages/manifest/manifest_sent.ts';
import { read } from '../reading.ts';
import { card } from '../samples.ts';

const text = (messages: number): FileSent => ({ kind: 'text', messages, isCutOff: false });

describe('the answer that the manifest was sent', () => {
  it.each<[string, FileSent, string]>([
    ['a file', { kind: 'file' }, 'It is a file in your direct messages with Greenroom.'],
    ['one message', text(1), 'It is in your direct messages with Greenroom: copy it into a file.'],
    ['several messages', text(3), 'in 3 parts: copy them one after the other into one file.'],
  ])('says what to do with %s', (_, sent, words) => {
    expect(read(manifestSent(card([]).app, sent))).toContain(words);
  });
});
