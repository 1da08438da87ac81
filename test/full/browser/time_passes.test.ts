import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessible.ts';
import type { PersonAtPage } from './person.ts';
import { registers, saysItIsReady } from './registration.ts';
import { keepPicture } from './screenshots.ts';
import { describeInBrowser, useBrowserStage } from './stage.ts';

const days = { '1 day': 1, '1 week': 7, '30 days': 30 } as const;

/** Lets time pass, and waits until Greenroom runs again and the control panel says how many days it is ahead. */
async function letPass(person: PersonAtPage, how: keyof typeof days, ahead: number): Promise<number> {
  await person.controls(how);
  const now = ahead + days[how];
  await person.page.getByText(`For it, ${now} days have passed.`).waitFor();
  await person.page.locator('.state-running').waitFor();
  return now;
}

describeInBrowser.each(['socket', 'http'] as const)('days that pass, over %s', (transport) => {
  const stage = useBrowserStage(transport);

  test('what a person said is asked about again, confirmed with one press, or unknown after its end', async () => {
    const ana = await stage.opens();
    await ana.controls('Create in Zoom');
    await registers(ana);
    await saysItIsReady(ana);
    await ana.controls('Create the profile');
    await ana.sees('The Zoom connector profile was created');

    let ahead = 0;
    for (const step of ['30 days', '30 days', '1 week', '1 week', '1 week', '1 week'] as const)
      ahead = await letPass(ana, step, ahead);
    await ana.goesTo('Greenroom');
    await ana.page.getByRole('button', { name: 'Messages' }).click();
    const asked = await ana.sees('Still so?');
    await keepPicture(asked, 'still-so');
    expect(await accessibilityFaults(ana.page)).toEqual([]);
    await asked.getByRole('button', { name: 'Still so' }).first().click();
    await ana.sees(/said that it is still so/);

    await letPass(ana, '1 week', ahead);
    await ana.goesTo('zoom-integration');
    const card = await ana.sees(/Zoom test status: unknown, last confirmed/);
    await card.getByText(/Passed:[^·\n]*redirect URL/).waitFor();
    expect(await card.innerText()).toContain('1 to confirm again');
    expect(await card.innerText()).not.toMatch(/failed|broke/i);
    await keepPicture(card, 'expired-tick');
    await card.getByRole('button', { name: 'Still so' }).click();
    await ana.sees(/Passed:[^·\n]*Zoom test status/);
  });
});
