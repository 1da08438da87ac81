import { describe, expect, test } from 'vitest';
import { until } from '../../../harness/until.ts';
import { beginsAtScopes } from '../registration.ts';
import { theSecret, transports, useStage } from '../stage.ts';

const paste = 'Or paste a list';

describe.each(transports)('a verdict while somebody types, over %s', (transport) => {
  const stage = useStage(transport);
  const ana = () => stage.slack.person('ana');
  const drawings = () => stage.slack.inspector.calls('views.update').length;

  test('stands above the fields without a button, and changes with the list; what is typed stays', async () => {
    const modal = await beginsAtScopes(ana(), 'Live');
    await modal.fill(paste, 'meeting:read:meeting');
    await modal.sees('`meeting:read:meeting` is for user-managed apps. Use `meeting:read:meeting:admin`.');
    expect(modal.value(paste)).toBe('meeting:read:meeting');
    await modal.fill(paste, 'meeting:read:meeting:admin');
    await modal.sees('The scope can go into admin-managed apps.');
    await modal.pick('Scopes', ['user:read:user:admin']);
    await modal.sees('All 2 scopes can go into admin-managed apps.');
    expect(modal.value(paste)).toBe('meeting:read:meeting:admin');
    await modal.fill(paste, 'brandnew:read:thing:admin');
    await modal.sees('*Not in the catalogue.*');
    await modal.tick('Confirm', ["I have seen these in Zoom's Scopes page"]);
    await modal.fill(paste, '');
    await modal.sees('The scope can go into admin-managed apps.');
    expect(modal.text()).not.toContain('Not in the catalogue');
    await modal.dismiss();
  });

  test('every key is reported, and answered once, when the keys rest', async () => {
    const modal = await beginsAtScopes(ana(), 'Fast');
    const before = drawings();
    const scope = 'user:read:user:admin';
    await Promise.all(Array.from(scope, (_, at) => modal.fill(paste, scope.slice(0, at + 1))));
    await modal.sees('The scope can go into admin-managed apps.');
    expect(modal.value(paste)).toBe(scope);
    expect(stage.slack.inspector.deliveries('block_actions').length).toBeGreaterThanOrEqual(scope.length);
    expect(drawings() - before).toBe(1);
    await modal.dismiss();
  });

  test('a step that was reached meanwhile is not drawn over, nor an error at a field', async () => {
    const modal = await beginsAtScopes(ana(), 'Faster');
    await modal.fill(paste, 'user:read:user:admin');
    expect(await modal.submit()).toBe('updated');
    await modal.sees('Step 4 of 4');
    await modal.press('Back');
    await modal.sees('Step 3 of 4');
    await modal.fill(paste, 'meeting:read:meeting');
    expect(await modal.submit()).toBe('errors');
    const before = drawings();
    // Another form, and its verdict: had the first one been answered, it would have been by now.
    await modal.press('More room to paste');
    await modal.sees('More of the list (2)');
    await modal.fill('More of the list (2)', 'user:read:user:admin');
    await modal.sees('1 of 2 can go into');
    expect(drawings() - before).toBe(2);
    await modal.dismiss();
  });

  test('a button pressed while the verdict is on its way wins', async () => {
    const modal = await beginsAtScopes(ana(), 'Both');
    await modal.fill(paste, 'meeting:read:meeting');
    await modal.press('Convert the whole list to admin scopes');
    await modal.sees('Converted: 1 change');
    await until(
      () =>
        stage.slack.inspector
          .calls('views.update')
          .some(({ reply }) => JSON.stringify(reply).includes('hash_conflict')),
      'the late verdict to be turned away',
    );
    expect(modal.text()).toContain('Converted: 1 change');
    expect(modal.value('Scopes')).toEqual(['meeting:read:meeting:admin']);
    await modal.dismiss();
  });

  test('two buttons pressed before the first has drawn: what the last one says it has done is there', async () => {
    const modal = await beginsAtScopes(ana(), 'Twice');
    await modal.fill(paste, 'user:read:user:admin meeting:read:meeting');
    await modal.sees('1 of 2 can go into');
    stage.slack.faults.slow(300, 'views.update');
    await modal.press('Convert the whole list to admin scopes');
    await modal.press('Draft the description');
    await modal.sees('A description is drafted below.');
    expect(modal.value('Scope description')).toContain('It reads users.');
    stage.slack.faults.clear();
    await modal.dismiss();
  });

  test('a secret is named at once, and never sent back', async () => {
    const modal = await beginsAtScopes(ana(), 'Secret');
    stage.slack.inspector.clear();
    await modal.fill(paste, `user:read:user:admin ${theSecret}`);
    await modal.sees('looks like a secret');
    await modal.press('Check the list');
    await until(() => drawings() === 2, 'the form to be drawn by the button');
    await modal.fill(paste, 'user:read:user:admin');
    await modal.sees('The scope can go into admin-managed apps.');
    const sent = stage.slack.inspector.entries().filter(({ direction }) => direction === 'from_app');
    expect(JSON.stringify(sent.map(({ request }) => request))).not.toContain(theSecret);
    await modal.dismiss();
  });
});
