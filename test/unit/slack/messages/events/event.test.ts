import { describe, expect, it } from 'vitest';
import { type CheckName, checkNames } from '../../../../../src/core/checks/check.ts';
import { missingFields } from '../../../../../src/core/checks/check_detail.ts';
import type { Reason } from '../../../../../src/core/checks/reasons.ts';
import type { Message } from '../../../../../src/core/deliveries/message.ts';
import type { About } from '../../../../../src/core/deliveries/messages/message_facts.ts';
import { eventMessage } from '../../../../../src/slack/messages/events/event_message.ts';
import { labels, pressables, read } from '../reading.ts';
import { appId, environmentId, longNames, minutesAgo, mischief } from '../samples.ts';

const about: About = { appId, appName: 'StackOne Integration', environmentId, environment: 'development' };
const since = minutesAgo(45).toISOString();
const by = 'U0BEN';

/** One of every kind that there is: the type fails when one is missing. */
const one: { readonly [K in Message['kind']]: Extract<Message, { kind: K }> } = {
  profile_created: {
    kind: 'profile_created',
    about,
    profileName: 'StackOne Integration',
    matchedBy: 'name',
    live: true,
  },
  regressed: {
    kind: 'regressed',
    about,
    check: 'connector_profile',
    reason: 'profile_disabled',
    regressionId: '0190a000-0000-7000-8000-0000000000aa',
    owners: ['U0ANA', 'U0BEN'],
  },
  regression_due: {
    ...{ kind: 'regression_due', about, check: 'credentials', reason: 'invalid_credentials' },
    ...{ regressionId: '0190a000-0000-7000-8000-0000000000aa', since, again: true },
    taken: { by, at: since, from: 'U0ANA' },
  },
  recovered: { kind: 'recovered', about, check: 'connector_profile' },
  introduction: { kind: 'introduction', invitedBy: by },
  stackone_trouble: { kind: 'stackone_trouble', trouble: 'key_refused', since },
  stackone_back: { kind: 'stackone_back', since },
  app_archived: { kind: 'app_archived', appId, appName: about.appName, by, owners: ['U0ANA'] },
  app_merged: {
    ...{ kind: 'app_merged', by, appId, appName: about.appName, from: 'StackOne Old' },
    ...{ environments: ['production'], profiles: ['development'] },
  },
  app_restored: {
    kind: 'app_restored',
    appId,
    appName: about.appName,
    by,
    before: 'StackOne Old',
    withoutSecret: 2,
  },
  app_deleted: { kind: 'app_deleted', appId, appName: about.appName, by, owners: ['U0ANA', 'U0CLEO'] },
  registered: { kind: 'registered', by, appId, appName: about.appName },
  stage_changed: { kind: 'stage_changed', about, from: 'credentials', to: 'testing' },
  attested: { kind: 'attested', about, by, what: 'test_status' },
  not_ready: { kind: 'not_ready', about, by, missing: ['long_description', 'scopes'], note: 'tomorrow' },
  ask_again: { kind: 'ask_again', about, missing: ['scopes'], owners: ['U0ANA', 'U0BEN'] },
  check_failed: { kind: 'check_failed', about, check: 'credentials', reason: 'invalid_credentials' },
  check_repaired: { kind: 'check_repaired', about, check: 'credentials' },
  profile_adopted: { kind: 'profile_adopted', about, profileName: 'Old Zoom', by },
  profile_rejected: { kind: 'profile_rejected', about, profileName: 'Old Zoom', by },
  account_linked: { kind: 'account_linked', about, tied: true },
  accounts_failing: {
    kind: 'accounts_failing',
    about,
    owners: ['U0ANA', 'U0BEN'],
    accounts: [
      { id: 'acc_1', name: 'Northwind', status: 'error', code: 'invalid_grant', since },
      { id: 'acc_2', status: 'expired', description: 'Sign in again.', test: true, since },
    ],
    more: 9,
    active: 40,
    of: 51,
  },
  secrets_due: {
    kind: 'secrets_due',
    secrets: [
      { about, reminder: 'renew', at: since },
      { about, reminder: 'overdue', at: since },
      { about, reminder: 'profile', at: since },
    ],
    more: 2,
  },
  still_so: {
    kind: 'still_so',
    asked: [
      { about, check: 'redirect', by, at: since, until: since, mark: 'ab.passed.1' },
      { about, check: 'credentials', by: null, at: null, until: since, mark: 'ab' },
      {
        about,
        check: 'test_status',
        by,
        at: since,
        until: since,
        mark: 'ab.passed.1',
        answered: { by: 'U0ANA', isSo: true },
      },
    ],
    more: 3,
  },
  takeover_asked: {
    ...{ kind: 'takeover_asked', appId, appName: about.appName, takeoverId: environmentId, by },
    ...{ until: since, owners: ['U0ANA', 'U0CAT'] },
  },
  admin_changed: { kind: 'admin_changed', by, isAdmin: true },
  takeover_ended: {
    ...{ kind: 'takeover_ended', appId, appName: about.appName },
    ended: { how: 'objected', by: 'U0ANA' },
  },
  owner_unreachable: {
    ...{ kind: 'owner_unreachable', owner: 'U0GONE', why: 'deactivated', more: 0, alone: true },
    apps: [{ id: appId, name: about.appName }],
  },
  owners_changed: {
    ...{ kind: 'owners_changed', appId, appName: about.appName },
    ...{ how: 'handover', by: 'U0ANA', joined: by, left: ['U0ANA', 'U0GONE'] },
  },
  digest: {
    kind: 'digest',
    since,
    stages: { testing: 2, live: 5, degraded: 1 },
    moved: [
      {
        about,
        cardUrl: 'https://acme.slack.com/archives/C0ZOOM/p1790000000000100',
        from: 'testing',
        to: 'live',
      },
      { about, from: 'live', to: 'degraded' },
    ],
    moreMoved: 1,
    waiting: [{ about, action: 'run_test', doer: 'zoom_admin', since }],
    moreWait: true,
  },
  nudge: {
    kind: 'nudge',
    about,
    action: 'set_redirect',
    doer: 'zoom_admin',
    since,
    passOn: true,
    whom: ['U0ANA', 'U0BEN'],
  },
  nudges: {
    kind: 'nudges',
    steps: [
      { about, action: 'fix_scopes', doer: 'owner', since },
      { about, action: 'create_profile', doer: 'stackone_admin', since, passOn: true, isLast: true },
      { about, action: 'run_test', doer: 'zoom_admin', since, snoozed: { by, until: since } },
      { about, action: 'set_redirect', doer: 'zoom_admin', since, snoozed: { by, until: null } },
    ],
    more: 3,
  },
  catalogue_changed: {
    kind: 'catalogue_changed',
    appId,
    appName: about.appName,
    catalogue: '2026-11',
    known: ['meeting:read:new_thing:admin'],
    refused: ['user:read:user'],
  },
  proven: {
    kind: 'proven',
    about,
    purpose: 'prove',
    by,
    profileName: 'StackOne Integration',
    checks: ['credentials', 'redirect'],
    live: true,
  },
  proof_recorded: {
    kind: 'proof_recorded',
    about,
    purpose: 'prove',
    by,
    profileName: 'StackOne Integration',
    accountId: '45072196112816593343',
    zoomAccount: 'test',
    keepsAccount: false,
    checks: ['credentials', 'redirect'],
  },
  proof_failed: {
    kind: 'proof_failed',
    about,
    purpose: 'prove',
    by,
    failure: {
      how: 'error',
      cause: 'redirect_not_allowed',
      basis: 'words',
      status: 'error',
      code: 'invalid_request',
      description: 'Invalid redirect (4,700)',
    },
  },
  proof_asked: { kind: 'proof_asked', about, by },
  edited: { kind: 'edited', appId, appName: about.appName, by, what: ['name', 'scopes', 'owners'] },
  connector_drift: {
    kind: 'connector_drift',
    groups: [
      {
        findings: [
          {
            kind: 'scope',
            key: 'meeting:read:new_thing:admin',
            listed: ['meeting:read:new_thing'],
            known: 'unknown',
            since: '2.0',
            connector: true,
            actions: [],
          },
          {
            kind: 'scope',
            key: 'meeting:write:meeting:admin',
            listed: ['meeting:write:meeting'],
            known: 'known',
            since: null,
            connector: false,
            actions: ['zoom_create_meeting', 'zoom_update_meeting'],
          },
          { kind: 'action_gone', key: 'action zoom_fly', action: 'zoom_fly' },
        ],
        moreFindings: 2,
        apps: [{ id: appId, name: about.appName }],
        moreApps: 3,
      },
      {
        findings: [{ kind: 'breaking', key: 'version 2.0', from: '1.4.0', to: '2.0' }],
        moreFindings: 0,
        apps: [{ id: '0190a000-0000-7000-8000-000000000009', name: 'Ebb' }],
        moreApps: 0,
      },
    ],
    more: 12,
  },
  cannot_post: {
    kind: 'cannot_post',
    channelId: 'C0ZOOM',
    appId,
    appName: about.appName,
    apps: [
      { id: appId, name: about.appName },
      { id: '0190a000-0000-7000-8000-000000000009', name: 'Ebb' },
    ],
    more: 12,
    why: 'not_in_channel',
  },
  stopped_asking: { kind: 'stopped_asking', about, owners: ['U0ANA', 'U0BEN'] },
  message_dropped: {
    kind: 'message_dropped',
    channelId: 'C0ZOOM',
    why: 'msg_too_long',
    said: {
      kind: 'profile_created',
      about,
      profileName: 'StackOne Integration',
      matchedBy: 'name',
      live: true,
    },
    appId,
    appName: about.appName,
    others: 0,
  },
};

/** Fields that hold what people called something. */
const free = new Set(['appName', 'profileName', 'name', 'before', 'note', 'why']);
const isFree = (kind: Message['kind'], key: string): boolean =>
  free.has(key) || (kind === 'app_merged' && key === 'from');

describe('what Greenroom says of its own accord', () => {
  it.each(Object.values(one))('reads well: $kind', (message) => {
    const view = eventMessage(message);
    expect({ words: read(view), text: view.text }).toMatchSnapshot();
  });

  it.each(Object.values(one))('is named when Slack refuses it: $kind', (said) => {
    const { text } = eventMessage({ ...one.message_dropped, said });
    expect(text).toContain('the message that ');
    expect(text).not.toContain('something happened');
  });

  it.each(Object.values(one))('stays harmless with a mischievous name: $kind', (message) => {
    for (const name of [mischief, ...Object.values(longNames), '\u200b']) {
      const twisted = JSON.parse(JSON.stringify(message), (key, value) =>
        isFree(message.kind, key) && typeof value === 'string' ? name : value,
      );
      const view = eventMessage(twisted);
      read(view);
      expect(JSON.stringify(view)).not.toMatch(/<!channel>|<@U0BAD>|<https:\/\/evil|@here/);
    }
  });
});

describe('something that goes back and forth', () => {
  it.each([one.regressed, one.recovered])('says that no more is said of it: $kind', (message) => {
    const note = 'Greenroom says no more about it here until it has been calm for an hour';
    const view = eventMessage({ ...message, unsteady: true });
    expect(read(view)).toContain(note);
    expect(view.text).toContain(note);
    expect(read(eventMessage(message))).not.toContain(note);
  });
});

describe('"the connector profile was created"', () => {
  it('offers "Not this one" only where Greenroom guessed', () => {
    const labelsFor = (matchedBy: 'name' | 'only_candidate' | 'person') =>
      labels(eventMessage({ ...one.profile_created, matchedBy }).blocks);
    expect(labelsFor('name')).toContain('Not this one');
    expect(labelsFor('only_candidate')).toContain('Not this one');
    expect(labelsFor('person')).not.toContain('Not this one');
  });

  it('does not say live before the earlier checks have passed', () => {
    const words = read(eventMessage({ ...one.profile_created, live: false }));
    expect(words).toContain('Not live yet');
    expect(words).not.toContain('Live:');
  });

  it('always says that StackOne does not show the credentials, and what comes next', () => {
    const words = read(eventMessage(one.profile_created));
    expect(words).toContain('only that shows that it holds the right credentials');
    expect(words).toContain('link the first Zoom account');
  });
});

describe('"something broke"', () => {
  const reasons: Record<CheckName, Reason> = {
    credentials: 'app_disabled',
    scopes: 'scopes_blocking',
    redirect: 'not_ready',
    test_status: 'not_ready',
    connector_profile: 'profile_removed',
    linked_account: 'no_active_account',
  };

  it.each(checkNames)('says what broke, what it means and what to do: %s', (check) => {
    const words = read(eventMessage({ ...one.regressed, check, reason: reasons[check] }));
    expect(words).toContain('passed before and fails now');
    expect(words).toContain('*What it means:*');
    expect(words).toContain('*What to do, for ');
  });
});

describe('"cannot post"', () => {
  it('says how to invite Greenroom, and its button carries the channel', () => {
    const view = eventMessage(one.cannot_post);
    expect(read(view)).toContain('/invite @Greenroom');
    expect(pressables(view.blocks)).toContainEqual({
      label: 'I invited it',
      id: 'invited',
      value: 'C0ZOOM',
      url: '',
    });
  });

  it('names the apps, and how many there are beyond those', () => {
    expect(read(eventMessage(one.cannot_post))).toContain('and 12 more');
    const { apps: _apps, more: _more, ...ofEarlierRelease } = one.cannot_post;
    expect(read(eventMessage(ofEarlierRelease))).toContain(about.appName);
  });

  it('lets who has set watches there have them sent to themselves, or end them', () => {
    const labels = (message: typeof one.cannot_post) =>
      pressables(eventMessage(message).blocks).map(({ label }) => label);
    expect(labels(one.cannot_post)).not.toContain('End my watches there');
    const mine = { ...one.cannot_post, apps: [], more: 0, hasSet: true, everyApp: true } as const;
    expect(read(eventMessage(mine))).toContain('cannot post about every Zoom app in');
    expect(labels(mine)).toEqual(['I invited it', 'Send them to me instead', 'End my watches there']);
    const over = { by: 'U0BEN', ended: true } as const;
    expect(eventMessage({ ...mine, over }).text).toContain('ended the watch of every Zoom app in');
    expect(labels({ ...mine, over })).toEqual([]);
  });

  it.each(['not_in_channel', 'is_archived', 'channel_not_found', 'restricted_action', 'a_code_of_next_year'])(
    'sends who has only set a watch there to no form that is for owners: %s',
    (why) => {
      const words = read(eventMessage({ ...one.cannot_post, why, hasSet: true }));
      expect(words).not.toContain('with *Edit*');
      expect(words).toContain('without that channel: *Send them to me instead*');
    },
  );

  it.each([
    ['restricted_action', 'posting permissions'],
    ['restricted_action_read_only_channel', 'writable'],
    ['restricted_action_thread_only_channel', 'allows new messages'],
    ['restricted_action_non_threadable_channel', 'allows threads'],
    ['restricted_action_thread_locked', 'unlocks the thread'],
    ['messages_tab_disabled', 'Messages tab'],
    ['user_disabled', 'another owner'],
    ['ekm_access_denied', 'encryption keys'],
    ['team_access_not_granted', 'grant Greenroom access'],
    ['org_login_required', 'sign-in'],
    ['message_limit_exceeded', 'passes by itself'],
    ['missing_scope', 'permissions of its manifest'],
    ['a_code_of_next_year', 'keeps trying'],
  ])('has a remedy of its own for %s, and an invitation is none', (why, remedy) => {
    const words = read(eventMessage({ ...one.cannot_post, why }));
    expect(words).toContain(remedy);
    expect(words).toContain(why);
    expect(words).not.toContain('/invite');
    expect(pressables(eventMessage({ ...one.cannot_post, why }).blocks)).toContainEqual(
      expect.objectContaining({ label: 'Try again now', id: 'invited', value: 'C0ZOOM' }),
    );
  });

  it.each([
    [null, 'posts about'],
    ['U0BEN', 'U0BEN said that Greenroom can post'],
  ])('ends in words of its own when it is over (said by %s), without a button to mend it', (by, words) => {
    const view = eventMessage({ ...one.cannot_post, over: { by } });
    expect(read(view)).toContain(words);
    expect(read(view)).not.toContain('cannot post');
    expect(pressables(view.blocks).map(({ label }) => label)).not.toContain('I invited it');
  });

  it('says where an app moved that Greenroom could not post about', () => {
    const app = { id: appId, name: about.appName };
    const over = { by: 'U0BEN', movedTo: 'C0NEW' };
    const view = eventMessage({ ...one.cannot_post, apps: [app], more: 0, over });
    expect(view.text).toBe(
      `<@U0BEN> moved ${about.appName} from <#C0ZOOM> to <#C0NEW>: Greenroom posts about it there.`,
    );
    expect(pressables(view.blocks).map(({ label }) => label)).not.toContain('I invited it');
  });

  it('knows that an archived channel needs more than an invitation', () => {
    const view = eventMessage({ ...one.cannot_post, why: 'is_archived' });
    expect(read(view)).toMatch(/Unarchive it.*[Tt]hen press \*Try again now\*/s);
    expect(pressables(view.blocks).map(({ label }) => label)).toContain('Try again now');
  });
});

it.each([one.ask_again, one.stopped_asking])(
  'asks everybody where an app has lost its owners: $kind',
  (message) => {
    const words = read(eventMessage({ ...message, owners: [] }));
    expect(words).toContain('Everybody here, as nobody owns the app: ');
    expect(words).not.toContain('nobody:');
  },
);

it('names at most ten owners when it asks again, and every missing field', () => {
  const owners = Array.from({ length: 100 }, (_, i) => `U0${i}`);
  const words = read(eventMessage({ ...one.ask_again, owners, missing: missingFields }));
  expect(words).toContain('and 90 more');
  expect(words).toContain('OAuth allow list');
});
