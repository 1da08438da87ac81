import { expect, test } from 'vitest';
import { markOf, newId } from '../../../../src/ids.ts';
import { until } from '../../../harness/until.ts';
import { registered, useStage } from '../stage.ts';

const stage = useStage('socket');
const ana = () => stage.slack.person('ana');
const zoe = () => stage.slack.person('zoe');
const by = (name: 'ana' | 'ben' | 'zoe') => ({
  workspaceId: stage.slack.id,
  actor: stage.slack.person(name).id,
});

async function opensSettings(name: 'ana' | 'ben' = 'ana') {
  await (await stage.slack.person(name).opensHome()).press('Settings');
  return stage.slack.person(name).modal('Settings');
}

test('an admin finds the settings in App Home, others do not', async () => {
  expect((await zoe().opensHome()).buttons()).not.toContain('Settings');
  const settings = await opensSettings();
  expect(settings.value('Default channel')).toEqual([]);
  expect(settings.value('What people confirm about Zoom holds for')).toBe('90 days');
  await settings.dismiss();
});

test('the default channel is offered by forms that are opened outside a channel, until it is taken away', async () => {
  const settings = await opensSettings();
  await settings.pickChannel('Default channel', '#zoom-integration');
  expect(await settings.submit()).toBe('closed');
  await (await zoe().opensHome()).press('Register a Zoom app');
  const form = await zoe().modal('Register a Zoom app');
  expect(form.value('Channel')).toBe('#zoom-integration');
  await form.dismiss();
  await zoe().types('#general', '/zoom-app register');
  const inChannel = await zoe().modal('Register a Zoom app');
  expect(inChannel.value('Channel')).toBe('#general');
  await inChannel.dismiss();

  expect(await stage.usecases.setDefaultChannel({ ...by('ana'), channelId: null })).toMatchObject({
    ok: true,
  });
  const { events } = await stage.usecases.readHistory({ workspaceId: stage.slack.id });
  expect(events.filter(({ kind }) => kind === 'default_channel_changed')).toHaveLength(2);
});

test('what another admin has changed meanwhile stays', async () => {
  const settings = await opensSettings();
  await stage.usecases.setAttestationDays({ ...by('ana'), days: 180 });
  await settings.choose('Client secrets', 'Take none');
  expect(await settings.submit()).toBe('closed');
  const again = await opensSettings();
  expect(again.value('What people confirm about Zoom holds for')).toBe('180 days');
  expect(again.value('Client secrets')).toContain('Take none');
  await again.choose('Client secrets', 'Ask for them');
  expect(await again.submit()).toBe('closed');
});

test('who may do what is decided there, and admins are named, who then find the settings too', async () => {
  await ana().types('#general', '/zoom-app settings');
  const settings = await ana().modal('Settings');
  await settings.choose('Register Zoom apps', 'Admins only');
  await settings.pickUsers('Admins of Greenroom', ['Ben']);
  expect(await settings.submit()).toBe('closed');
  expect(await stage.usecases.readRoles({ workspaceId: stage.slack.id })).toMatchObject({
    register: 'admins',
  });
  const his = await opensSettings('ben');
  await his.choose('Register Zoom apps', 'Everyone here');
  const both = [by('ben').actor, by('ana').actor];
  await stage.usecases.setAdmins({ ...by('ana'), userIds: both, mark: markOf([by('ben').actor]) });
  await his.pickUsers('Admins of Greenroom', ['Zoe']);
  expect(await his.submit()).toBe('errors');
  expect(his.errors()['Admins of Greenroom']).toContain('Somebody else has changed this meanwhile');
  expect(await stage.usecases.readRoles({ workspaceId: stage.slack.id })).toMatchObject({
    register: 'everyone',
  });
  await his.dismiss();
  await stage.usecases.setAdmins({ ...by('ana'), userIds: [by('ana').actor], mark: markOf(both) });
  await zoe().types('#general', '/zoom-app settings');
  await zoe().sees('#general', /Only admins of Greenroom may do that here/);
});

test('when people are reminded is decided for everybody, and by each person for themselves', async () => {
  const settings = await opensSettings();
  await settings.choose('Remind after', '2 days');
  await settings.pick('Time zone', ['America/New_York'], { typing: 'new york' });
  await settings.choose('Quiet from', '20:00');
  expect(await settings.submit()).toBe('closed');
  const { workspaceId } = by('ana');
  expect(await stage.usecases.readReminderSettings({ workspaceId })).toEqual({
    reminderAfterHours: 48,
    timeZone: 'America/New_York',
    quietHours: { from: 20, to: 9, weekend: true },
  });
  await (await zoe().opensHome()).press('My reminders');
  const hers = await zoe().modal('My reminders');
  await hers.sees('20:00 to 09:00, and at weekends');
  await hers.choose('Quiet hours', 'My own, as below');
  await hers.choose('Saturday and Sunday', 'As on other days');
  expect(await hers.submit()).toBe('closed');
  expect(await stage.usecases.readMyQuietHours(by('zoe'))).toEqual({
    own: true,
    quietHours: { from: 20, to: 9, weekend: false },
  });
  await (await zoe().opensHome()).press('My reminders');
  const again = await zoe().modal('My reminders');
  await again.choose('Quiet hours', 'As this workspace has it');
  expect(await again.submit()).toBe('closed');
  expect(await stage.usecases.readMyQuietHours(by('zoe'))).toMatchObject({ own: false });
});

test('who is named for the steps in Zoom is found by what waits there', async () => {
  const settings = await opensSettings();
  await settings.pickUsers('Who does the steps in Zoom', ['Zoe']);
  expect(await settings.submit()).toBe('closed');
  const { workspaceId } = by('ana');
  expect(await stage.usecases.readStepAdmins({ workspaceId })).toMatchObject({
    zoom_admin: [by('zoe').actor],
  });
  await stage.usecases.setStepAdmins({ ...by('ana'), doer: 'zoom_admin', userIds: [] });
});

test('what waits for a person stands above everything else, and leads to the app', async () => {
  const draftId = newId();
  const answers = {
    name: 'Waiting',
    managementType: 'admin' as const,
    environments: ['development' as const],
    owners: [by('ana').actor],
    channelId: stage.slack.channelId('#zoom-integration'),
    clientIds: { development: 'c1ientIdOfDev000000009' },
    keepsSecret: ['development' as const],
    pickedScopes: ['user:read:list_users:admin'],
  };
  await stage.usecases.saveDraft({ ...by('ana'), draftId, answers, secrets: {} });
  expect(await stage.usecases.registerZoomApp({ ...by('ana'), draftId })).toMatchObject({ ok: true });
  const home = await ana().opensHome();
  await home.sees(/Waiting for you.*Waiting\* · Development.*since.*My Zoom apps/s);
  await home.press('Go on', { near: 'Waiting' });
  await (await ana().modal('Status')).dismiss();
});

test('all apps are narrowed by a part of the name and by where they stand, and shown again', async () => {
  await registered(stage, { name: 'Payroll' });
  await registered(stage, { name: 'Webinars', owner: 'zoe' });
  const home = await ana().opensHome();
  await home.sees(/My Zoom apps.*Payroll.*All other Zoom apps.*Webinars/s);
  await home.fill('Find a Zoom app', 'webi');
  await home.sees(/Zoom apps matching "webi":\n\*Webinars/);
  expect(home.text()).not.toContain('Payroll');
  await home.choose('Which ones', 'Only mine');
  await home.sees(/No Zoom app matching/);
  await home.fill('Find a Zoom app', '');
  await home.sees('*Payroll');
  expect(home.value('Which ones')).toBe('Only mine');
  await home.press('Show all');
  await home.sees(/My Zoom apps.*Payroll.*All other Zoom apps.*Webinars/s);
  expect(home.value('Which ones')).toBe('All');
  await until(() => home.value('Find a Zoom app') === null, 'the field to be empty');
});

test('a digest is started in a channel that watches something, and elsewhere the field says why not', async () => {
  await registered(stage, { name: 'Digested' });
  const settings = await opensSettings();
  await settings.pickChannel('Start a digest in', '#general');
  expect(await settings.submit()).toBe('errors');
  expect(settings.errors()['Start a digest in']).toContain('watches no Zoom app yet');
  await settings.dismiss();
  const other = await opensSettings();
  await other.pickChannel('Start a digest in', '#zoom-integration');
  expect(await other.submit()).toBe('closed');
  const again = await opensSettings();
  await again.sees(/Get one: #zoom-integration/);
  await again.dismiss();
});
