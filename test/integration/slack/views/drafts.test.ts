import { describe, expect, test } from 'vitest';
import type { Modal } from '../../../../sandbox/simulators/slack/index.ts';
import { until } from '../../../harness/until.ts';
import { fillsTwoSteps } from '../registration.ts';
import { registered, theClientId, theSecret, useStage } from '../stage.ts';

describe('a registration left halfway', () => {
  const stage = useStage('socket');
  const person = (name: string) => stage.slack.person(name);
  const begins = async (name: string, text = '/zoom-app register'): Promise<Modal> => {
    await person(name).types('#zoom-integration', text);
    return person(name).modal('Register a Zoom app');
  };
  const secretsOf = async (name: string) => {
    const by = { workspaceId: stage.slack.id, actor: person(name).id };
    const draft = await stage.usecases.readDraft(by);
    if (draft === null) throw new Error('no draft');
    return stage.usecases.draftSecretKinds({ ...by, draftId: draft.id });
  };
  test('the name typed behind the command is filled in already', async () => {
    const modal = await begins('zoe', '/zoom-app register “Acme EU”');
    expect(modal.value('Name')).toBe('Acme EU');
    await modal.dismiss();
  });

  test('is offered again, its secret asked for anew, and goes on where it was left', async () => {
    const first = await begins('ana');
    await fillsTwoSteps(first, 'Halfway', 'User-managed');
    expect(await secretsOf('ana')).toEqual(['development']);
    await first.dismiss();
    // A closed modal is acknowledged first, and its secrets destroyed after that.
    await until(async () => (await secretsOf('ana')).length === 0, 'the secrets to be destroyed');

    const again = await begins('ana');
    await again.sees(/You began to register .Halfway/);
    await again.press('Continue');
    await again.sees('Step 2 of 4');
    expect(again.value('Client ID (Development)')).toBe(theClientId);
    expect(again.text()).not.toContain('Typed already');
    await again.dismiss();
  });

  test('can be thrown away for a new one', async () => {
    const offer = await begins('ana', '/zoom-app register Fresh');
    await offer.press('Start anew');
    await offer.sees('Step 1 of 4');
    expect(offer.value('Name')).toBe('Fresh');
    await offer.dismiss();
  });

  test('an app of that name in the meantime is said at the field, and nothing is lost', async () => {
    await registered(stage, { name: 'Taken', owner: 'zoe' });
    const modal = await begins('ben');
    await modal.fill('Name', 'táken');
    await modal.choose('Who manages it in Zoom?', 'User-managed');
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors().Name).toContain('registered already');
    await modal.fill('Name', theSecret);
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors().Name).toContain('looks like a secret');
    await modal.dismiss();
  });

  test('unknown scopes are asked about once, must be ticked, and then are taken; saving twice saves once', async () => {
    const modal = await begins('ben');
    if (modal.text().includes('Start anew')) await modal.press('Start anew');
    await modal.sees('Step 1 of 4');
    await fillsTwoSteps(modal, 'Unknowns', 'User-managed');
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors().Scopes).toContain('at least one scope');
    await modal.fill('Or paste a list', 'user:read:user, brandnew:read:thing_nobody_knows');
    expect(await modal.submit()).toBe('updated');
    await modal.sees('Not in the catalogue');
    expect(await modal.submit()).toBe('errors');
    expect(modal.errors().Confirm).toContain('Tick this');
    await modal.tick('Confirm', ["I have seen these in Zoom's Scopes page"]);
    await modal.press('Check the list');
    await modal.sees(/not in the catalogue|can go into/);
    expect(modal.value('Confirm')).toEqual(["I have seen these in Zoom's Scopes page"]);
    expect(await modal.submit()).toBe('updated');
    await modal.sees('Step 4 of 4');
    await Promise.all([modal.submit(), modal.submit()].map((submitted) => submitted.catch(() => null)));
    await modal.sees('is registered');
    const found = await stage.usecases.findZoomApp({ workspaceId: stage.slack.id, text: 'Unknowns' });
    expect(found).toMatchObject({
      kind: 'found',
      card: {
        app: { scopes: expect.arrayContaining([expect.objectContaining({ confirmedBy: person('ben').id })]) },
      },
    });
  });

  test('what was changed in another window since the review is shown before it is saved', async () => {
    const modal = await begins('ben');
    if (modal.text().includes('Start anew')) await modal.press('Start anew');
    await modal.sees('Step 1 of 4');
    await fillsTwoSteps(modal, 'Reviewed', 'User-managed');
    await modal.fill('Or paste a list', 'user:read:user');
    expect(await modal.submit()).toBe('updated');
    await modal.sees('Step 4 of 4');
    const by = { workspaceId: stage.slack.id, actor: person('ben').id };
    const draft = await stage.usecases.readDraft(by);
    const answers = { ...draft?.answers, name: 'Not Reviewed' };
    await stage.usecases.saveDraft({ ...by, draftId: draft?.id ?? '', answers });
    await modal.submit();
    await modal.sees(/Not saved yet[\s\S]*Not Reviewed/);
    for (const text of ['Reviewed', 'Not Reviewed'])
      expect((await stage.usecases.findZoomApp({ ...by, text })).kind).not.toBe('found');
    await modal.submit();
    await modal.sees('is registered');
    expect((await stage.usecases.findZoomApp({ ...by, text: 'Not Reviewed' })).kind).toBe('found');
  });

  test('a list that fills its field to the brim gets room for the rest', async () => {
    const modal = await begins('zoe');
    if (modal.text().includes('Start anew')) await modal.press('Start anew');
    await modal.sees('Step 1 of 4');
    await fillsTwoSteps(modal, 'Long', 'User-managed');
    await modal.fill('Or paste a list', 'user:read:user '.repeat(200));
    expect(await modal.submit()).toBe('updated');
    await modal.sees('may have been cut');
    await modal.fill('More of the list (2)', 'meeting:read:meeting');
    await modal.press('Back');
    await modal.sees('Step 2 of 4');
    expect(await modal.submit()).toBe('updated');
    await modal.sees('Step 3 of 4');
    expect(modal.value('More of the list (2)')).toBe('meeting:read:meeting');
    await modal.dismiss();
  });

  test.each([
    ['letters', 'x'.repeat(2_950)],
    ['quotes', 'a"'.repeat(1_400)],
    ['emoji', '🦜'.repeat(1_400)],
    ['words', 'Acme '.repeat(600)],
  ])(
    'with a draft open, a name of far too many %s begins anew with the beginning of it',
    async (_what, name) => {
      const first = await begins('zoe');
      if (first.buttons().includes('Start anew')) {
        await first.press('Start anew');
        await first.sees('Step 1 of 4');
      }
      await first.fill('Name', 'Zoes draft');
      await first.choose('Who manages it in Zoom?', 'User-managed');
      await first.submit();
      await first.sees('Step 2 of 4');
      await first.dismiss();
      const offer = await begins('zoe', `/zoom-app register ${name}`);
      await offer.sees(/You began to register .Zoes draft/);
      await offer.press('Start anew');
      await offer.sees('Step 1 of 4');
      const begun = offer.value('Name');
      expect(typeof begun === 'string' && begun.length > 0 && name.startsWith(begun)).toBe(true);
      await offer.dismiss();
    },
  );
});
