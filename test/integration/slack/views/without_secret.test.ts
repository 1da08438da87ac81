import { afterEach, describe, expect, test } from 'vitest';
import type { Modal, Person } from '../../../../sandbox/simulators/slack/index.ts';
import {
  otherClientId,
  registered,
  type Stage,
  theClientId,
  theSecret,
  transports,
  useStage,
} from '../stage.ts';

const channel = '#zoom-integration';
const KEEP = 'I keep the secret to myself';

/** The second step of a registration, past a draft of an earlier test. */
async function atCredentials(
  person: Person,
  name: string,
  environments: readonly string[] = [],
): Promise<Modal> {
  await person.types(channel, `/zoom-app register ${name}`);
  const modal = await person.modal('Register a Zoom app');
  if (modal.buttons().includes('Start anew')) {
    await modal.press('Start anew');
    await modal.sees('Step 1 of 4');
  }
  await modal.choose('Who manages it in Zoom?', 'Admin-managed');
  if (environments.length > 0) await modal.tick('Environments', environments);
  await modal.submit();
  await modal.sees('Step 2 of 4');
  return modal;
}

async function finish(modal: Modal): Promise<void> {
  await modal.sees('Step 3 of 4');
  await modal.pick('Scopes', ['user:read:list_users:admin'], { typing: 'list_users' });
  await modal.submit();
  await modal.sees('Step 4 of 4');
}

async function storedSecrets({ database }: Stage): Promise<number> {
  const [row] = await database.db.query<{ sealed: number }>(
    `select ((select count(*) from draft_secret) + (select count(*) from environment
             where client_secret_sealed is not null or pending_secret_sealed is not null))::int as sealed`,
  );
  return row?.sealed ?? 0;
}

describe.each(transports)('the client secret over %s', (transport) => {
  const stage = useStage(transport);
  const person = (name: string) => stage.slack.person(name);
  const name = (suffix: string) => `Kept ${transport} ${suffix}`;
  const opensSettings = async () => {
    await (await person('ana').opensHome()).press('Settings');
    return person('ana').modal('Settings');
  };
  const decides = async (policy: string) => {
    const settings = await opensSettings();
    await settings.choose('Client secrets', policy);
    expect(await settings.submit()).toBe('closed');
  };
  afterEach(() => stage.database.db.query(`update workspace set secrets = 'ask'`));

  test('stays with who keeps it: one tick, and the app is registered with its next step in Zoom', async () => {
    const ana = person('ana');
    const before = await storedSecrets(stage);
    const modal = await atCredentials(ana, name('one'));
    await modal.sees('Or keep it to yourself');
    await modal.fill('Client ID (Development)', theClientId);
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors()['Client secret (Development)']).toContain('or tick below that you keep it');
    await modal.tick('Or no secret (Development)', [KEEP]);
    await modal.press('Back');
    await modal.sees('Step 1 of 4');
    await modal.submit();
    await modal.sees('Step 2 of 4');
    expect(modal.value('Or no secret (Development)')).toEqual([KEEP]);
    await modal.submit();
    await finish(modal);
    expect(modal.text()).toContain('you keep the client secret');
    expect(modal.text()).not.toContain('asks Zoom whether');
    await modal.submit();
    await modal.sees('is registered');
    expect(modal.text()).toContain('Paste `https://api.stackone.com');
    expect(await storedSecrets(stage)).toBe(before);

    await ana.types(channel, `/zoom-app show ${name('one')}`);
    await ana.sees(channel, /Credentials: open until proven\.\*? Greenroom has no secret/);
    await ana.types(channel, `/zoom-app check ${name('one')}`);
    await ana.sees(channel, /credentials of Development are not looked at: Greenroom has no secret/);
  });

  test('may be kept for one environment and given for the other', async () => {
    const before = await storedSecrets(stage);
    const modal = await atCredentials(person('ana'), name('two'), ['Production']);
    await modal.fill('Client ID (Development)', theClientId);
    await modal.fill('Client secret (Development)', theSecret);
    await modal.fill('Client ID (Production)', otherClientId);
    await modal.tick('Or no secret (Production)', [KEEP]);
    await modal.submit();
    await finish(modal);
    expect(modal.text()).toMatch(/Development.*client secret stored sealed/);
    expect(modal.text()).toMatch(/Production.*you keep the client secret/);
    await modal.submit();
    await modal.sees('is registered');
    expect(await storedSecrets(stage)).toBe(before + 1);
  });

  test('is not stored when one is typed and kept at once', async () => {
    const before = await storedSecrets(stage);
    const modal = await atCredentials(person('ana'), name('both'));
    await modal.fill('Client ID (Development)', `client_id=${theClientId} client_secret=${theSecret}`);
    await modal.tick('Or no secret (Development)', [KEEP]);
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors()['Client ID (Development)']).toMatch(/not stored.*replace it in Zoom/);
    await modal.fill('Client ID (Development)', theClientId);
    await modal.fill('Client secret (Development)', theSecret);
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors()['Client secret (Development)']).toContain('Leave one of the two');
    expect(await storedSecrets(stage)).toBe(before);
    await modal.dismiss();
  });

  test('has no field where an admin decided so, and a paste that holds one is refused', async () => {
    const zoe = person('zoe');
    const form = await atCredentials(zoe, name('before'));
    await decides('Take none');

    // A form that was open meanwhile.
    await form.fill('Client ID (Development)', theClientId);
    await form.fill('Client secret (Development)', theSecret);
    expect(await form.submit()).toBe('errors');
    expect(form.errors()['Client secret (Development)']).toMatch(/taken here any more.*replace it in Zoom/);
    await form.dismiss();

    const modal = await atCredentials(zoe, name('never'));
    expect(modal.labels()).not.toContain('Client secret (Development)');
    expect(modal.labels()).not.toContain('Or no secret (Development)');
    await modal.fill(
      'Client ID (Development)',
      `{"client_id":"${theClientId}","client_secret":"${theSecret}"}`,
    );
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors()['Client ID (Development)']).toMatch(
      /There is a client secret in here.*replace it in Zoom/,
    );
    await modal.fill('Client ID (Development)', theClientId);
    await modal.submit();
    await finish(modal);
    await modal.submit();
    await modal.sees('is registered');
    await decides('Ask for them');
    expect((await atCredentials(zoe, name('again'))).labels()).toContain('Client secret (Development)');
  });

  test('that is stored is forgotten by an owner, in show, in the form, and all at once by an admin', async () => {
    const [ana, zoe] = [person('ana'), person('zoe')];
    await registered(stage, { name: name('shown') });
    await registered(stage, { name: name('form') });
    await registered(stage, { name: name('all') });
    await registered(stage, { name: name('edit') });
    const before = await storedSecrets(stage);
    await zoe.types(channel, `/zoom-app show ${name('shown')}`);
    const theirs = await zoe.sees(channel, new RegExp(name('shown')));
    await zoe.press(theirs, 'Forget the secret');
    await zoe.sees(channel, /Only its owners|owner/);
    expect(await storedSecrets(stage)).toBe(before);

    await ana.types(channel, `/zoom-app show ${name('shown')}`);
    const card = await ana.sees(channel, new RegExp(name('shown')));
    await ana.press(card, 'Forget the secret');
    await expect.poll(() => storedSecrets(stage)).toBe(before - 1);

    await ana.types(channel, `/zoom-app rotate ${name('form')}`);
    const form = await ana.modal('Replace the secret');
    await form.press('Forget the secret');
    const note = await ana.modal('Forgotten');
    await note.sees('What was known of it stays on the card');
    await note.close();
    await form.close();
    expect(await storedSecrets(stage)).toBe(before - 2);

    await ana.types(channel, `/zoom-app rotate ${name('form')}`);
    const again = await ana.modal('Replace the secret');
    expect(again.buttons()).not.toContain('Forget the secret');
    await again.fill('Client secret (Development)', theSecret);
    await again.submit();
    await again.sees('that Greenroom knew before');

    await ana.types(channel, `/zoom-app edit ${name('edit')}`);
    const edit = await ana.modal('Edit a Zoom app');
    await edit.press('Forget the secret (Development)');
    await (await ana.modal('Forgotten')).close();
    await edit.dismiss();
    expect(await storedSecrets(stage)).toBe(before - 2);

    const settings = await opensSettings();
    await settings.press('Forget all stored secrets');
    await expect.poll(() => storedSecrets(stage)).toBe(0);
    const done = await ana.modal('Greenroom');
    await done.sees('are deleted');
    await done.close();
    await settings.dismiss();
  });

  test('that was replaced in Zoom is noted without it', async () => {
    await registered(stage, { name: name('rotated') });
    const ana = person('ana');
    await ana.types(channel, `/zoom-app rotate ${name('rotated')}`);
    const form = await ana.modal('Replace the secret');
    await form.tick('Or no secret (Development)', [KEEP]);
    await form.submit();
    await form.sees('Greenroom has no secret of it');
    await ana.types(channel, `/zoom-app history ${name('rotated')}`);
    await ana.sees(channel, /replaced the pair in Zoom and keeps the secret/);
  });
});
