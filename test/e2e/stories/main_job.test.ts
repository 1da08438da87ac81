import { describe, expect, test } from 'vitest';
import { pastedScopes } from '../../../sandbox/demo/scopes.ts';
import { once } from '../once.ts';
import {
  asks,
  beginsAnew,
  card,
  channel,
  details,
  fillsBasics,
  fillsPair,
  next,
  registers,
  thread,
} from '../play.ts';
import { transports, useStage } from '../stage.ts';

/** What Zoom's and StackOne's pages say, in the order in which one meets it. */
const guideWords = [
  'the Zoom Marketplace',
  'Develop* > *Build App* > *General App* > *Create',
  'Choose Admin-managed',
  'Select how the app is managed',
  'Set the toggle in the header to Development',
  'App Credentials',
  'Client ID* and *Client Secret* (not the app ID in the address bar)',
  'OAuth Redirect URL',
  'OAuth Allow Lists',
  'https://api.stackone.com/connect/oauth2/zoom/callback',
  'Scopes* > *+ Add Scopes',
  'Done',
  'at least one',
  'Where Zoom asks what the scopes are for',
  'Reads meetings for our integrations.',
  'Add your app* > *Local Test',
  'Ready for local test',
  'Connector Profiles',
  '+ Connector Profile',
  'Zoom* (not ZoomInfo)',
  'OAuth 2.0',
  'Create profile',
  'Link the first account',
];

const today = transports.map((transport) => ({ transport, slack: 'today’s Slack', lacks: [] }));
const older = { transport: 'socket', slack: 'an older Slack', lacks: ['alert', 'table'] } as const;
const slacks = transports.includes('http') ? [...today, older] : today;

describe.each(slacks)('the main job over $transport with $slack', ({ transport, lacks }) => {
  const stage = useStage(transport, { slack: { lacks } });
  const [ana, zoe, ben] = [() => stage.person('ana'), () => stage.person('zoe'), () => stage.person('ben')];

  /** Each story begins where the one before ends, and brings the app there itself when it is told alone. */
  const registered = once(async () => {
    const modal = await beginsAnew(ana(), '/zoom-app register StackOne Integration');
    expect(modal.value('Name')).toBe('StackOne Integration');
    await fillsBasics(modal, { name: 'StackOne Integration' });
    await fillsPair(modal, 'Development', stage.pair());
    await next(modal, 'Step 3 of 4');
    await modal.fill('Or paste a list', pastedScopes);
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors()['Or paste a list']).toContain('meeting:read:list_past_participants:admin');
    await modal.press('Convert the whole list to admin scopes');
    await modal.sees('Converted: 1 change, now 11 admin scopes');
    await modal.fill('Scope description', 'Reads meetings for our integrations.');
    await next(modal, 'Step 4 of 4');
    await modal.sees(/StackOne Integration\*, admin-managed.*Owners: @Ana.*11 scopes/s);
    await next(modal, '*StackOne Integration* is registered');

    await modal.press('Show me how');
    const guide = await ana().modal('How to get it live');
    const words = guide.text();
    let from = 0;
    for (const each of guideWords) {
      const at = words.indexOf(each, from);
      expect(at, `"${each}" in its place in:\n${words}`).toBeGreaterThanOrEqual(0);
      from = at;
    }
    await guide.close();
    await modal.close();
  });

  test('Ana registers an admin-managed app; Greenroom checks it and shows every step in the words of Zoom', async () => {
    await registered();
    await card(ana(), 'StackOne Integration', /[2-6] of 6 checks passed/);
    const status = await asks(
      ana(),
      '/zoom-app show StackOne Integration',
      /[2-6] of 6 checks.*Only you can see this/s,
    );
    await details(ana(), status, /Credentials: passed.*Verified by Zoom/);
  });

  const attested = once(async () => {
    await registered();
    const before = await card(ana(), 'StackOne Integration', '2 of 6 checks passed');
    expect(before.text()).toMatch(
      /Next, for a Zoom admin:\*? In Zoom, set the toggle in the header to \*?Development/,
    );
    await zoe().press(await card(zoe(), 'StackOne Integration', 'It is set'), 'It is set');
    const status = await card(zoe(), 'StackOne Integration', /Passed:[^·\n]*redirect URL/);
    await zoe().press(status, 'Not ready yet');
    const modal = await zoe().modal('Not ready yet');
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors().Missing).toBe('Tick what is missing, or write it below.');
    await modal.tick('Missing', ['Short description', 'Developer contact']);
    await modal.fill('Something else?', 'It also wants a phone number');
    await next(modal, 'Greenroom asks again');
    await modal.close();
    await card(
      ben(),
      'StackOne Integration',
      /fill in what is missing \(short description and developer contact\)/,
    );

    await zoe().press(status, 'It says Ready');
    await card(ben(), 'StackOne Integration', /4 of 6.*Passed:[^·\n]*Zoom test status/s);
    await card(
      ben(),
      'StackOne Integration',
      /Next, for whoever may create profiles in StackOne.*Create profile/s,
    );
  });

  test('Zoë does what only a person can do, and the details of the card say who said so', async () => {
    await attested();
    const status = await card(ben(), 'StackOne Integration', /2 said by people/);
    await details(ben(), status, /Redirect URL: passed.*Said by @Zoë/);
  });

  const live = once(async () => {
    await attested();
    const profile = stage.simulators.stackone.createProfile({ name: 'StackOne Integration' });
    const notification = await ben().sees(channel, 'The Zoom connector profile was created');
    expect(notification.threadTs).toBeNull();
    expect(notification.edits()).toBe(0);
    expect(notification.text()).toMatch(/Live:\*? every step before it is done too/);
    await card(ben(), 'StackOne Integration', /Development: Live.*5 of 6/s);

    stage.simulators.stackone.linkAccount(profile.id);
    await ana().press(await card(ana(), 'StackOne Integration'), 'Check now');
    const status = await card(ben(), 'StackOne Integration', '6 of 6 checks passed');
    await details(ben(), status, /an account linked through it shows that its credentials work/);

    const cards = ben()
      .messages(channel)
      .filter((one) => one.text().startsWith('StackOne Integration\n'));
    expect(cards).toHaveLength(1);
    expect(status.edits()).toBeGreaterThan(3);
    await ben().sees(channel, 'An account linked through the profile');
    const story = thread(ben(), status).join('\n');
    for (const each of [
      '@Ana registered *StackOne Integration*',
      'Credentials → *Testing*',
      'is not ready yet. Missing: short description and developer contact. Note: “It also wants a phone number”.',
      'said that Local Test shows "Ready for local test"',
      'Testing → *Profile*',
      'Profile → *Live*',
    ])
      expect(story).toContain(each);
    const announcements = ben()
      .messages(channel)
      .filter((one) => /connector profile was created.*StackOne Integration/s.test(one.text()));
    expect(announcements).toHaveLength(1);
  });

  test('the profile appears in StackOne, and is announced in the channel with a new message', async () => {
    await live();
    await asks(ben(), '/zoom-app show StackOne Integration', /6 of 6 checks.*Only you can see this/s);
  });

  test('a user-managed app with Development and Production goes live twice, each with its own words', async () => {
    await registers(stage, ana(), {
      name: 'Calendar Sync',
      managementType: 'User-managed',
      environments: ['Development', 'Production'],
    });
    const status = await card(ana(), 'Calendar Sync', /2 of 6.*2 of 6/s);
    expect(status.text()).toMatch(/^User-managed Zoom app/m);
    await details(zoe(), status, 'Ready for local test', 'Checks of Development');
    await details(zoe(), status, 'Ready for beta test', 'Checks of Production');
    await zoe().press(status, 'Show me how', { near: 'Production' });
    const guide = await zoe().modal('How to get it live');
    for (const each of [
      'Choose User-managed',
      'toggle in the header to Production',
      'None of them ends in',
      '*Beta Test*',
      'Ready for beta test',
      'Calendar Sync Production',
    ])
      await guide.sees(each);
    await guide.close();

    for (const environment of ['Development', 'Production'] as const) {
      const near = { near: `${environment}:` };
      await zoe().press(status, 'It is set', near);
      await zoe().press(status, 'It says Ready', near);
      // How long a Beta link lives is asked.
      if (environment === 'Production') await (await zoe().modal()).submit();
    }
    await card(zoe(), 'Calendar Sync', /Development: Profile.*Production: Profile/s);
    stage.simulators.stackone.createProfile({ name: 'Calendar Sync (Production)' });
    await ben().sees(channel, /profile was created.*Calendar Sync\* \(Production\)/s);
    await card(ben(), 'Calendar Sync', /Development: Profile.*Production: Live/s);
    stage.simulators.stackone.createProfile({ name: 'calendar-sync dev' });
    await ben().sees(channel, /profile was created.*Calendar Sync\* \(Development\)/s);
    await card(ben(), 'Calendar Sync', /Development: Live.*Production: Live/s);
  });

  test('Ben, who only waits, looks for himself: board, history, and nobody else sees it', async () => {
    await live();
    const environments = await stage.database.db.query('select from environment');
    const board = await asks(ben(), '/zoom-ready', 'Zoom readiness');
    expect(board.text()).toMatch(new RegExp(`\\b${environments.length} environments? by stage`));
    const history = await asks(ben(), '/zoom-app history StackOne Integration', 'History of');
    for (const each of [
      '@Ana: registered the Zoom app with 11 scopes',
      'Greenroom: *Credentials* passed',
      '@Zoë: *Redirect URL* passed',
      "@Zoë: said that Zoom's test is not ready yet",
      'Greenroom: gave it the profile *StackOne Integration*, matched by its name',
    ])
      expect(history.text()).toContain(each);
    expect(zoe().transcript(channel)).not.toContain('History of');
  });
});
