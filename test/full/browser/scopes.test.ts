import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessible.ts';
import { reachesScopes } from './registration.ts';
import { keepPicture } from './screenshots.ts';
import { describeInBrowser, useBrowserStage } from './stage.ts';

describeInBrowser('scopes in the browser', () => {
  const stage = useBrowserStage();

  test('are found by typing, pasted with mistakes, and converted', async () => {
    const ana = await stage.opens();
    await ana.controls('Create in Zoom');
    await reachesScopes(ana);
    const menu = ana.modal.getByRole('combobox', { name: 'Scopes' });
    await menu.pressSequentially('meeting read');
    await ana.offered.filter({ hasText: 'meeting:read:meeting:admin' }).first().waitFor();
    await ana.page.getByRole('group', { name: 'Meeting', exact: true }).waitFor();
    await keepPicture(ana.page, 'scopes-typed');
    await menu.press('ArrowDown');
    await menu.press('ArrowUp');
    await menu.press('Enter');
    await menu.press('Escape');
    await ana.modal.getByRole('button', { name: 'Remove meeting:read:meeting:admin' }).waitFor();

    await ana.fills('Or paste a list', 'user:read:user:admin, meeting:read:meeting');
    await ana.presses('Check the list');
    // An update does not scroll: what was found is said where the button was pressed, not above the fields as while typing.
    const isInSight = () =>
      ana.modal.locator('.alert').evaluate((one) => {
        const [box, body] = [
          one.getBoundingClientRect(),
          one.closest('.modal-body')?.getBoundingClientRect(),
        ];
        return body !== undefined && box.top >= body.top && box.bottom <= body.bottom;
      });
    await expect.poll(isInSight).toBe(true);
    await ana.presses('Next');
    // The same words stand in the verdict already; now they stand at the field.
    const field = ana.modal.getByLabel('Or paste a list');
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    await ana.reads('meeting:read:meeting is for user-managed apps');
    await keepPicture(ana.page, 'modal-with-error');
    expect(await field.evaluate((element) => element.matches(':focus'))).toBe(true);
    expect(await accessibilityFaults(ana.page)).toEqual([]);

    await ana.presses(/Convert the whole list/);
    await ana.reads(/Converted/);
    await ana.presses('Next');
    await ana.reads('Step 4 of 4');
    await ana.modal.press('Escape');
    await ana.modal.waitFor({ state: 'detached' });
  });

  test('a draft is offered again; what Slack itself refuses is said at the field, and the app is not asked', async () => {
    const ana = await stage.opens();
    await ana.types('/zoom-app register');
    await ana.presses('Start anew');
    const question = ana.page.locator('dialog.confirm');
    await question.getByText('What you typed before is thrown away.').waitFor();
    await question.getByRole('button', { name: 'Start anew' }).click();
    await ana.reads('Step 1 of 4');
    const name = ana.modal.getByLabel('Name');
    await name.fill('');
    const before = stage.simulators.slack.inspector.deliveries('view_submission').length;
    await ana.presses('Next');
    await ana.reads('Please complete this required field.');
    expect(stage.simulators.slack.inspector.deliveries('view_submission')).toHaveLength(before);
  });
});
