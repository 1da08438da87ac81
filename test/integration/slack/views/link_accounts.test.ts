import { describe, expect, test } from 'vitest';
import { channel, useProofStage } from '../proof_stage.ts';

describe('accounts of customers, linked from Slack', () => {
  const { stage, stackone, app, person, session, polls } = useProofStage('socket');
  const accounts = () =>
    stackone()
      .accounts()
      .filter((one) => one.connector_profile_id === app().profileId);
  const looks = async () => {
    await stage.database.db.query(
      "update environment set next_account_check_at = now() - interval '1 second'",
    );
    await stage.usecases.checkAccounts({ workspaceId: stage.slack.id });
  };
  const showsCard = async () => {
    await person('ana').types(channel, `/zoom-app show ${app().name}`);
    return person('ana').sees(channel, /Only you can see this/);
  };

  test('an account is linked for a customer to its end, and again when it has stopped working', async () => {
    await stage.database.db.query(
      `update environment set stage = 'live', live_at = now()
       where zoom_app_id = (select id from zoom_app where name = $1)`,
      [app().name],
    );
    const card = await showsCard();
    await person('ana').press(card, 'Link an account');
    const modal = await person('ana').modal('Link an account');
    await modal.fill("Customer's name", 'Müller & Söhne');
    await modal.fill("Customer's ID", 'c-1');
    await modal.submit();
    await modal.sees("An admin of the customer's Zoom account signs in");
    stackone().endConnectAttempt(session().id, { status: 'authenticated' });
    await polls();
    await modal.sees('Müller & Söhne');
    expect(modal.text()).not.toContain(session().token);
    await modal.dismiss();
    expect(accounts()).toMatchObject([{ owner_id: 'c-1', status: 'active' }]);

    const [account] = accounts();
    if (account === undefined) throw new Error('no account was linked');
    stackone().setAccountStatus(account.id, 'error', [
      { code: 'invalid_grant', description: 'Invalid Token!', timestamp: new Date().toISOString() },
    ]);
    await looks();
    await looks();
    const broken = await showsCard();
    expect(broken.text()).toMatch(/Linked account: failed.*Invalid Token!/s);
    await person('ana').press(broken, 'Link again');
    const again = await person('ana').modal('Link again');
    await again.submit();
    await again.sees('The link is for');
    expect(session()).toMatchObject({ account_id: account.id, type: 'production' });
    stackone().endConnectAttempt(session().id, { status: 'authenticated' });
    await polls();
    await again.dismiss();
    expect(accounts()).toMatchObject([{ id: account.id, status: 'active' }]);
    expect((await showsCard()).text()).toMatch(/Passed:[^·\n]*linked account/);
  });
});
