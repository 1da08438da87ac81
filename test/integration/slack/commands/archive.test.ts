import { describe, expect, test } from 'vitest';
import type { MessageHandle } from '../../../../sandbox/simulators/slack/index.ts';
import { once } from '../../../e2e/once.ts';
import { asks } from '../../../harness/asks.ts';
import { registered, theSecret, useStage } from '../stage.ts';

const channel = '#zoom-integration';

describe('archiving, restoring and deleting', () => {
  const stage = useStage('socket');
  const person = (name: string) => stage.slack.person(name);
  const types = (who: string, text: string, pattern: string | RegExp): Promise<MessageHandle> =>
    asks(person(who), text, pattern);
  const archives = async (name: string) => {
    await person('ana').types(channel, `/zoom-app archive ${name}`);
    const modal = await person('ana').modal('Archive a Zoom app');
    await modal.submit();
    await modal.sees('is archived');
    await modal.dismiss();
  };

  test('an owner reads what happens, archives, and restores from the list', async () => {
    const ana = person('ana');
    await registered(stage, { name: 'Put Aside' });
    await ana.types(channel, '/zoom-app archive Put Aside');
    const modal = await ana.modal('Archive a Zoom app');
    expect(modal.text()).toContain('1 stored client secret is destroyed');
    expect(modal.text()).toContain('In Zoom and StackOne nothing is changed');
    await modal.submit();
    await modal.sees('is archived');
    await modal.dismiss();
    await types('ana', '/zoom-app show Put Aside', /Archived.*Restore/s);
    await types('ana', '/zoom-app edit Put Aside', 'This Zoom app is archived');
    await types('ana', '/zoom-app history Put Aside', /archived the Zoom app/);
    await stage.database.db.query(
      `insert into card (workspace_id, channel_id, subject, subject_id, message_ts)
       select workspace_id, channel_id, 'zoom_app', id, '1790000000.000200' from zoom_app where name = 'Put Aside'
       on conflict (workspace_id, channel_id, subject, subject_id) do update set message_ts = excluded.message_ts`,
      [],
    );
    const list = await types('ana', '/zoom-app list archived', 'Archived Zoom apps');
    // The name leads to the folded card, which everybody sees.
    expect(JSON.stringify(list.blocks())).toContain('/p1790000000000200|Put Aside>*');
    await ana.press(list, 'Restore', { near: 'Put Aside' });
    await ana.sees(channel, 'Only you can see this', { after: list });
    await types('ana', '/zoom-app list archived put', 'No archived Zoom app');
  });

  test('App Home shows what is archived where that is chosen, finds it by the beginning of its name, and brings it back', async () => {
    await registered(stage, { name: 'Shelved Away' });
    await archives('Shelved Away');
    const home = await person('ana').opensHome();
    expect(home.text()).not.toContain('Shelved Away');
    await home.choose('Which ones', 'Archived');
    await home.sees(/Shelved Away.*archived .* by @Ana/s);
    await home.fill('Find a Zoom app', 'away');
    await home.sees('No archived Zoom app begins with "away"');
    await home.fill('Find a Zoom app', 'shelved');
    await home.sees('Shelved Away');
    await home.press('Restore', { near: 'Shelved Away' });
    await (await person('ana').modal('Status')).dismiss();
    await home.sees('No archived Zoom app begins with "shelved"');
    await home.press('Show all');
    await home.sees(/Shelved Away.*Show/s);
  });

  test('a person who is no owner is told whom to ask', async () => {
    await registered(stage, { name: 'Of Ana' });
    await types('ben', '/zoom-app archive Of Ana', /Ask.*@Ana/);
  });

  const nameTaken = once(async () => {
    await registered(stage, { name: 'Acme' });
    await archives('Acme');
    await registered(stage, { name: 'ACME' });
    const ana = person('ana');
    await ana.types(channel, '/zoom-app restore acme');
    const modal = await ana.modal('Restore a Zoom app');
    await modal.fill('New name', 'acme');
    expect(await modal.submit()).toBe('errors');
    await modal.fill('New name', theSecret);
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors()['New name']).toContain('looks like a secret');
    await modal.fill('New name', 'Acme the second');
    await modal.submit();
    await modal.sees('is back');
    await modal.dismiss();
  });

  test('a name that is taken by now is asked for anew', async () => {
    await nameTaken();
    await types('ana', '/zoom-app show Acme the second', 'Only you can see this');
  });

  test('names that hold a mention call nobody, and the command without a name lists what there is', async () => {
    await registered(stage, { name: 'Twin :wave: <!channel>' });
    await archives('Twin');
    const list = await types('ana', '/zoom-app restore', /Archived Zoom apps.*Twin/s);
    expect(JSON.stringify(list.blocks())).not.toContain('<!channel>');
    await types('ana', '/zoom-app restore zebra', 'No archived Zoom app is called "zebra"');
    await types('ana', '/zoom-app archive', 'Which Zoom app?');
  });

  test('a duplicate is merged, and its card leads to the other one', async () => {
    const ana = person('ana');
    await registered(stage, { name: 'Look into it', environments: ['production'] });
    await registered(stage, { name: 'Kept' });
    await types('ana', '/zoom-app merge Kept', 'merge StackOne Test into StackOne Integration');
    await types('ana', '/zoom-app merge Kept into kept', 'one and the same');
    await types('ben', '/zoom-app merge Kept into Look into it', /Ask.*@Ana/);
    await ana.types(channel, '/zoom-app merge Kept into Look into it');
    const other = await ana.modal('Merge Zoom apps');
    expect(other.text()).toContain('Merge *Kept* into *Look into it*?');
    await other.dismiss();
    await ana.types(channel, '/zoom-app merge Look into it into Kept');
    const modal = await ana.modal('Merge Zoom apps');
    expect(modal.text()).toContain('Production comes over as it is');
    await modal.submit();
    await modal.sees('was merged into *Kept*');
    await modal.dismiss();
    const list = await types('ana', '/zoom-app restore', 'Look into it');
    expect(list.text()).toContain('Archived Zoom apps');
    await types('ana', '/zoom-app list kept', /Development.*Production/s);
  });

  const deleted = once(async () => {
    await nameTaken();
    const ben = person('ben');
    await types('ben', '/zoom-app delete ACME', /admin/);
    await stage.database.db.query(
      'insert into workspace_admin (workspace_id, user_id, added_by, added_at) values ($1, $2, $2, now())',
      [stage.slack.id, ben.id],
    );
    await ben.types(channel, '/zoom-app delete ACME');
    const modal = await ben.modal('Delete a Zoom app');
    await modal.fill('Type the name of the Zoom app', 'Twin');
    expect(await modal.submit()).toBe('errors');
    await modal.fill('Type the name of the Zoom app', 'acme');
    await modal.submit();
    await modal.sees('is deleted from Greenroom');
    await modal.dismiss();
    await stage.database.db.query('delete from workspace_admin');
  });

  test('an admin deletes by the name, and nobody else does', async () => {
    await deleted();
    const list = await types('ben', '/zoom-app list acme', '1 Zoom app');
    expect(JSON.stringify(list.blocks())).toContain('Acme the second');
  });

  test('the history of a deleted app is found by its name, and each line of it names the app', async () => {
    await deleted();
    const whole = await types('ana', '/zoom-app history', /History of this workspace/);
    expect(whole.text()).toMatch(/\*ACME\*[^\n]*registered the Zoom app/);
    // The beginning of another one's name, and its own.
    const history = await types('ana', '/zoom-app history acme', /History of ACME.*deleted the Zoom app/s);
    expect(history.text()).toMatch(/registered the Zoom app/);
    expect(history.text()).not.toContain('restored the Zoom app');
    await types('ana', '/zoom-app history Acme the second', /restored the Zoom app/);
    await types('ana', '/zoom-app show ACME', 'Acme the second');
  });
});
