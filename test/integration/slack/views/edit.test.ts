import { describe, expect, test } from 'vitest';
import type { Modal } from '../../../../sandbox/simulators/slack/index.ts';
import type { ZoomApp } from '../../../../src/core/apps/zoom_app.ts';
import { otherClientId, otherSecret, registered, theClientId, theSecret, useStage } from '../stage.ts';

const channel = '#zoom-integration';

describe('editing a registered app', () => {
  const stage = useStage('http');
  const person = (name: string) => stage.slack.person(name);
  const opens = async (name: string, text: string, title: string): Promise<Modal> => {
    await person(name).types(channel, text);
    return person(name).modal(title);
  };
  const appNamed = async (text: string): Promise<ZoomApp> => {
    const found = await stage.usecases.findZoomApp({ workspaceId: stage.slack.id, text });
    if (found.kind !== 'found') throw new Error(`${text}: ${found.kind}`);
    return found.card.app;
  };
  const shares = async (app: string) => {
    const { id, version } = await appNamed(app);
    const by = { workspaceId: stage.slack.id, actor: person('ana').id };
    const owners = [person('ana').id, person('ben').id];
    await stage.usecases.editZoomApp({ ...by, appId: id, version, changes: { owners } });
  };

  test('the second of two editors is shown what changed, keeps the own input, and may replace it', async () => {
    await registered(stage, { name: 'Shared' });
    await shares('Shared');
    const anas = await opens('ana', '/zoom-app edit Shared', 'Edit a Zoom app');
    const bens = await opens('ben', '/zoom-app edit Shared', 'Edit a Zoom app');
    await bens.fill('Purpose', 'By Ben');
    expect(await bens.submit()).toBe('updated');
    await bens.sees('is saved');
    await bens.close();

    await anas.fill('Name', 'Shared by Ana');
    expect(await anas.submit()).toBe('updated');
    await anas.sees('Somebody changed this app while you were editing');
    await anas.sees(/Ben.* changed the purpose to “By Ben”/);
    expect(anas.value('Name')).toBe('Shared by Ana');
    expect(anas.value('Purpose')).toBe('By Ben');
    expect(await anas.submit()).toBe('updated');
    await anas.sees('is saved');
    await anas.close();
    expect(await appNamed('Shared by Ana')).toMatchObject({ purpose: 'By Ben' });
  });

  test('nothing changed is nothing saved', async () => {
    const { name, version } = (await registered(stage, { name: 'Same' })).app;
    const modal = await opens('ana', `/zoom-app edit ${name}`, 'Edit a Zoom app');
    expect(await modal.submit()).toBe('closed');
    expect((await appNamed(name)).version).toBe(version);
  });

  test('a switch of the management type brings the scopes along, converted, and saves both', async () => {
    await registered(stage, {
      name: 'Switch',
      scopes: ['user:read:user:admin', 'user:read:list_users:admin'],
    });
    const modal = await opens('ana', '/zoom-app edit Switch', 'Edit a Zoom app');
    await modal.choose('Who manages it in Zoom?', 'User-managed');
    expect(await modal.submit()).toBe('updated');
    await modal.sees('A switch to user-managed needs other scopes');
    expect(modal.value('Scopes')).toContain('user:read:user');
    expect(await modal.submit()).toBe('updated');
    await modal.sees('is saved');
    await modal.close();
    const app = await appNamed('Switch');
    expect(app.managementType).toBe('user');
    expect(app.scopes.map(({ scope }) => scope)).toContain('user:read:user');
  });

  test('two people edit the scopes at once: the second is shown what differs and loses nothing', async () => {
    await registered(stage, { name: 'Scoped' });
    await shares('Scoped');
    const anas = await opens('ana', '/zoom-app scopes Scoped', 'Edit scopes');
    const bens = await opens('ben', '/zoom-app scopes Scoped', 'Edit scopes');
    await bens.pick('Scopes', ['user:read:user:admin']);
    expect(await bens.submit()).toBe('updated');
    await bens.close();
    await anas.pick('Scopes', ['meeting:read:meeting:admin']);
    expect(await anas.submit()).toBe('updated');
    await anas.sees(/Saved now and not in your list: .user:read:user:admin/);
    await anas.sees(/Only in your list: .meeting:read:meeting:admin/);
    expect(await anas.submit()).toBe('updated');
    await anas.close();
    const scopes = (await appNamed('Scoped')).scopes.map(({ scope }) => scope);
    expect(scopes).toEqual(['meeting:read:meeting:admin', 'user:read:list_users:admin']);
  });

  test('the type-ahead offers only the chosen category', async () => {
    const modal = await opens('ana', '/zoom-app scopes Scoped', 'Edit scopes');
    const all = await modal.suggestions('Scopes', '');
    expect(new Set(all.map(({ group }) => group)).size).toBeGreaterThan(1);
    expect(all.length).toBeLessThanOrEqual(100);
    await modal.choose('Category', 'Recording');
    const some = await modal.suggestions('Scopes', '');
    expect(new Set(some.map(({ group }) => group))).toEqual(new Set(['Recording']));
    expect(modal.value('Scopes')).toEqual(['meeting:read:meeting:admin', 'user:read:list_users:admin']);
    await modal.dismiss();
  });

  test('a secret is replaced, and a swapped pair is refused at its fields', async () => {
    await registered(stage, { name: 'Rotated' });
    const modal = await opens('ana', '/zoom-app rotate Rotated', 'Replace the secret');
    expect(modal.value('Client ID (Development)')).toBe(theClientId);
    await modal.fill('Client ID (Development)', otherSecret);
    await modal.fill('Client secret (Development)', otherSecret);
    expect(await modal.submit()).toBe('errors');
    expect(Object.keys(modal.errors())).toHaveLength(2);
    await modal.fill('Client ID (Development)', theClientId);
    expect(await modal.submit()).toBe('updated');
    await modal.sees('Greenroom asks Zoom now whether it is right');
    await modal.close();
  });

  test('Production is added later, with a pair of its own', async () => {
    await registered(stage, { name: 'Growing' });
    await person('ana').types(channel, '/zoom-app show Growing');
    const card = await person('ana').sees(channel, 'Growing');
    await person('ana').press(card, 'Add Production');
    const modal = await person('ana').modal('Add Production');
    await modal.fill('Client ID (Production)', theClientId);
    await modal.fill('Client secret (Production)', theSecret);
    expect(await modal.submit()).toBe('errors');
    await modal.fill('Client ID (Production)', otherClientId);
    await modal.fill('Client secret (Production)', otherSecret);
    expect(await modal.submit()).toBe('updated');
    await modal.sees('is sealed');
    await modal.close();
  });
});
