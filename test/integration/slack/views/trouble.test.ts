import { describe, expect, test } from 'vitest';
import { registered, theClientId, theSecret, transports, useStage } from '../stage.ts';

const channel = '#zoom-integration';

describe.each(transports)('the database is gone for a while, over %s', (transport) => {
  const stage = useStage(transport);
  const ana = () => stage.slack.person('ana');

  test('a command says to try again, and works when it is back', async () => {
    stage.databaseGone(true);
    await ana().types(channel, '/zoom-app list');
    const shown = await ana().sees(channel, 'cannot reach its database');
    expect(shown.text()).toMatch(/`[0-9a-f]{8}`/);
    stage.databaseGone(false);
    await ana().types(channel, '/zoom-app list');
    await ana().sees(channel, 'No Zoom app is registered yet');
  });

  test('a submitted step keeps everything that was typed, and can be submitted again', async () => {
    await ana().types(channel, '/zoom-app register');
    const modal = await ana().modal('Register a Zoom app');
    await modal.fill('Name', 'Patient');
    await modal.choose('Who manages it in Zoom?', 'User-managed');
    stage.databaseGone(true);
    expect(await modal.submit()).toBe('errors');
    expect(Object.values(modal.errors()).join()).toContain('cannot reach its database');
    expect(modal.value('Name')).toBe('Patient');
    stage.databaseGone(false);
    expect(await modal.submit()).toBe('updated');
    await modal.fill('Client ID (Development)', theClientId);
    await modal.fill('Client secret (Development)', theSecret);
    await modal.submit();
    await modal.fill('Or paste a list', 'user:read:user');
    await modal.submit();
    await modal.sees('Step 4 of 4');
    stage.databaseGone(true);
    await modal.submit();
    await modal.sees('Not saved. Everything you typed is kept.');
    stage.databaseGone(false);
    await modal.press('Back to it');
    await modal.sees('Step 4 of 4');
    await modal.submit();
    await modal.sees('is registered');
    await modal.close();
  });

  test('a button in a modal and App Home say so too', async () => {
    await registered(stage, { name: 'Acme' });
    await ana().types(channel, '/zoom-app scopes Acme');
    const modal = await ana().modal('Edit scopes');
    stage.databaseGone(true);
    await modal.press('Check the list');
    const shown = await ana().modal('Greenroom');
    await shown.sees('cannot reach its database');
    await shown.close();
    const home = await ana().opensHome();
    await home.sees('cannot reach its database');
    stage.databaseGone(false);
    await modal.press('Check the list');
    await modal.sees(/can go into/);
    await modal.dismiss();
    await (await ana().opensHome()).sees('Acme');
  });
});
