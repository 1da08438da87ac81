import { describe, expect, it } from 'vitest';
import { filledDate } from '../../../../sandbox/page/src/text/dates.ts';
import { readMrkdwn, readPlain } from '../../../../sandbox/page/src/text/mrkdwn.ts';

const text = (words: string) => ({ kind: 'text', text: words });

describe('mrkdwn, as the page reads it', () => {
  it('knows bold, italic and struck words, also inside each other', () => {
    expect(readMrkdwn('*Next, _now_:* ~old~')).toEqual([
      { kind: 'bold', inside: [text('Next, '), { kind: 'italic', inside: [text('now')] }, text(':')] },
      text(' '),
      { kind: 'strike', inside: [text('old')] },
    ]);
  });

  it('leaves signs alone that belong to a word', () => {
    expect(readMrkdwn('list_past_participants 2*3*4 a * b')).toEqual([
      text('list_past_participants 2*3*4 a * b'),
    ]);
  });

  it('reads nothing inside code, and unescapes what stands there', () => {
    expect(readMrkdwn('`*a* &lt;b&gt;`')).toEqual([{ kind: 'code', text: '*a* <b>' }]);
    expect(readMrkdwn('```\none\n  two\n```')).toEqual([{ kind: 'pre', text: 'one\n  two' }]);
  });

  it('reads links, people, channels, broadcasts and dates', () => {
    expect(readMrkdwn('<https://a.example/?x=1&amp;y=2|here>')).toEqual([
      { kind: 'link', url: 'https://a.example/?x=1&y=2', label: 'here' },
    ]);
    expect(readMrkdwn('<@U1> <#C1|general> <!here>')).toEqual([
      { kind: 'user', id: 'U1', label: null },
      text(' '),
      { kind: 'channel', id: 'C1', label: 'general' },
      text(' '),
      { kind: 'broadcast', name: 'here' },
    ]);
    expect(readMrkdwn('<!date^1700000000^{date} at {time}|then>')).toEqual([
      { kind: 'date', seconds: 1700000000, pattern: '{date} at {time}', url: null, fallback: 'then' },
    ]);
  });

  it('never makes markup of what was escaped', () => {
    expect(readMrkdwn('&lt;!channel&gt; &lt;@U1&gt;')).toEqual([text('<!channel> <@U1>')]);
  });

  it('gathers quoted lines, and breaks the others', () => {
    expect(readMrkdwn('&gt; one\n&gt; two\nthree')).toEqual([
      { kind: 'quote', inside: [text('one'), { kind: 'break' }, text('two')] },
      text('three'),
    ]);
  });

  it('shows only emoji and line breaks in plain text', () => {
    expect(readPlain('*a* :tada:\nb')).toEqual([
      text('*a* '),
      { kind: 'emoji', name: 'tada' },
      { kind: 'break' },
      text('b'),
    ]);
  });
});

describe('dates, as the page shows them', () => {
  const now = new Date(2026, 10, 23, 18, 12);

  it('says today and yesterday, and the date for what is further away', () => {
    const pattern = '{date_short_pretty} at {time}';
    expect(filledDate(pattern, new Date(2026, 10, 23, 9, 5), now)).toBe('today at 09:05');
    expect(filledDate(pattern, new Date(2026, 10, 22, 23, 59), now)).toBe('yesterday at 23:59');
    expect(filledDate(pattern, new Date(2026, 10, 1, 7, 0), now)).toBe('1 Nov 2026 at 07:00');
  });

  it('leaves a token alone that Slack does not know', () => {
    expect(filledDate('{moon}', now, now)).toBe('{moon}');
  });
});
