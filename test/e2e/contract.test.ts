import { describe, expect, test } from 'vitest';
import { asks, beginsAnew, card, fillsBasics, registers } from './play.ts';
import { useStage } from './stage.ts';

/** What a transport must carry, each kind of request once; the stories themselves are told over one of them. */
describe.each(['socket', 'http'] as const)('the contract of a transport, over %s', (transport) => {
  const stage = useStage(transport);
  const ana = () => stage.person('ana');

  test('a command is acknowledged and answered, to the person alone', async () => {
    const answer = await asks(ana(), '/zoom-app help', 'Help for /zoom-app');
    expect(answer.ephemeral).toBe(true);
  });

  test('a form opens, shows errors at their fields, changes in place and closes; the card arrives', async () => {
    const modal = await beginsAnew(ana(), '/zoom-app register Refused');
    await fillsBasics(modal, { name: 'Refused' });
    await modal.fill('Client ID (Development)', 'https://zoom.us/');
    await modal.fill('Client secret (Development)', stage.pair().clientSecret);
    expect(await modal.submit()).toBe('errors');
    expect(Object.keys(modal.errors())).toEqual(['Client ID (Development)']);
    await modal.dismiss();
    await registers(stage, ana(), { name: 'Carried' });
    await card(ana(), 'Carried', /Passed:[^·\n]*credentials/);
  });

  test('what is typed into a select is answered with suggestions', async () => {
    const modal = await beginsAnew(ana(), '/zoom-app register Suggested');
    await fillsBasics(modal, { name: 'Suggested' });
    const { clientId, clientSecret } = stage.pair();
    await modal.fill('Client ID (Development)', clientId);
    await modal.fill('Client secret (Development)', clientSecret);
    expect(await modal.submit()).toBe('updated');
    await modal.sees('Step 3 of 4');
    const offered = await modal.suggestions('Scopes', 'webinar');
    expect(offered.map(({ value }) => value)).toContain('webinar:read:webinar:admin');
    await modal.dismiss();
  });

  test('a pressed button changes the message it stands on', async () => {
    await registers(stage, ana(), { name: 'Pressed' });
    await ana().press(await card(ana(), 'Pressed', 'It is set'), 'It is set');
    await card(ana(), 'Pressed', /Passed:[^·\n]*redirect URL/);
  });

  test('an event is answered: App Home is drawn when it is opened', async () => {
    const home = await ana().opensHome();
    await home.sees('Register a Zoom app');
  });

  test('after a restart the next request is answered', async () => {
    await stage.restart('stop');
    await asks(ana(), '/zoom-app ping', /Greenroom \S+ is here/);
  });

  if (transport === 'socket') return;

  test('the address answers url_verification, and refuses requests without a signature', async () => {
    expect(await stage.simulators.slack.verifiesUrl()).toBe(true);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = new URLSearchParams({ command: '/zoom-app', text: 'help' }).toString();
    const answer = await fetch(`${stage.bot.url}/slack/events`, { method: 'POST', headers, body });
    expect(answer.status).toBe(401);
  });
});
