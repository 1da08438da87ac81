import { expect, test } from 'vitest';
import { accessibilityFaults } from '../accessible.ts';
import { registers } from '../registration.ts';
import { describeInBrowser, useBrowserStage } from '../stage.ts';
import { phone, readsDirectMessages, toControlPanel, turnsInto } from './phone.ts';

describeInBrowser('who owns a Zoom app, on phones', () => {
  const stage = useBrowserStage('http');

  test('an owner objects to whom is denied; an admin takes it over, and hands it over', async () => {
    const zoe = await stage.opens(phone);
    await turnsInto(zoe, 'Zoë');
    await toControlPanel(zoe);
    await zoe.controls('Create in Zoom');
    await registers(zoe);
    const ben = await stage.opens(phone);
    await turnsInto(ben, 'Ben');
    await ben.types('/zoom-app edit StackOne Integration');
    await ben.sees(/Ask an owner: @Zoë.*\/zoom-app takeover/);
    await ben.types('/zoom-app takeover StackOne Integration');
    await ben.sees(/are asked\. If no owner objects/);
    await ben.types('/zoom-app takeover StackOne Integration');
    await ben.sees('You have asked already');

    const asked = await zoe.sees('asks to become an owner');
    expect(await accessibilityFaults(zoe.page)).toEqual([]);
    await asked.getByRole('button', { name: 'Object' }).click();
    await zoe.sees(/asks to become an owner.*objected, so nothing changes/);
    await readsDirectMessages(ben);
    await ben.sees(/You asked to become an owner.*objected, so nothing changes/);

    const ana = await stage.opens(phone);
    await ana.controls('Back to Slack');
    await ana.types('/zoom-app handover StackOne Integration');
    await ana.reads('and so are its owners, who stay');
    await ana.presses('Cancel');
    await ana.types('/zoom-app takeover StackOne Integration');
    await ana.sees(/You own StackOne Integration now/);
    await ana.types('/zoom-app handover StackOne Integration');
    await ana.reads('you are no owner any more');
    await ana.presses('Hand over');
    await ana.reads('Please complete this required field');
    await ana.modal.getByRole('combobox').fill('Ben');
    await ana.offered.filter({ hasText: 'Ben' }).first().click();
    await ana.presses('Hand over');
    await ana.reads(/owns .*now, and is told/);
    expect(await accessibilityFaults(ana.page)).toEqual([]);
    await ana.presses('Close');
    await ben.sees(/handed StackOne Integration over to @Ben/);
    await readsDirectMessages(zoe);
    await zoe.sees(/took over StackOne Integration/);
  });

  test('whoever asks owns it too once nobody objected, and the owner hears of it', async () => {
    const zoe = await stage.opens(phone);
    await turnsInto(zoe, 'Zoë');
    await toControlPanel(zoe);
    await zoe.controls('Create in Zoom');
    await registers(zoe, { name: 'Left Alone' });
    const ben = await stage.opens(phone);
    await turnsInto(ben, 'Ben');
    await ben.types('/zoom-app takeover Left Alone');
    await (await ben.sees('asks to become an owner of Left Alone')).waitFor();
    await toControlPanel(ben);
    await ben.controls('1 week');
    await ben.controls('Back to Slack');
    await ben.sees(/asks to become an owner of Left Alone.*Nobody objected, and so it is/);
    await readsDirectMessages(zoe);
    await zoe.sees(/@Ben owns Left Alone now: nobody objected in time/);
  });
});
