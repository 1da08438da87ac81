import { describe, expect, test } from 'vitest';
import { asks } from '../../../harness/asks.ts';
import { beginsAtScopes } from '../registration.ts';
import { theClientId, theSecret, transports, useStage } from '../stage.ts';

const channel = '#zoom-integration';
const paste = 'Or paste a list';

describe.each(transports)('scopes as people really paste them, over %s', (transport) => {
  const stage = useStage(transport);
  const ana = () => stage.slack.person('ana');

  test('a list with escaped underscores is checked as it was meant', async () => {
    const answer = await asks(
      ana(),
      '/zoom-scopes check admin -   meeting:read:list\\_meetings:admin -   user:read:list\\_users:admin',
      'All 2 scopes can go into admin-managed apps',
    );
    expect(answer.text()).not.toContain('Corrected list');
  });

  test('two scopes that are glued to each other are both there', async () => {
    await asks(
      ana(),
      '/zoom-scopes check admin user:read:list_users:adminmeeting:read:list_meetings:admin',
      /All 2 scopes can go into admin-managed apps/,
    );
  });

  test.each([
    ['words of another script', '权限user:read:list_users:admin和meeting:read:list_meetings:admin。'],
    [
      'what Slack makes of bold and italic type',
      '*user:read:list_users:admin* _meeting:read:list_meetings:admin_',
    ],
    ['emoji', '👩‍💻user:read:list_users:admin👨‍👩‍👧meeting:read:list_meetings:admin'],
    [
      'the quotes of a program',
      "{name:'user:read:list_users:admin'},{name:'meeting:read:list_meetings:admin'}",
    ],
    ['numbers with a colon', '1:user:read:list_users:admin 2:meeting:read:list_meetings:admin'],
  ])('scopes are read between %s', async (_, list) => {
    await asks(ana(), `/zoom-scopes check admin ${list}`, 'All 2 scopes can go into admin-managed apps');
  });

  test('a secret with an invisible character inside is refused, and not shown', async () => {
    const answer = await asks(
      ana(),
      `/zoom-app show ${theSecret.slice(0, 16)}\u200b${theSecret.slice(16)}`,
      /secret/i,
    );
    expect(answer.text().replace(/\u200b/g, '')).not.toContain(theSecret);
  });

  test('a pair is taken out of a command for a terminal', async () => {
    await ana().types(channel, `/zoom-app register Curl ${transport}`);
    const modal = await ana().modal('Register a Zoom app');
    if (modal.buttons().includes('Start anew')) {
      await modal.press('Start anew');
      await modal.sees('Step 1 of 4');
    }
    await modal.fill('Name', `Curl ${transport}`);
    await modal.choose('Who manages it in Zoom?', 'Admin-managed');
    await modal.submit();
    await modal.sees('Step 2 of 4');
    await modal.fill('Client ID (Development)', `Client ID is: ${theClientId}`);
    await modal.fill(
      'Client secret (Development)',
      `curl -u ${theClientId}:${theSecret} https://zoom.us/oauth/token`,
    );
    expect(await modal.submit()).toBe('updated');
    await modal.sees('Step 3 of 4');
    await modal.dismiss();
  });

  test('what is left of a scope is named, and nothing stands in its place', async () => {
    const answer = await asks(
      ana(),
      '/zoom-scopes check admin contact\\xgroup:read:admin user:read:user…',
      '2 scopes must be changed or removed',
    );
    expect(answer.text()).toContain('Only a part of a scope. Write it whole');
    expect(answer.text()).not.toContain('Corrected list');
  });

  test('what only looks classic waits for a yes, which is remembered', async () => {
    const answer = await asks(
      ana(),
      '/zoom-scopes check admin widget:read:admin',
      'written like a classic scope',
    );
    await ana().press(answer, 'I have seen it in Zoom');
    await ana().sees(channel, 'Not in the catalogue; seen in Zoom');
  });

  test('a permission of a role is named as what it is', async () => {
    await asks(
      ana(),
      '/zoom-scopes check admin AccountProfile:Read',
      'A permission of a Zoom role, no scope',
    );
  });

  test("an error of Zoom's that lists both levels is read for the app that is asked about", async () => {
    const answer = await asks(
      ana(),
      '/zoom-scopes check admin {"code":4711,"message":"Invalid access token, does not contain scopes:[user:read:user, user:read:user:admin]."}',
      'usually one of them is enough',
    );
    expect(answer.text()).toContain('The scope can go into admin-managed apps');
    expect(answer.text()).not.toContain('mixes');
  });

  test('glued prose: the list to copy holds what the advice names, and no more', async () => {
    const answer = await asks(
      ana(),
      '/zoom-scopes check admin meeting:read:adminView a meeting',
      'Corrected list',
    );
    expect(answer.text()).toContain('Other words are glued to it. Use meeting:read:admin');
    expect(answer.text()).toContain('*Corrected list* (1 scope)');
  });

  test('registration stores the scope that was pasted, and says how old the catalogue is', async () => {
    const modal = await beginsAtScopes(ana(), `Escaped ${transport}`);
    await modal.sees(/Catalogue of Zoom scopes: \w+ 20\d\d\. Zoom may have newer ones/);
    await modal.fill(paste, 'chat\\_channel:read:admin\nmeeting:read:list_\nmeetings:admin');
    await modal.sees('All 2 scopes can go into admin-managed apps.');
    expect(await modal.submit()).toBe('updated');
    await modal.sees('Step 4 of 4');
    expect(modal.text()).toContain('`chat_channel:read:admin`');
    expect(modal.text()).toContain('`meeting:read:list_meetings:admin`');
    expect(modal.text()).not.toContain('`channel:read:admin`');
    await modal.dismiss();
  });

  test('a manifest that was cut off by its field keeps its scopes, and the rest is asked for', async () => {
    const modal = await beginsAtScopes(ana(), `Cut ${transport}`);
    const manifest = JSON.stringify({
      display_information: { display_name: 'Notes: read' },
      oauth_information: {
        usage: 'ADMIN_MANAGEMENT',
        scopes: ['user:read:user:admin', 'report:read:user:admin'].map((scope) => ({
          scope,
          optional: false,
        })),
        scope_description: 'Reads reports:all',
      },
    });
    await modal.fill(paste, manifest.slice(0, -20));
    await modal.sees('All 2 scopes can go into admin-managed apps.');
    await modal.sees('The manifest is cut off: paste its rest too');
    await modal.fill(paste, manifest.slice(0, manifest.indexOf('report:read:user') + 9));
    await modal.sees('is only a part of a scope');
    await modal.dismiss();
  });
});
