import { describe, expect, test } from 'vitest';
import { otherClientId, otherSecret, theClientId, theSecret, transports, useStage } from '../stage.ts';

describe.each(transports)('registering over %s', (transport) => {
  const stage = useStage(transport);
  const ana = () => stage.slack.person('ana');

  test('a person registers an app in four steps, and Back keeps what was typed but never the secret', async () => {
    await ana().types('#zoom-integration', '/zoom-app register');
    const modal = await ana().modal('Register a Zoom app');
    expect(modal.value('Channel')).toBe('#zoom-integration');
    await modal.fill('Name', '  StackOne   Integration ');
    await modal.choose('Who manages it in Zoom?', 'Admin-managed');
    await modal.tick('Environments', ['Production']);
    expect(await modal.submit()).toBe('updated');

    await modal.sees('Step 2 of 4');
    await modal.fill('Client ID (Development)', ` ${theClientId} `);
    await modal.fill('Client secret (Development)', theSecret);
    await modal.fill('Client ID (Production)', theClientId);
    await modal.fill('Client secret (Production)', theSecret);
    expect(await modal.submit()).toBe('errors');
    expect(Object.keys(modal.errors())).toEqual(['Client ID (Production)', 'Client secret (Production)']);
    await modal.fill('Client ID (Production)', otherClientId);
    await modal.fill('Client secret (Production)', otherSecret);
    expect(await modal.submit()).toBe('updated');

    await modal.sees('Blanks around the client ID of Development were removed');
    await modal.press('Back');
    await modal.sees('Step 2 of 4');
    expect(modal.value('Client ID (Development)')).toBe(theClientId);
    expect(modal.value('Client secret (Development)') ?? '').toBe('');
    await modal.sees('Typed already and sealed. Leave it empty to keep it.');
    expect(await modal.submit()).toBe('updated');

    await modal.sees('Step 3 of 4');
    const offered = await modal.suggestions('Scopes', 'list_users');
    expect(offered.map(({ value }) => value)).toContain('user:read:list_users:admin');
    expect(offered.every(({ value }) => value.endsWith(':admin'))).toBe(true);
    await modal.pick('Scopes', ['user:read:list_users:admin']);
    await modal.fill('Or paste a list', 'meeting:read:meeting, user:read:user:admin');
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors()['Or paste a list']).toContain('Use meeting:read:meeting:admin');
    await modal.press('Convert the whole list to admin scopes');
    await modal.sees('Converted: 1 change');
    expect(await modal.submit()).toBe('updated');

    await modal.sees('Step 4 of 4');
    expect(modal.text()).toContain('3 scopes');
    expect(modal.text()).not.toContain(theSecret);
    expect(await modal.submit()).toBe('updated');
    await modal.sees('is registered');
    await ana().types('#zoom-integration', '/zoom-app show stackone');
    await ana().sees('#zoom-integration', /StackOne Integration/);
  });

  test('secrets reach Slack only inside the modal they were typed into', () => {
    const sent = JSON.stringify(stage.slack.inspector.entries().filter((e) => e.direction === 'from_app'));
    expect(sent).not.toContain(theSecret);
    expect(sent).not.toContain(otherSecret);
  });
});
