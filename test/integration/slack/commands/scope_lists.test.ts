import { beforeAll, describe, expect, test } from 'vitest';
import { asks } from '../../../harness/asks.ts';
import { registered, transports, useStage } from '../stage.ts';

const channel = '#zoom-integration';

describe.each(transports)('a list of scopes and what can be done with it, over %s', (transport) => {
  const stage = useStage(transport);
  const ana = () => stage.slack.person('ana');

  beforeAll(async () => {
    await registered(stage, { name: 'Acme Zoom' });
    await registered(stage, { name: 'Acme Own', managementType: 'user', scopes: ['user:read:user'] });
  });

  test('the corrected list is shown both ways, and can begin a registration', async () => {
    const answer = await asks(
      ana(),
      '/zoom-scopes check admin user:read:user, meeting:read:meeting:admin',
      'Corrected list',
    );
    expect(answer.text()).toContain('meeting:read:meeting:admin,user:read:user:admin');
    await ana().press(answer, 'Use the corrected list');
    const modal = await ana().modal('Use the scopes');
    await modal.sees('2 scopes for admin-managed apps');
    await modal.press('Register a Zoom app with it');
    await modal.sees('Step 1 of 4');
    await modal.dismiss();
  });

  test('any list can be copied, one a line and with commas', async () => {
    const answer = await asks(
      ana(),
      '/zoom-scopes check user user:read:user meeting:read:meeting',
      'All 2 scopes can go into user-managed',
    );
    await ana().press(answer, 'Copy list');
    const modal = await ana().modal('Copy the scopes');
    expect(modal.text()).toMatch(/one a line:\n```\nmeeting:read:meeting\nuser:read:user\n```/);
    expect(modal.text()).toMatch(/commas:\n```\nmeeting:read:meeting,user:read:user\n```/);
    await modal.close();
  });

  test('it can take the place of the scopes of an app that I own', async () => {
    const answer = await asks(ana(), '/zoom-scopes check admin report:read:user', 'report:read:user:admin');
    await ana().press(answer, 'Use the corrected list');
    const modal = await ana().modal('Use the scopes');
    await modal.choose('Put it into an app …', 'Acme Zoom');
    await modal.sees('admin-managed scopes only');
    expect(modal.text()).toContain('report:read:user:admin');
    expect(await modal.submit()).toBe('updated');
    await modal.dismiss();
    await asks(ana(), '/zoom-app show Acme Zoom', /1 scope/);
  });

  test('a list is converted in place, and what has no counterpart is named with the reason', async () => {
    const answer = await asks(
      ana(),
      '/zoom-scopes check admin meeting:read:meeting:admin user:read:list_users:admin',
      'All 2 scopes can go',
    );
    await ana().press(answer, 'Convert to user');
    const converted = await ana().sees(channel, 'Converted for user-managed apps');
    expect(converted.text()).toContain('`meeting:read:meeting:admin` is `meeting:read:meeting`');
    expect(converted.text()).toContain('exists only for admin-managed apps');
  });

  test('classic scopes give all they allowed, and the smaller list for what is usual', async () => {
    const answer = await asks(ana(), '/zoom-scopes convert admin meeting:read:admin', 'Smaller list');
    expect(answer.text()).toMatch(/a classic scope, allowed what \d+ granular scopes allow now/);
    await ana().press(answer, 'Use the smaller list');
    const modal = await ana().modal('Use the scopes');
    expect(modal.text()).toContain('meeting:read:list_meetings:admin,meeting:read:meeting:admin');
    await modal.close();
  });

  test('the same works in the form: check, correct, convert', async () => {
    await ana().types(channel, '/zoom-scopes check');
    const modal = await ana().modal('Check scopes');
    await modal.fill('Scopes', 'user:read:user');
    await modal.submit();
    await modal.sees('Use the corrected list');
    await modal.press('Convert to user');
    await modal.sees('Converted for user-managed apps');
    await modal.dismiss();
  });

  test('in the scopes of an app, one press puts the list right', async () => {
    await ana().types(channel, '/zoom-app scopes Acme Own');
    const modal = await ana().modal('Edit scopes');
    await modal.fill('Or paste a list', 'meeting:read:meeting:admin, user:read:list_users:admin');
    await modal.press('Check the list');
    await modal.sees('Use the corrected list');
    await modal.press('Use the corrected list');
    await modal.sees('1 scope had to be left out');
    expect(modal.text()).toContain('meeting:read:meeting');
    await modal.dismiss();
  });

  test('a right-to-left mark hides nothing, and a look-alike letter is named', async () => {
    await asks(
      ana(),
      '/zoom-scopes check user \u200fuser:read:user\u200e',
      /The scope can go into user-managed/,
    );
    await asks(ana(), '/zoom-scopes check user m\u0435eting:read:meeting', /is a Cyrillic letter/);
  });

  test('a scope is explained, with the apps here that use it', async () => {
    const answer = await asks(ana(), '/zoom-scopes find user:read:user', /1 Zoom app: .Acme Own/);
    expect(answer.text()).toContain('GET /users/{userId}');
    await asks(ana(), '/zoom-scopes find GET /users/me/meetings', 'meeting:read:list_meetings:admin');
    await asks(ana(), '/zoom-scopes find lst meetigns', /meeting:read:list_meetings/);
    await asks(ana(), '/zoom-scopes find user list', /user:read:list_users/);
    await asks(ana(), '/zoom-scopes find', 'find <words, scope');
  });

  test('what somebody has seen in Zoom is known to the workspace from then on, with who said so', async () => {
    const answer = await asks(ana(), '/zoom-scopes check admin meeting:read:new_thing:admin', /Confirm/);
    await ana().press(answer, 'I have seen it in Zoom');
    const known = await ana().sees(channel, /someone confirmed that Zoom offers it/);
    expect(known.text()).toMatch(/It was .*Ana/);
    const ben = stage.slack.person('ben');
    await ben.types(channel, '/zoom-scopes check admin meeting:read:new_thing:admin user:read:user:admin');
    await ben.sees(channel, /It was .*Ana/);
    await asks(ana(), '/zoom-scopes find meeting:read:new_thing:admin', /Ana.* has seen it in Zoom/);
    await ana().types(channel, '/zoom-app scopes Acme Zoom');
    const modal = await ana().modal('Edit scopes');
    const offered = await modal.suggestions('Scopes', 'new thing');
    expect(offered[0]).toMatchObject({
      group: 'Confirmed in this workspace',
      text: 'meeting:read:new_thing:admin',
    });
    await modal.pick('Scopes', ['meeting:read:new_thing:admin']);
    await modal.press('Check the list');
    await modal.sees(/It was .*Ana/);
    await modal.dismiss();
  });

  test('the form starts from a need, and drafts the description from the scopes and the purpose', async () => {
    await ana().types(channel, '/zoom-app scopes Acme Zoom');
    const modal = await ana().modal('Edit scopes');
    await modal.choose('Choose a need', 'Meetings, read-only');
    await modal.sees('Meetings, read-only: ');
    expect(modal.text()).toContain('`meeting:read:list_meetings:admin` for GET /users/{userId}/meetings');
    await modal.press('Draft the description');
    await modal.sees('A description is drafted below');
    expect(modal.value('Scope description')).toMatch(/It reads .*meetings/);
    expect(await modal.submit()).toBe('updated');
    await modal.dismiss();
  });

  test('a plan is made from needs, at once or in the form', async () => {
    await asks(
      ana(),
      '/zoom-scopes plan user meetings-read',
      '`meeting:read:list_meetings` for GET /users/{userId}/meetings',
    );
    await asks(
      ana(),
      '/zoom-scopes plan GET /users/me/meetings, meeting.started',
      /meeting:read:list_meetings:admin/,
    );
    await asks(
      ana(),
      '/zoom-scopes plan nonsense',
      'knows no action, operation, event or template called "nonsense"',
    );
    await ana().types(channel, '/zoom-scopes plan');
    const modal = await ana().modal('Plan scopes');
    expect(await modal.submit()).toBe('errors');
    await modal.pick('Common needs', ['Reports']);
    await modal.pick('Operations and events of Zoom', ['meeting.started'], { typing: 'meeting.start' });
    expect(await modal.submit()).toBe('updated');
    await modal.sees('report:read:list_users:admin');
    await modal.dismiss();
  });

  test('an app is compared with what it is for, which is asked once and kept', async () => {
    await ana().types(channel, '/zoom-scopes plan Acme Own');
    const modal = await ana().modal('Plan scopes');
    await modal.pick('Common needs', ['Meetings, read-only']);
    await modal.fill('Granted scopes', '{"scope":"user:read:user"}');
    expect(await modal.submit()).toBe('updated');
    await modal.sees('These needs are kept with the app');
    expect(modal.text()).toMatch(/yes +yes +yes +user:read:user/);
    await modal.close();
    const answer = await asks(ana(), '/zoom-scopes plan Acme Own', 'What Acme Own needs');
    expect(answer.text()).toContain('*Missing*: required, not declared');
  });

  test('the catalogue answers while the database is gone', async () => {
    stage.databaseGone(true);
    await asks(ana(), '/zoom-scopes check user webinar:read:webinar:admin', /Use webinar:read:webinar/);
    await asks(ana(), '/zoom-scopes find webinar:read:list_webinars', 'GET /users/{userId}/webinars');
    await asks(
      ana(),
      '/zoom-scopes convert user webinar:read:webinar:admin',
      'Converted for user-managed apps',
    );
    stage.databaseGone(false);
  });
});
