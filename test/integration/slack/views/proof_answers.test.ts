import { describe, expect, test } from 'vitest';
import type { StackOneSandbox } from '../../../../sandbox/simulators/stackone/index.ts';
import { channel, useProofStage } from '../proof_stage.ts';

describe('what is answered to "Prove it works"', () => {
  const { stage, stackone, app, person, opens, asks, getsLink, session, readsProfiles, sent } =
    useProofStage('socket');

  test('"Cancel the link" gives it up, and another one may be asked for', async () => {
    const modal = await getsLink();
    await modal.press('Cancel the link');
    await modal.sees('The link is given up');
    await modal.close();
    await (await getsLink('ben')).dismiss();
  });

  test('another owner is asked by a direct message; who is none is refused at the field', async () => {
    const before = stackone().connectSessions().length;
    const modal = await opens();
    await modal.pickUsers('Who does it?', ['zoe']);
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors()['Who does it?']).toContain('Only an owner');
    await modal.pickUsers('Who does it?', ['ben']);
    await modal.submit();
    await modal.sees(/Ben gets a direct message/);
    const rows = await stage.database.db.query<{ message: unknown }>(
      'select message from delivery where channel_id = $1',
      [person('ben').id],
    );
    const asked = expect.objectContaining({ kind: 'proof_asked', by: person('ana').id });
    expect(rows.map(({ message }) => message)).toEqual([asked]);
    expect(stackone().connectSessions()).toHaveLength(before);
  });

  const refusals: readonly (readonly [string, (stackone: StackOneSandbox) => void, RegExp])[] = [
    [
      'a key that may only look',
      (one) => one.addKey(one.apiKey, ['platform:read']),
      /Platform API: Write.*By hand/s,
    ],
    ['a revoked key', (one) => one.revokeKey(one.apiKey), /does not accept.*STACKONE_API_KEY.*By hand/s],
    ['an outage', (one) => one.down(), /There is no link yet.*nothing counts as failed/s],
    [
      'an error of StackOne',
      (one) => one.answer({ status: 503 }),
      /There is no link yet.*nothing counts as failed/s,
    ],
    [
      'words of its own',
      (one) => one.answer({ status: 422, body: { message: 'no <!here> please' } }),
      /StackOne made no link.*no .*please/s,
    ],
  ];

  test.each(refusals)('there is a designed answer to %s', async (_, happens, words) => {
    happens(stackone());
    const modal = await asks();
    await modal.sees(words);
    expect(sent('<!here>')).toEqual([]);
  });

  test('people who own nothing are told whom to ask, and a missing or disabled profile what to do', async () => {
    await person('zoe').types(channel, `/zoom-app verify ${app().name} dev`);
    await person('zoe').sees(channel, /Only owners.*Ana/s);
    await person('ana').types(channel, `/zoom-app prove ${app().name} production`);
    await person('ana').sees(channel, 'has no Production environment');
    stackone().disableProfile(app().profileId);
    await readsProfiles();
    await person('ana').types(channel, `/zoom-app test ${app().name}`);
    await person('ana').sees(channel, /is disabled in StackOne.*enable it/s);
  });

  test("a customer's account is linked for the customer; blanks are no name", async () => {
    await stage.database.db.query(
      `update environment set stage = 'live' where zoom_app_id = (select id from zoom_app where name = $1)`,
      [app().name],
    );
    await person('ana').types(channel, `/zoom-app show ${app().name}`);
    const card = await person('ana').sees(channel, new RegExp(`${app().name}.*Only you can see this`, 's'));
    await person('ana').press(card, 'Link an account');
    const modal = await person('ana').modal('Link an account');
    await modal.fill("Customer's name", '  ');
    await modal.fill("Customer's ID", 'c-1');
    expect(await modal.submit()).toBe('errors');
    await modal.fill("Customer's name", 'Müller & Söhne');
    await modal.submit();
    await modal.sees("An admin of the customer's Zoom account signs in");
    const customer = { origin_owner_id: 'c-1', origin_owner_name: 'Müller & Söhne', type: 'production' };
    expect(session()).toMatchObject(customer);
  });
});
