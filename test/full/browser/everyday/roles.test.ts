import { expect, test } from 'vitest';
import { accessibilityFaults } from '../accessible.ts';
import { registers } from '../registration.ts';
import { describeInBrowser, useBrowserStage } from '../stage.ts';
import { goesByMenu, phone, readsDirectMessages, toControlPanel, turnsInto } from './phone.ts';

describeInBrowser('who may do what, on phones', () => {
  const stage = useBrowserStage('http');

  test('is decided in the settings, by an admin who makes another one; others are told whom to ask', async () => {
    const zoe = await stage.opens(phone);
    await turnsInto(zoe, 'Zoë');
    await toControlPanel(zoe);
    await zoe.controls('Create in Zoom');
    await registers(zoe);
    const ana = await stage.opens(phone);
    await ana.controls('Back to Slack');
    await goesByMenu(ana, 'Greenroom');
    await ana.page.getByRole('button', { name: 'Settings' }).click();
    await ana.modal.getByLabel(/Edit an app/).click();
    await ana.offered.filter({ hasText: 'Admins only' }).first().click();
    const admins = ana.modal.getByRole('combobox', { name: /Admins of Greenroom/ });
    await admins.fill('Zoë');
    await ana.offered.filter({ hasText: 'Zoë' }).first().click();
    expect(await accessibilityFaults(ana.page)).toEqual([]);
    await ana.presses('Save');
    await ana.modal.waitFor({ state: 'detached' });

    const ben = await stage.opens(phone);
    await turnsInto(ben, 'Ben');
    await ben.types('/zoom-app scopes StackOne Integration');
    await ben.sees(/Only admins of Greenroom may do that here\. Ask an admin: @Zoë/);
    await readsDirectMessages(zoe);
    const message = await zoe.sees(/@Ana made you an admin of Greenroom/);
    await message.getByRole('button', { name: 'Settings' }).click();
    await zoe.reads('Who may do what');
    await zoe.presses('Cancel');
    await zoe.types('/zoom-app history');
    await zoe.sees(/made @Zoë an admin.*admins only may edit an app/s);
  });
});
