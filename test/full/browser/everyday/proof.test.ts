import { expect, test } from 'vitest';
import { accessibilityFaults } from '../accessible.ts';
import { asksForLink, consents } from '../consent.ts';
import type { PersonAtPage } from '../person.ts';
import { backToSlack, registers } from '../registration.ts';
import { describeInBrowser, useBrowserStage } from '../stage.ts';
import { phone, toControlPanel, turnsInto } from './phone.ts';

const card = (person: PersonAtPage, words: string) =>
  person.sees(new RegExp(`${words}[\\s\\S]*Greenroom edits this card`));

/** How many connect links this person sees. */
const links = (person: PersonAtPage): Promise<number> =>
  person.page.getByRole('button', { name: 'Open the link' }).count();

describeInBrowser('a Zoom app without a secret in Slack, on a phone', () => {
  const stage = useBrowserStage('http');

  test('is proven by one sign-in, and nobody else sees its link', async () => {
    const zoe = await stage.opens(phone);
    await turnsInto(zoe, 'Zoë');
    const ana = await stage.opens(phone);
    await ana.controls('Create in Zoom');
    await registers(ana, { keepsSecret: true });
    await toControlPanel(ana);
    for (const done of ['Local Test does not show Ready', 'Create the profile']) await ana.controls(done);
    await backToSlack(ana);
    await ana.sees('The Zoom connector profile was created');

    await (await card(ana, 'open until proven')).getByRole('button', { name: 'Prove it works' }).click();
    await asksForLink(ana);
    expect(await links(ana)).toBe(1);
    await (await card(zoe, 'open until proven')).getByRole('button', { name: 'Prove it works' }).click();
    await zoe.page
      .getByText(/Ask an owner/)
      .last()
      .waitFor();
    expect(await links(zoe)).toBe(0);
    await consents(ana);
    expect(await links(ana)).toBe(0);
    await ana.presses('Close');
    await ana.sees('Proven: StackOne Integration');
    await card(ana, '6 of 6 checks passed');
    expect(await links(zoe)).toBe(0);
  });

  test('has an account of a customer linked from its card, and again when it stops working', async () => {
    const ana = await stage.opens(phone);
    await ana.controls('No webhooks: Greenroom polls');
    await backToSlack(ana);
    await (await card(ana, '6 of 6')).getByRole('button', { name: 'Link an account' }).click();
    await ana.fills("Customer's name", 'Initech');
    await ana.fills("Customer's ID", 'initech-42');
    await asksForLink(ana);
    await consents(ana);
    await ana.presses('Close');
    await ana.sees('The Zoom account of Initech is linked');

    await toControlPanel(ana);
    const account = ana.page.locator('.accounts li', { hasText: 'Initech' });
    await account.getByRole('button', { name: 'Break it' }).click();
    await backToSlack(ana);
    const failing = await card(ana, 'Initech');
    expect(await failing.innerText()).toContain('Zoom no longer accepts the refresh token');
    expect(await accessibilityFaults(ana.page)).toEqual([]);
    await failing.getByRole('button', { name: 'Link again' }).click();
    await asksForLink(ana);
    await consents(ana);
    await ana.presses('Close');
    await ana.sees('is linked again');
    await expect.poll(() => failing.getByRole('button', { name: 'Link again' }).count()).toBe(0);
  });
});
