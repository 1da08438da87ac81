import { describe, expect, test } from 'vitest';
import type { MessageHandle } from '../../../sandbox/simulators/slack/index.ts';
import { enqueue } from '../../../src/store/jobs.ts';
import { until } from '../../harness/until.ts';
import { asks, beginsAnew, channel, fillsBasics, fillsPair, next, registers } from '../play.ts';
import { seed } from '../seed.ts';
import { transports, useStage } from '../stage.ts';

describe.each(transports)('help with scopes over %s', (transport) => {
  const stage = useStage(transport);
  const [ana, zoe] = [() => stage.person('ana'), () => stage.person('zoe')];

  test('what Zoom said is missing becomes a registration, without a scope typed twice', async () => {
    const error =
      '{"code":4711,"message":"Invalid access token, does not contain scopes:[meeting:read:list_meetings, user:read:user:admin]."}';
    const answer = await asks(ana(), `/zoom-scopes check admin ${error}`, 'Corrected list');
    expect(answer.text()).toContain(
      'meeting:read:list_meetings | Fix | Use meeting:read:list_meetings:admin',
    );
    expect(answer.text()).toContain('9 words of the text were no scope');
    await ana().press(answer, 'Use the corrected list');
    const list = await ana().modal('Use the scopes');
    expect(list.text()).toContain('meeting:read:list_meetings:admin,user:read:user:admin');
    await list.press('Register a Zoom app with it');
    const modal = await ana().modal('Register a Zoom app');
    await modal.sees('Step 1 of 4');
    await modal.fill('Name', 'From an error');
    await modal.pickChannel('Channel', channel);
    await modal.submit();
    await modal.sees('Step 2 of 4');
    const pair = stage.pair();
    await modal.fill('Client ID (Development)', pair.clientId);
    await modal.fill('Client secret (Development)', pair.clientSecret);
    await modal.submit();
    await modal.sees('All 2 scopes can go into admin-managed apps');
    await modal.submit();
    await modal.sees('*2 scopes*: `meeting:read:list_meetings:admin`, `user:read:user:admin`');
    await modal.submit();
    await modal.sees('is registered');
    await modal.close();
  });

  test('a scope, an operation or half a word is explained, with the apps here that use it', async () => {
    await seed(stage, ['Reads Users']);
    await asks(zoe(), '/zoom-scopes find user:read:user', /Used by.*Reads Users/);
    const answer = await asks(zoe(), '/zoom-scopes find GET /users/me/meetings', '/users/{userId}/meetings');
    expect(answer.text()).toContain('user: `meeting:read:list_meetings`');
    await asks(
      zoe(),
      '/zoom-scopes find lst meetigns',
      /meeting:read:list_meetings` \(user, admin, master\)/,
    );
    await asks(zoe(), '/zoom-scopes find meeting:read:admin', 'is a classic scope');
  });

  test('an old list is carried over, as large as it was or as small as is usual', async () => {
    const answer = await asks(
      zoe(),
      '/zoom-scopes convert user meeting:read:admin user:read:list_users:admin',
      'Smaller list',
    );
    expect(answer.text()).toContain('`user:read:list_users:admin` exists only for admin-managed apps');
    await zoe().press(answer, 'Use the smaller list');
    const list = await zoe().modal('Use the scopes');
    expect(list.text()).toContain('meeting:read:list_meetings,meeting:read:meeting');
    await list.close();
  });

  test('a plan starts from what StackOne can do, and an app is brought to exactly that', async () => {
    await registers(stage, ana(), {
      name: 'Planned',
      scopes: 'user:read:user:admin, report:read:user:admin',
    });
    // The first question makes Greenroom ask StackOne; the answer is there soon after.
    let answer: MessageHandle | null = null;
    await until(async () => {
      answer = await asks(
        ana(),
        '/zoom-scopes plan admin zoom_list_users, zoom_list_meetings',
        'Least scopes',
      );
      return answer.text().includes('for zoom_list_users');
    }, 'StackOne’s actions to be known');

    await ana().types(channel, '/zoom-scopes plan Planned');
    const modal = await ana().modal('Plan scopes');
    await modal.pick('StackOne actions', ['Get a user'], { typing: 'user' });
    await modal.pick('StackOne actions', ['List meetings'], { typing: 'meetings' });
    await modal.submit();
    await modal.sees('What Planned needs');
    expect(modal.text()).toMatch(/yes +- +\? +meeting:read:list_meetings:admin/);
    expect(modal.text()).toMatch(/- +yes +\? +report:read:user:admin/);
    expect(modal.text()).toContain('without it the app can no longer do GET /report/users/{userId}/meetings');
    await modal.press('Use this list');
    const list = await ana().modal('Use the scopes');
    await list.choose('Put it into an app …', 'Planned');
    const edit = await ana().modal('Edit scopes');
    await edit.press('Draft the description');
    await edit.sees('A description is drafted below');
    await edit.submit();
    await edit.sees('Saved');
    await edit.dismiss();
    while (ana().topModal() !== null) await ana().topModal()?.dismiss();
    await asks(ana(), '/zoom-scopes plan Planned', 'It declares exactly what it needs');
  });

  test('what one person saw in Zoom, the next one need not confirm', async () => {
    const strange = 'meeting:read:brand_new:admin';
    const answer = await asks(
      zoe(),
      `/zoom-scopes check admin ${strange}`,
      /Confirm \| Not in the catalogue/,
    );
    await zoe().press(answer, 'I have seen it in Zoom');
    await zoe().sees(channel, /someone confirmed/);
    const known = await asks(
      ana(),
      `/zoom-scopes check admin ${strange} user:read:user:admin`,
      'someone confirmed',
    );
    expect(known.text()).toMatch(/It was @?Zoë/);
    expect(known.buttons()).not.toContain('I have seen it in Zoom');
  });

  test('the registration judges while one types, and starts from what StackOne can do', async () => {
    const modal = await beginsAnew(ana());
    await fillsBasics(modal, { name: 'From a need' });
    await fillsPair(modal, 'Development', stage.pair());
    await next(modal, 'Step 3 of 4');
    await modal.fill('Or paste a list', 'report:read:user');
    await modal.sees('Use `report:read:user:admin`.');
    await modal.fill('Or paste a list', '');
    const offered = await modal.suggestions('Choose a need', 'meeting');
    expect(new Set(offered.map(({ group }) => group))).toEqual(
      new Set(['Common needs', 'StackOne actions', 'Operations', 'Events']),
    );
    await modal.pick('Choose a need', ['List meetings'], { typing: 'list meetings' });
    await modal.sees(/List meetings: \d+ scopes? added/);
    expect(modal.value('Scopes')).toContain('meeting:read:list_meetings:admin');
    await next(modal, 'Step 4 of 4');
    await next(modal, 'is registered');
    await modal.close();
    // What it was chosen for is kept with the app.
    const plan = await asks(ana(), '/zoom-scopes plan From a need', 'What From a need needs');
    expect(plan.text()).toContain('It declares exactly what it needs');
  });

  test('a newer catalogue is posted in the threads of the apps that it affects', async () => {
    const { db } = stage.database;
    await registers(stage, ana(), {
      name: 'Touched',
      scopes: 'user:read:user:admin, meeting:read:meeting:admin',
    });
    // As it would be had it been declared when the catalogue knew less.
    await db.query(
      `update zoom_app_scope set confirmed_by = 'U0ZOE' where scope = 'meeting:read:meeting:admin'
       and zoom_app_id = (select id from zoom_app where name = 'Touched')`,
    );
    const [workspace] = await db.query<{ id: string }>('select id from workspace');
    const review = { task: 'review_scopes', workspaceId: workspace?.id ?? '' } as const;
    await enqueue(db, review);
    await until(
      async () => (await db.query('select scope_review.catalogue from scope_review')).length > 0,
      'the first review, which has nothing to compare with',
    );
    await db.query(`update scope_review set catalogue = '2020-01.000001'`);
    await enqueue(db, review);
    await ana().sees(
      channel,
      /newer catalogue of Zoom scopes.*touches .?Touched.*meeting:read:meeting:admin/s,
    );
  });

  test('three thousand scopes, marks that turn the text, and a letter that only looks right', async () => {
    const many = Array.from({ length: 3_000 }, (_, n) => `meeting:read:thing_${n}`).join(' ');
    const answer = await asks(ana(), `/zoom-scopes check admin ${many}`, 'more that do not fit here');
    expect(answer.text()).toContain('3000 scopes are not in the catalogue');
    const turned = await asks(
      ana(),
      '/zoom-scopes check user \u202euser:read:user\u202c',
      'The scope can go into',
    );
    expect(turned.text()).toContain('user:read:user | Fine');
    const letter = await asks(ana(), '/zoom-scopes check user us\u0435r:read:user', 'Cyrillic letter');
    expect(letter.text()).toContain('“\u0435” is a Cyrillic letter, not “e”. Use user:read:user');
  });

  test('prose, nothing, and a secret are no lists', async () => {
    await ana().types(channel, '/zoom-scopes check admin please look at our scopes');
    const modal = await ana().modal('Check scopes');
    expect(await modal.submit()).toBe('errors');
    await modal.dismiss();
    const secret = stage.wrongSecret();
    const refusal = await asks(
      ana(),
      `/zoom-scopes check admin ZOOM_CLIENT_SECRET=${secret}`,
      'looks like a secret',
    );
    expect(refusal.text()).toContain('rotate it in Zoom');
  });
});
