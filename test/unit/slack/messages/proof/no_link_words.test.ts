import { describe, expect, it } from 'vitest';
import { unknownReasons } from '../../../../../src/core/checks/reasons.ts';
import { type NoLink, noLinkMessage } from '../../../../../src/slack/messages/proof/no_link_words.ts';
import { labels, read } from '../reading.ts';
import { mischief, now } from '../samples.ts';

/** One of every kind that there is: the type fails when one is missing. */
const one: { readonly [Code in NoLink['code']]: Extract<NoLink, { code: Code }> } = {
  no_profile: { code: 'no_profile' },
  profile_disabled: { code: 'profile_disabled' },
  no_customer: { code: 'no_customer' },
  account_gone: { code: 'account_gone' },
  running: { code: 'running', by: 'U0BEN', until: now, sessionId: '0193590a-0000-7000-8000-0000000000aa' },
  no_key: { code: 'no_key' },
  key_read_only: { code: 'key_read_only' },
  key_forbidden: { code: 'key_forbidden' },
  key_refused: { code: 'key_refused' },
  unavailable: { code: 'unavailable', reason: 'timeout' },
  rejected: { code: 'rejected', status: 400, message: 'Connector profile is disabled' },
};

describe('why there is no link', () => {
  it.each(Object.values(one))('reads well: $code', (problem) => {
    const view = noLinkMessage(problem);
    expect({ words: read(view), text: view.text }).toMatchSnapshot();
  });

  it.each(['no_key', 'key_read_only', 'key_forbidden', 'key_refused', 'rejected'] as const)(
    'leads to the way by hand, and to StackOne: %s',
    (code) => {
      const view = noLinkMessage(one[code]);
      expect(read(view)).toContain('*By hand:* link the first Zoom account');
      expect(labels(view.blocks)).toContain('Open StackOne');
    },
  );

  it.each(unknownReasons)(
    'says of an outage that nothing counts as failed, and when to try again: %s',
    (reason) => {
      const words = read(noLinkMessage({ code: 'unavailable', reason, retryAfterMs: 130_000 }));
      expect(words).toContain('nothing counts as failed');
      expect(words).toContain('3 minutes');
      expect(read(noLinkMessage({ code: 'unavailable', reason, retryAfterMs: 0 }))).toContain('in a minute');
    },
  );

  it('shows what StackOne says, harmlessly', () => {
    const view = noLinkMessage({
      code: 'rejected',
      status: 400,
      message: `${mischief}\n${'x'.repeat(5_000)}`,
    });
    read(view);
    expect(JSON.stringify(view)).not.toMatch(/<!channel>|<@U0BAD>|@here/);
    expect(read(noLinkMessage({ code: 'rejected', status: 404, message: '' }))).toContain('gives no reason');
  });
});
