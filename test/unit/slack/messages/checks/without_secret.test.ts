import { describe, expect, test } from 'vitest';
import type { Environment } from '../../../../../src/core/apps/zoom_app.ts';
import { type Check, newCheck } from '../../../../../src/core/checks/check.ts';
import type { Message } from '../../../../../src/core/deliveries/message.ts';
import { cardDetails } from '../../../../../src/slack/messages/card/card_details.ts';
import { checkNowMessage } from '../../../../../src/slack/messages/card/check_now_message.ts';
import { statusCard } from '../../../../../src/slack/messages/card/status_card.ts';
import { checkLine } from '../../../../../src/slack/messages/checks/check_line.ts';
import { eventMessage } from '../../../../../src/slack/messages/events/event_message.ts';
import { guide } from '../../../../../src/slack/messages/guide/guide.ts';
import { labels, read, readModal } from '../reading.ts';
import { appId, card, environment, environmentId, minutesAgo, now } from '../samples.ts';

const open: Check = { ...newCheck('credentials'), reason: 'no_secret' };
const verified: Check = {
  ...newCheck('credentials'),
  status: 'passed',
  lastKnown: 'passed',
  evidence: 'verified',
  knownAt: minutesAgo(90),
  lookedAt: minutesAgo(90),
};

function withCredentials(credentials: Check, hasSecret: boolean): Environment {
  return environment([credentials], { hasSecret });
}

const shown = (one: Environment, audience: 'channel' | 'me' = 'me') => statusCard(card([one]), now, audience);

describe('the card of an app without a secret', () => {
  test('says that its credentials are open until proven, and whose word there is for the client ID', () => {
    expect(checkLine(open, 'development', [])).toBe(
      ':white_circle: *Credentials: open until proven.* Greenroom has no secret to ask Zoom with. A sign-in through the connector profile shows whether the pair works.',
    );
    expect(checkLine({ ...open, attestedBy: 'U0BEN' }, 'development', [])).toContain('Client ID compared by');
    expect(labels(shown(withCredentials(open, false)).blocks)).toContain('The client ID is right');
    expect(labels(shown(withCredentials(open, false)).blocks)).not.toContain('Forget the secret');
    expect(labels(shown(withCredentials(open, false), 'channel').blocks)).not.toContain(
      'The client ID is right',
    );
  });

  test('says of what was verified that it is not looked at again', () => {
    const details = (one: Environment) => readModal(cardDetails(card([one]), one, now));
    expect(details(withCredentials(verified, false))).toContain(
      'Not looked at again: Greenroom has no secret.',
    );
    expect(details(withCredentials(verified, true))).not.toContain('Not looked at again');
  });

  test('offers to forget a stored secret to its reader, and to everybody once StackOne has proven it', () => {
    const provenBy = {
      sessionId: environmentId,
      accountId: 'a1',
      profileId: 'p1',
      at: now.toISOString(),
    };
    const proven = withCredentials({ ...verified, detail: { provenBy } }, true);
    expect(labels(shown(withCredentials(verified, true)).blocks)).toContain('Forget the secret');
    expect(labels(shown(withCredentials(verified, true), 'channel').blocks)).not.toContain(
      'Forget the secret',
    );
    expect(labels(shown(proven, 'channel').blocks)).toContain('Forget the secret');
    expect(labels(shown({ ...proven, hasSecret: false }, 'channel').blocks)).not.toContain(
      'Forget the secret',
    );
  });

  test('has a guide that asks for the client ID only', () => {
    const one = withCredentials(open, false);
    const words = readModal(guide(card([one]), one, now));
    expect(words).toContain('Compare the client ID');
    expect(words).toContain('Paste the client secret straight from Zoom into StackOne');
    expect(words).not.toContain('Give Greenroom the client ID and client secret');
  });
});

test('a look at everything says what it leaves out, and claims nothing about it', () => {
  const asked = { asked: 'now', card: card([]), probe: 'no_secret', stackone: 'queued' } as const;
  const { text } = checkNowMessage({ ...asked, withoutSecret: ['development', 'production'] }, now);
  expect(text).toContain('Looking at what Greenroom can see');
  expect(text).toContain('The credentials of Development and Production are not looked at');
});

test.each<[string, Message, string]>([
  [
    'forgotten',
    {
      kind: 'edited',
      appId,
      appName: 'A',
      by: 'U0BEN',
      what: ['credentials'],
      secret: { how: 'forgotten', environment: 'production' },
    },
    'had the stored client secret of *A*, Production, forgotten',
  ],
  [
    'kept',
    {
      kind: 'edited',
      appId,
      appName: 'A',
      by: 'U0BEN',
      what: ['credentials'],
      secret: { how: 'kept', environment: 'development' },
    },
    'replaced the credentials of *A*, Development, in Zoom and keeps the secret',
  ],
  [
    'of a compared client ID',
    {
      kind: 'attested',
      about: { appId, appName: 'A', environmentId, environment: 'development' },
      by: 'U0BEN',
      what: 'credentials',
      clientIdOnly: true,
    },
    'compared the client ID with the one in Zoom',
  ],
])('the thread is told of a secret that is %s', (_, message, words) => {
  expect(read(eventMessage(message))).toContain(words);
});
