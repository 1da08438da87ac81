import { describe, expect, it } from 'vitest';
import { archivedList } from '../../../../../src/slack/messages/archive/archived_list.ts';
import { historyMessage } from '../../../../../src/slack/messages/history/history_message.ts';
import { boardMessage } from '../../../../../src/slack/messages/lists/board_message.ts';
import { listMessage } from '../../../../../src/slack/messages/lists/list_message.ts';
import { eventKinds, type StoredEvent } from '../../../../../src/store/apps/events.ts';
import type { Board } from '../../../../../src/usecases/apps/list_zoom_apps.ts';
import { labels, pressables, read } from '../reading.ts';
import {
  appId,
  checksOf,
  environment,
  line,
  longNames,
  minutesAgo,
  mischief,
  now,
  productionId,
  unseen,
  uuid,
} from '../samples.ts';

const healthy = { answeredAt: minutesAgo(1), trouble: null, troubleSince: null };
const board = (changes: Partial<Board> = {}): Board => ({
  lines: [line()],
  next: null,
  counts: { testing: 1 },
  stackone: healthy,
  ...changes,
});
const everything = environment(Object.values(checksOf));
const live = {
  id: productionId,
  kind: 'production' as const,
  stage: 'live' as const,
  pendingClientId: null,
  checks: everything.checks,
};

it('says of archived Zoom apps that there is none, or none of the name', () => {
  const nothing = { apps: [], next: null };
  expect(archivedList(nothing, { words: ' ' }).text).toBe('No Zoom app is archived.');
  expect(archivedList(nothing, { words: 'tide' }).text).toBe('No archived Zoom app begins with "tide".');
});

describe('the list of Zoom apps', () => {
  it('shows each app with where it stands, what is next, and a button', () => {
    const two = [
      line({ environments: [...line().environments, live] }),
      line({ appId: uuid(2), name: 'Payroll', environments: [] }),
    ];
    const message = listMessage({ lines: two, next: null }, { words: '' });
    expect(read(message)).toMatchSnapshot();
    expect(pressables(message.blocks).map(({ id, value }) => [id, value])).toEqual([
      [`show_app#${appId}`, appId],
      [`show_app#${uuid(2)}`, uuid(2)],
    ]);
    expect(message.text).toBe(
      '2 Zoom apps. StackOne Integration: Development Testing, Production Live. Payroll: no environment yet.',
    );
  });

  it('says how to begin when there is nothing yet', () => {
    const message = listMessage({ lines: [], next: null }, { words: '' });
    expect(read(message)).toContain('/zoom-app register');
    expect(labels(message.blocks)).toEqual(['Register a Zoom app']);
  });

  it('says that all are archived, and how one comes back, instead of that there never was any', () => {
    const none = { lines: [], next: null, allArchived: true };
    for (const message of [listMessage(none, { words: '' }), boardMessage(board(none), { words: '' }, now)]) {
      expect(read(message)).toMatch(/All Zoom apps of this workspace are archived.*list archived/);
      expect(message.text).toMatch(/All Zoom apps of this workspace are archived.*list archived/);
      expect(read(message)).not.toContain('registered yet');
    }
    expect(read(listMessage(none, { words: 'pay' }))).toContain('No Zoom app matching "pay"');
  });

  it('says how to see everything when nothing matches, without repeating what was typed as markup', () => {
    const message = listMessage({ lines: [], next: null }, { words: mischief });
    expect(read(message)).toContain('`/zoom-app list` shows all of them');
    expect(JSON.stringify(message)).not.toContain('<!channel>');
  });

  it('names an owner who was asked for', () => {
    const message = listMessage({ lines: [], next: null }, { words: '<@U0ANA|ana>' });
    expect(message.text).toContain('<@U0ANA>');
  });

  it('turns pages, and back to the first', () => {
    const page = { lines: [line()], next: 'cursor-2' };
    const first = listMessage(page, { words: 'pay' });
    expect(pressables(first.blocks).slice(1)).toEqual([
      { label: 'Next page', id: 'list_page#next', value: '{"words":"pay","after":"cursor-2"}', url: '' },
    ]);
    const second = listMessage({ ...page, next: null }, { words: 'pay', after: 'cursor-2' });
    expect(pressables(second.blocks).slice(1)).toEqual([
      { label: 'First page', id: 'list_page#first', value: '{"words":"pay"}', url: '' },
    ]);
  });

  it('says that nothing rests on words alone, and not that no app has that name', () => {
    const none = { lines: [], next: null };
    for (const words of ['unproven', ' UNPROVEN ']) {
      expect(read(listMessage(none, { words }))).toContain("Nothing here rests on people's words alone");
      expect(read(boardMessage(board(none), { words }, now))).toContain(
        "Nothing here rests on people's words",
      );
    }
    expect(read(listMessage(none, { words: 'unproven pay' }))).toContain('No Zoom app matching');
  });

  it('goes on looking from a page on which nothing matched, and ends with the last', () => {
    const none = { lines: [], next: 'cursor-2' };
    const first = listMessage(none, { words: 'even odd' });
    expect(read(first)).toContain('No Zoom app matching "even odd" so far');
    expect(labels(first.blocks)).toEqual(['Next page']);
    const last = listMessage({ ...none, next: null }, { words: 'even odd', after: 'cursor-2' });
    expect(read(last)).toContain('No more Zoom apps matching "even odd".');
    expect(labels(last.blocks)).toEqual(['First page']);
    const board1 = boardMessage(board(none), { words: 'even odd' }, now);
    expect(labels(board1.blocks)).toEqual(['Next page']);
    expect(read(board1)).toContain('so far');
  });

  it.each(Object.entries(longNames))('fits with ten apps whose names are %s', (_kind, name) => {
    const owners = Array.from({ length: 100 }, (_, i) => `U0${i}`);
    const worst = unseen(checksOf.connector_profile);
    const environments = [
      ...line().environments,
      { ...live, checks: [worst, ...everything.checks.slice(1)] },
    ];
    const lines = Array.from({ length: 10 }, (_, i) => line({ appId: uuid(i), name, owners, environments }));
    const asked = { words: mischief.repeat(60) };
    expect(read(listMessage({ lines, next: 'c' }, asked))).toContain('and 97 more');
    expect(read(boardMessage(board({ lines, next: 'c' }), asked, now))).toContain('and 97 more');
  });
});

describe('the readiness board', () => {
  it('can be taken in at a glance', () => {
    const counts = { testing: 3, live: 12, degraded: 1, profile: 2 };
    expect(read(boardMessage(board({ counts }), { words: '' }, now))).toMatchSnapshot();
  });

  it('keeps the picture narrow with thousands of environments, and shows the few beside the many', () => {
    const words = read(boardMessage(board({ counts: { live: 9000, degraded: 1 } }), { words: '' }, now));
    expect(words).toContain(`Live          9000 ${'■'.repeat(20)}`);
    expect(words).toContain('Degraded         1 ■');
    expect(words).toContain('9,001 environments');
  });

  it('says since when StackOne cannot be looked into, and what to do', () => {
    const stackone = {
      answeredAt: minutesAgo(120),
      trouble: 'key_refused' as const,
      troubleSince: minutesAgo(90),
    };
    const words = read(boardMessage(board({ stackone }), { words: '' }, now));
    expect(words).toContain('StackOne cannot be looked into since 23 Nov 2026, 16:42 UTC');
    expect(words).toContain('Its last answer was 23 Nov 2026, 16:12 UTC');
    expect(words).toContain('STACKONE_API_KEY');
  });

  it('says how to register when it is empty', () => {
    const message = boardMessage(board({ lines: [], counts: {} }), { words: '' }, now);
    expect(read(message)).toContain('/zoom-app register');
    expect(labels(message.blocks)).toEqual(['Register a Zoom app']);
  });

  it('never shows a state by a sign alone', () => {
    const stages = [
      'draft',
      'credentials',
      'scopes',
      'testing',
      'profile',
      'live',
      'degraded',
      'archived',
    ] as const;
    for (const stage of stages) {
      const environments = line().environments.map((each) => ({ ...each, stage }));
      const words = read(boardMessage(board({ lines: [line({ environments })] }), { words: '' }, now));
      expect(words.toLowerCase()).toContain(`development: *${stage}*`);
    }
  });
});

describe('the history', () => {
  const event = (
    kind: string,
    detail: StoredEvent['detail'] = {},
    more: Partial<StoredEvent> = {},
  ): StoredEvent => ({
    id: uuid(1),
    at: minutesAgo(10),
    kind,
    actor: 'U0ANA',
    detail,
    ...more,
  });
  const app = { id: appId, name: 'StackOne Integration' };

  it('has words for every kind of event', () => {
    const environmentKind = { environment: 'development' as const };
    const events = [
      event('zoom_app_registered', { scopes: 2 }),
      event('zoom_app_edited', { edited: ['scopes', 'name'], added: ['a:read:b'], removed: ['c:read:d'] }),
      event('environment_added', {}, environmentKind),
      event('credentials_replaced', {}, environmentKind),
      event('credentials_replaced', { how: 'kept' }, environmentKind),
      event('credentials_replaced', { how: 'stored' }, environmentKind),
      event('credentials_replaced', { how: 'same' }, environmentKind),
      event('secret_forgotten', {}, environmentKind),
      event('secrets_setting_changed', { policy: 'never' }),
      event('secrets_setting_changed', { policy: 'ask' }),
      event('check_changed', { check: 'credentials', change: 'none', reason: 'no_secret' }, environmentKind),
      event('check_changed', { check: 'credentials', change: 'reset', reason: 'no_secret' }, environmentKind),
      event(
        'check_changed',
        { check: 'credentials', change: 'passed', evidence: 'verified' },
        { actor: 'greenroom', ...environmentKind },
      ),
      event(
        'check_changed',
        { check: 'credentials', change: 'regressed', reason: 'invalid_credentials' },
        { actor: 'greenroom' },
      ),
      event(
        'check_changed',
        { check: 'credentials', change: 'none', reason: 'new_secret_refused' },
        { actor: 'greenroom' },
      ),
      event(
        'check_changed',
        { check: 'connector_profile', change: 'lost_sight', reason: 'timeout' },
        { actor: 'greenroom' },
      ),
      event(
        'stage_changed',
        { from: 'credentials', to: 'testing' },
        { actor: 'greenroom', ...environmentKind },
      ),
      event('not_ready_reported', { missing: ['links'], note: 'soon' }),
      event('profile_matched', { profileName: 'Zoom', matchedBy: 'name' }, { actor: 'greenroom' }),
      event('profile_rejected', { profileName: 'Zoom' }),
      event('profile_dismissed', { profileName: 'Zoom' }),
      event('baseline_taken', {}, { actor: 'greenroom' }),
      event('probe_calibrated', { trust: 'trusted' }, { actor: 'greenroom' }),
      event('something_new'),
    ];
    expect(read(historyMessage({ events, next: null }, { app }))).toMatchSnapshot();
  });

  it('says of a flapping check that it was not announced', () => {
    const swing = { check: 'connector_profile', change: 'recovered', damped: true };
    const words = read(historyMessage({ events: [event('check_changed', swing)], next: null }, { app }));
    expect(words).toContain('*Connector profile* passes again. It goes back and forth, so nobody was told.');
  });

  it('has words for what happens to the whole workspace', () => {
    const events = [
      event('stackone_trouble', { trouble: 'timeout' }),
      event('stackone_trouble', { trouble: 'something_newer' }),
      event('stackone_back', { trouble: 'timeout', since: now.toISOString() }),
      event('person_forgotten', { table: 'zoom_app_owner', rows: 2 }),
      event('history_removed', { table: 'event', rows: 1_200 }),
    ];
    const words = read(historyMessage({ events, next: null }, { app: null }));
    for (const part of [
      "could not read StackOne's lists: StackOne did not answer in time.",
      "could not read StackOne's lists.",
      /could read StackOne's lists again, for the first time since .*2026/,
      'forgot a person in 2 rows of `zoom_app_owner`.',
      'removed 1,200 old entries of the history.',
    ])
      expect(words).toMatch(part);
  });

  it('says where a watch was set and ended, what was handed over, and until when reminders wait', () => {
    const until = '2026-11-25T09:00:00Z';
    const step = { action: 'set_redirect' };
    const events = [
      event('watch_set', { channelId: 'C0ZOOM', level: 'failures', before: 'all' }),
      event('watch_ended', { channelId: 'U0ANA' }),
      event('regression_handed_over', { check: 'credentials', to: 'U0BEN' }),
      event('regression_released', { check: 'credentials', from: 'U0BEN' }),
      event('takeover_asked', { until }),
      event('nudge_snoozed', { ...step, until }),
      event('nudge_snoozed', { ...step, until: null }),
    ];
    const words = read(historyMessage({ events, next: null }, { app }));
    for (const part of [
      /set a watch in \S*C0ZOOM\S*: failures, and their end; until then everything\./,
      /ended a watch as direct messages to \S*U0ANA\S*\./,
      /handed \*Credentials\*, which broke, over to \S*U0BEN\S*\./,
      /asks the owners about \*Credentials\* again, which is still broken; \S*U0BEN\S* looked after it\./,
      /asked to become an owner, from 25 Nov 2026.* on if no owner objects\./,
      /put off reminders until 25 Nov 2026.*: set the redirect URL in Zoom\./,
      /wants no more reminders: set the redirect URL in Zoom\./,
    ])
      expect(words).toMatch(part);
  });

  it('survives details it does not expect, of every kind', () => {
    const odd = {
      check: 7,
      change: {},
      from: null,
      to: 'nowhere',
      edited: 'x',
      added: [1, mischief],
      profileName: 9,
      missing: {},
      ...{ until: 'soon', since: 'soon', renewalAt: 'soon', left: 'x', userIds: {} },
    };
    for (const kind of [...eventKinds, mischief, 'constructor'])
      for (const detail of [odd, {}]) {
        const events = [event(kind, detail, { actor: mischief })];
        const words = read(historyMessage({ events, next: null }, { app }));
        expect(words, kind).not.toMatch(/undefined|Invalid|NaN/);
      }
  });

  it.each([
    ['prove', 'proved that the profile works', 'could not prove that the profile works'],
    ['link', "linked a customer's account", "could not link a customer's account"],
    ['link_again', 'linked an account again', 'could not link an account again'],
    ['of next year', 'linked an account', 'could not link an account'],
    ['constructor', 'linked an account', 'could not link an account'],
  ])('says what a link was for, also when it was used or was not: %s', (purpose, used, failed) => {
    const events = [
      event('proof_started', { purpose }),
      event('proven', { purpose, accountId: 'acc_1' }),
      event('proof_failed', { purpose, code: '4700' }),
    ];
    const words = read(historyMessage({ events, next: null }, { app }));
    for (const part of ['asked StackOne for a link', used, failed]) expect(words).toContain(part);
    expect(words.includes('that the profile works')).toBe(purpose === 'prove');
  });

  it('turns to older entries of the same app', () => {
    const message = historyMessage({ events: [event('environment_added')], next: 'older' }, { app });
    expect(pressables(message.blocks)).toEqual([
      { label: 'Older', id: 'history_page', value: JSON.stringify({ appId, after: 'older' }), url: '' },
      { label: 'Send me a CSV file', id: 'history_csv', value: JSON.stringify({ appId }), url: '' },
    ]);
  });

  it('fits with hundreds of long entries', () => {
    const detail = {
      edited: ['scopes'],
      added: Array.from({ length: 500 }, (_, i) => `meeting:read:thing_${i}:admin`),
    };
    const events = Array.from({ length: 300 }, () => event('zoom_app_edited', detail));
    expect(read(historyMessage({ events, next: null }, { app }))).toContain('and 495 more');
  });

  it('says so when there is nothing', () => {
    expect(read(historyMessage({ events: [], next: null }, { app }))).toContain('nothing to tell');
  });
});
