import { expect, test } from 'vitest';
import { accessibilityFaults } from '../accessible.ts';
import type { PersonAtPage } from '../person.ts';
import { registers } from '../registration.ts';
import { keepPicture } from '../screenshots.ts';
import { describeInBrowser, useBrowserStage } from '../stage.ts';
import { goesByMenu, letPass, phone, readsDirectMessages, toControlPanel } from './phone.ts';

/** As an admin, so that a reminder is due on the next working day. */
async function remindsAfterHours(person: PersonAtPage): Promise<void> {
  await goesByMenu(person, 'Greenroom');
  await person.page.getByRole('button', { name: 'Settings' }).click();
  await person.modal.getByLabel('Remind after').click();
  await person.offered.filter({ hasText: '4 hours' }).click();
  await person.presses('Save');
  await person.modal.waitFor({ state: 'detached' });
  await goesByMenu(person, 'zoom-integration');
}

describeInBrowser('what waits too long, on a phone', () => {
  const stage = useBrowserStage('http');

  test('is in the digest, with its chart or in words, and is reminded of in the thread, then directly, until it is put off', async () => {
    const ana = await stage.opens(phone);
    await ana.controls('Back to Slack');
    await remindsAfterHours(ana);
    await toControlPanel(ana);
    await ana.controls('Create in Zoom');
    await registers(ana);
    await ana.types('/zoom-app digest on');
    await ana.sees(/gets a digest on weekdays.*The next one:/);

    await letPass(ana, 'Next working day');
    const digest = await ana.sees(/Waiting.*set the redirect URL in Zoom/s);
    await digest.getByRole('link', { name: 'StackOne Integration' }).waitFor();
    await digest.getByText('Environments by stage').waitFor();
    await keepPicture(ana.page, 'phone-digest');
    expect(await accessibilityFaults(ana.page)).toEqual([]);
    // How many depends on what Greenroom saw first.
    await ana.page
      .getByRole('button', { name: /replies/ })
      .first()
      .click();
    const nudge = ana.page.locator('.thread .message', { hasText: 'waiting since' });
    await nudge.getByRole('combobox').click();
    await keepPicture(ana.page, 'phone-nudge');
    await ana.offered.filter({ hasText: 'In three days' }).click();
    await ana.page
      .locator('.thread')
      .getByText(/put it off: Greenroom reminds you after/)
      .waitFor();
    await ana.page.getByRole('button', { name: 'Close thread' }).click();

    await letPass(ana, '1 week');
    await readsDirectMessages(ana);
    const direct = await ana.sees('This waits for you');
    await keepPicture(direct, 'phone-nudge-direct');
    expect(await accessibilityFaults(ana.page)).toEqual([]);
    await direct.getByRole('combobox').click();
    await ana.offered.filter({ hasText: 'Not of this again' }).click();
    await ana.sees(/wants no more reminders of this step/);

    await toControlPanel(ana);
    await ana.page.getByText('Let Slack refuse something').click();
    await ana.controls('An older Slack');
    await ana.controls('Back to Slack');
    await goesByMenu(ana, 'zoom-integration');
    await letPass(ana, 'Next working day');
    await keepPicture(await ana.sees(/Environments by stage.*Testing: 1/s), 'phone-digest-in-words');
    await ana.types('/zoom-app digest off');
    await ana.sees('gets no digest any more');
  });
});
