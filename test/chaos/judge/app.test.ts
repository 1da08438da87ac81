import { describe, expect, test } from 'vitest';
import { judgeApp, type Played } from './app.ts';
import type { Found, FoundEvent, FoundMessage } from './found.ts';

// The verdict itself: a good story passes, and each thing that can go wrong is called by its name.

const played: Played = {
  app: {
    mark: 'K0001',
    name: 'Atlas K0001',
    channel: '#room-1',
    owner: 'p1',
    admin: 'p2',
    managed: 'Admin-managed',
    readyFirst: false,
    linked: false,
  },
  ownerId: 'U1',
  adminId: 'U2',
  mayBeAdopted: false,
  shown: 'Atlas K0001 (admin-managed Zoom app). Development: Live, 5 of 6 checks passed.',
};

const event = (kind: string, actor: string, detail: Record<string, unknown> = {}): FoundEvent => ({
  kind,
  actor,
  detail,
});
const passes = (check: string, actor: string) =>
  event('check_changed', actor, { check, change: 'passed', from: 'pending', to: 'passed' });
const moves = (from: string, to: string) => event('stage_changed', 'greenroom', { from, to });

const events: readonly FoundEvent[] = [
  event('zoom_app_registered', 'U1'),
  passes('scopes', 'U1'),
  passes('credentials', 'greenroom'),
  moves('credentials', 'testing'),
  passes('redirect', 'U2'),
  passes('test_status', 'U2'),
  moves('testing', 'profile'),
  event('profile_matched', 'greenroom'),
  passes('connector_profile', 'greenroom'),
  moves('profile', 'live'),
];

const says = (ts: string, text: string, threadTs: string | null = '1'): FoundMessage => ({
  ts,
  text,
  threadTs,
  delivery: `d${ts}`,
  repeat: false,
});

const card = says('1', played.shown ?? '', null);
const created = says('7', 'The Zoom connector profile was created. It is for Atlas K0001', null);
const messages: readonly FoundMessage[] = [
  card,
  says('2', '<@U1> registered Atlas K0001.'),
  says('3', 'Atlas K0001: Credentials → Testing'),
  says('4', "Atlas K0001: <@U2> said that StackOne's callback is the redirect URL and on the allow list."),
  says('5', 'Atlas K0001: <@U2> said that Local Test shows "Ready".'),
  says('6', 'Atlas K0001: Testing → Profile'),
  created,
  says('8', 'Atlas K0001: Profile → Live'),
];

const good: Found = { registered: 1, events, messages };

function rules(found: Partial<Found>, history = true, more: Partial<Played> = {}): string[] {
  return [
    ...new Set(judgeApp({ ...played, ...more }, { ...good, ...found }, history).map(({ rule }) => rule)),
  ];
}

const without = <T>(items: readonly T[], one: T | undefined): T[] => items.filter((item) => item !== one);

describe('the verdict over one app', () => {
  test('finds nothing wrong with a good story', () => {
    expect(judgeApp(played, good, true)).toEqual([]);
  });

  test('sees an app that is missing, or there twice', () => {
    expect(rules({ registered: 0 })).toContain('registered once');
    expect(rules({ registered: 2 })).toContain('registered once');
  });

  test('sees every event that is missing', () => {
    for (const one of events) expect(rules({ events: without(events, one) })).not.toEqual([]);
  });

  test('sees a check that failed, a way back, and an event that nobody caused', () => {
    const failing = event('check_changed', 'greenroom', {
      check: 'credentials',
      change: 'regressed',
      from: 'passed',
      to: 'failed',
    });
    for (const one of [failing, moves('live', 'degraded'), event('watch_paused', 'greenroom')])
      expect(rules({ events: [...events, one] })).toContain('every event, in legal order');
  });

  test('lets an outage hide a check, when it comes back', () => {
    const hidden = event('check_changed', 'greenroom', {
      check: 'credentials',
      from: 'passed',
      to: 'unknown',
    });
    const back = event('check_changed', 'greenroom', {
      check: 'credentials',
      from: 'unknown',
      to: 'passed',
    });
    expect(rules({ events: [...events, hidden, back] })).toEqual([]);
    expect(rules({ events: [...events, hidden] })).toContain('every event, in legal order');
  });

  test('sees every message that is missing', () => {
    for (const one of messages) expect(rules({ messages: without(messages, one) })).not.toEqual([]);
  });

  test('sees a message that stands twice, under the same mark or another', () => {
    for (const one of messages) {
      const double = { ...one, ts: '9' };
      expect(rules({ messages: [...messages, double] })).toContain('nothing twice');
      expect(rules({ messages: [...messages, { ...double, delivery: 'another' }] })).not.toEqual([]);
    }
  });

  test('lets a repeat stand that says so, only where Greenroom may not look', () => {
    const repeat = { ...created, ts: '9', repeat: true };
    expect(rules({ messages: [...messages, repeat] }, false)).toEqual([]);
    expect(rules({ messages: [...messages, repeat] }, true)).toContain('nothing twice');
    expect(rules({ messages: [...messages, { ...repeat, repeat: false }] }, false)).toContain(
      'nothing twice',
    );
  });

  test('sees a card that is stale', () => {
    const stale = { ...card, text: 'Atlas K0001 (admin-managed Zoom app). Development: Profile, 4 of 6' };
    expect(rules({ messages: [stale, ...messages.slice(1)] })).toContain('no card is stale');
    expect(rules({}, true, { shown: `${played.shown} Next: something.` })).toContain('no card is stale');
  });

  test('sees a message in the wrong place, without its mark, or out of order', () => {
    const at = (ts: string, change: Partial<FoundMessage>) =>
      messages.map((message) => (message.ts === ts ? { ...message, ...change } : message));
    expect(rules({ messages: at('7', { threadTs: '1' }) })).toContain('every message in its place');
    expect(rules({ messages: at('3', { threadTs: null }) })).toContain('every message in its place');
    expect(rules({ messages: at('2', { delivery: null }) })).toContain('every message is marked');
    expect(rules({ messages: at('3', { ts: '9' }) })).toContain('the thread is in order');
  });

  test('sees a message that nobody caused', () => {
    expect(rules({ messages: [...messages, says('9', 'Something broke: Atlas K0001')] })).toContain(
      'nothing that nobody caused',
    );
  });
});
