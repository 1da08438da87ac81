import { describe, expect, test } from 'vitest';
import { channel, useProofStage } from '../proof_stage.ts';
import { transports } from '../stage.ts';

describe.each(transports)('"Prove it works" over %s', (transport) => {
  const { stage, stackone, app, person, asks, getsLink, session, polls, sent } = useProofStage(transport);

  test('an owner gets a link that nobody else is shown, and the modal says at its end that it works', async () => {
    const modal = await getsLink();
    const { token, id } = session();
    expect(session()).toMatchObject({ connector_profile_id: app().profileId, type: 'test' });
    // The answer to the form or, after a loading view, the call that replaces it.
    expect(sent(token).map(({ kind }) => kind)).toEqual([
      expect.stringMatching(/^view_submission$|^views.update$/),
    ]);
    stackone().endConnectAttempt(id, { status: 'authenticated' });
    await polls();
    await modal.sees('it went all the way through');
    expect(modal.title()).toBe('It works');
    expect(modal.text()).not.toContain(token);
    await person('ana').types(channel, `/zoom-app show ${app().name}`);
    const card = await person('ana').sees(channel, /Proven:.*Only you can see this/s);
    expect(card.text()).toMatch(/Passed:[^·\n]*redirect URL/);
    expect(card.buttons()).toContain('Prove again');
    await person('ana').press(card, 'Details');
    await (await person('ana').modal('Details')).sees(/Redirect URL: passed.*Verified by StackOne/);
    expect(stage.logLines.join('\n')).not.toContain(token);
  });

  test('a refusal is shown in the modal with the words of StackOne and a way out', async () => {
    const modal = await getsLink();
    stackone().endConnectAttempt(session().id, {
      status: 'error',
      errorCode: '4700',
      errorDescription: 'Invalid redirect <!channel>',
    });
    await polls();
    await modal.sees(/Not proven yet.*Invalid redirect/s);
    await modal.sees(/Next:.*OAuth Information/s);
    expect(sent('Invalid redirect <!channel>')).toEqual([]);
    // In the place of the first: Slack stacks three modals at most.
    await modal.press('Try again');
    await modal.sees('This is what will happen');
    expect(modal.title()).toBe('Prove it works');
  });

  test('another owner who waits for a link gives it up: it is taken out of the window that shows it', async () => {
    const anas = await getsLink();
    const { token } = session();
    const bens = await asks('ben');
    await bens.sees(/Ana is at it: their link is good until/);
    expect(bens.text()).not.toContain(token);
    stage.slack.faults.html(1, 500);
    await bens.press('Give up their link');
    await anas.sees('It is not good any more');
    expect(anas.text()).not.toContain(token);
    await bens.sees('The link is given up');
    await bens.close();
    await (await getsLink('ben')).dismiss();
    expect(session().token).not.toBe(token);
  });

  test('one link at a time: others are told who has it, its maker takes it up again or starts anew', async () => {
    const first = await getsLink();
    await first.dismiss();
    const bens = await asks('ben');
    await bens.sees(/Ana is at it: their link is good until/);
    await bens.close();
    const again = await asks();
    await again.sees('You have a link for this environment already');
    await again.press('Show it again');
    await again.sees('The link is for');
    const { token, id } = session();
    expect(sent(token)).toHaveLength(2);
    stackone().endConnectAttempt(id, { status: 'cancelled' });
    await polls();
    await again.sees('Not proven yet');
    await again.dismiss();
    await (await getsLink()).dismiss();
    const anew = await asks();
    await anew.sees('You have a link for this environment already');
    await anew.press('Start anew');
    await anew.sees('The link is for');
    expect(session().token).not.toBe(token);
  });
});
