import { expect, test } from 'vitest';
import { accessibilityFaults } from '../accessible.ts';
import type { PersonAtPage } from '../person.ts';
import { registers, saysItIsReady } from '../registration.ts';
import { keepPicture } from '../screenshots.ts';
import { describeInBrowser, useBrowserStage } from '../stage.ts';
import { goesByMenu, letPass, phone } from './phone.ts';

/** Whatever the time is at which this runs. */
async function isNeverQuiet(person: PersonAtPage): Promise<void> {
  await goesByMenu(person, 'Greenroom');
  await person.page.getByRole('button', { name: 'My reminders' }).click();
  await person.ticks('My own, as below');
  for (const [label, option] of [
    ['Quiet from', '01:00'],
    ['Quiet until', '01:00'],
    ['Saturday and Sunday', 'As on other days'],
  ] as const) {
    await person.modal.getByLabel(label).click();
    await person.offered.filter({ hasText: option }).click();
  }
  await person.presses('Save');
  await person.modal.waitFor({ state: 'detached' });
}

describeInBrowser('something that broke, on a phone', () => {
  const stage = useBrowserStage('http', ['users:read']);

  test('comes to its owner, is taken, handed over and not forgotten, and says when it is repaired', async () => {
    const ana = await stage.opens(phone);
    const zoe = await stage.opens();
    await ana.controls('Create in Zoom');
    await registers(ana);
    await saysItIsReady(ana);
    await isNeverQuiet(ana);
    await ana.page.getByRole('button', { name: 'Messages' }).click();
    await zoe.becomes('Zoë');
    await zoe.controls('Create the profile');
    await zoe.sees('The Zoom connector profile was created');
    await zoe.controls('The profile is enabled');
    const mine = await ana.sees('Nobody looks after it');
    await keepPicture(mine, 'phone-broke');
    expect(await accessibilityFaults(ana.page)).toEqual([]);

    const announced = await zoe.sees('Nobody looks after it');
    await announced.getByRole('button', { name: "I'll look" }).click();
    await zoe.sees('You look after it now');
    await ana.sees(/@Zoë has looked after it since/);
    await (await zoe.sees(/@Zoë has looked after it since/)).getByRole('combobox').click();
    await zoe.offered.filter({ hasText: 'Ana' }).first().click();
    await ana.sees(/@Ana has looked after it since.*handed over by @Zoë/);
    await keepPicture(ana.page, 'phone-handed-over');

    await letPass(ana, '1 week');
    await keepPicture(await ana.sees(/Still broken.*@Ana has looked after it since/), 'phone-still-broken');

    await zoe.controls('The profile is disabled');
    await ana.sees(/Repaired.*There is nothing to do/);
    await zoe.sees(/Repaired.*passes again/);
  });
});
