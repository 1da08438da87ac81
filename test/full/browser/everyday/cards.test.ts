import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessibilityFaults } from '../accessible.ts';
import type { PersonAtPage } from '../person.ts';
import { backToSlack, registers, saysItIsReady } from '../registration.ts';
import { describeInBrowser, useBrowserStage } from '../stage.ts';
import { phone } from './phone.ts';

/** The card in the channel, which everybody sees, once it says this. */
const card = (ana: PersonAtPage, words: string) =>
  ana.sees(new RegExp(`${words}[\\s\\S]*Greenroom edits this card`));

/** With the beginning of the card at the top of the phone, all of this button is on the screen. */
async function firstScreenHas(ana: PersonAtPage, of: Locator, button: string): Promise<void> {
  const part = of.getByRole('button', { name: button, exact: true }).first();
  // A card that is drawn anew meanwhile has no place for a moment.
  const isSeenWhole = async () => {
    await of.evaluate((one) => one.scrollIntoView({ block: 'start' }));
    const [list, top, at] = await Promise.all(
      [ana.page.locator('.message-list'), of, part].map((one) => one.boundingBox()),
    );
    return (at?.y ?? 9_999) + (at?.height ?? 0) - (top?.y ?? 0) <= (list?.height ?? 0);
  };
  await expect.poll(isSeenWhole).toBe(true);
}

async function controls(ana: PersonAtPage, ...names: string[]): Promise<void> {
  await ana.page.locator('.top-bar').getByRole('button', { name: 'Control panel' }).click();
  for (const name of names) await ana.controls(name);
}

async function archives(ana: PersonAtPage): Promise<void> {
  await ana.types('/zoom-app archive StackOne Integration');
  await ana.presses('Archive');
  await ana.reads('is archived');
  await ana.presses('Close');
}

const isSeen = (of: Locator) =>
  expect.poll(() => of.evaluate((one) => one.getBoundingClientRect().top < 700)).toBe(true);

describeInBrowser('a card on a phone, in the browser', () => {
  const stage = useBrowserStage('http');

  test('the first answer in a channel says below what Greenroom is, also below a refusal, and no other does', async () => {
    const ana = await stage.opens(phone);
    await backToSlack(ana);
    await ana.types('/zoom-app show Acme');
    const first = await ana.sees('No Zoom app is registered yet');
    expect(await first.innerText()).toMatch(
      /^[\s\S]*registered yet[\s\S]*Greenroom takes Zoom apps[\s\S]*Ask/,
    );
    await ana.types('/zoom-app history');
    expect(await (await ana.sees('nothing to tell')).innerText()).not.toContain('Greenroom takes');
    await ana.types('/zoom-app show Acme');
    await expect.poll(() => ana.page.locator('.message').count()).toBe(3);
    expect(await ana.page.locator('.message', { hasText: 'Greenroom takes Zoom apps' }).count()).toBe(1);
  });

  test('has the next step on the first screen in every state, and the rest in its details', async () => {
    const ana = await stage.opens(phone);
    await ana.controls('Create in Zoom');
    await registers(ana, { secret: 'x'.repeat(32) });
    const failed = await card(ana, 'Credentials: failed');
    await firstScreenHas(ana, failed, 'Replace the secret');
    await controls(ana);
    const { id, secret } = await ana.copiesCredentials();
    await backToSlack(ana);
    await failed.getByRole('button', { name: 'Replace the secret' }).click();
    await ana.fills('Client ID', id);
    await ana.fills('Client secret', secret);
    await ana.modal.locator('.modal-foot .primary').click();
    await ana.reads('is sealed');
    await ana.presses('Close');
    await firstScreenHas(ana, await card(ana, 'Passed: credentials, scopes'), 'It is set');
    await saysItIsReady(ana);
    await firstScreenHas(ana, await card(ana, 'Passed:[^·\\n]*Zoom test status'), 'Open StackOne');

    await controls(ana, 'Create the profile', 'Link an account');
    await backToSlack(ana);
    await (await card(ana, 'connector profile')).getByRole('button', { name: 'Check now' }).click();
    const live = await card(ana, '6 of 6 checks passed');
    await firstScreenHas(ana, live, 'Details');
    await live.getByRole('button', { name: 'Details' }).click();
    await ana.reads('Checks of Development of');
    const words = /Redirect URL: passed[\s\S]*Said by @Ana[\s\S]*holds until[\s\S]*Verified by StackOne/;
    expect(await ana.modal.innerText()).toMatch(words);
    expect(await accessibilityFaults(ana.page)).toEqual([]);
    await ana.presses('Close');
  });

  test('is found from a list, holds both environments, and folds with the app', async () => {
    const ana = await stage.opens(phone);
    await backToSlack(ana);
    const live = await card(ana, '6 of 6 checks passed');
    await live.evaluate((one) => one.scrollIntoView({ block: 'start' }));
    // Who sends something sees the answer, wherever they were reading.
    await ana.types('/zoom-app list');
    const list = await ana.sees('1 Zoom app');
    await isSeen(list);
    expect(await list.getByRole('link', { name: 'StackOne Integration' }).getAttribute('href')).toContain(
      '/archives/',
    );
    await live.locator('[aria-haspopup]').last().click();
    await ana.page.getByText('Add Production').last().click();
    await ana.fills('Client ID (Production)', 'AbCdEfGhIjKlMnOpQrStUv');
    await ana.ticks('I keep the secret to myself');
    await ana.modal.locator('.modal-foot .primary').click();
    await ana.modal.getByRole('button', { name: 'Close' }).last().click();
    await firstScreenHas(ana, await card(ana, 'Production: Testing'), 'It is set');

    await archives(ana);
    expect(await (await ana.sees(/Archived.*looks at nothing/)).innerText()).not.toContain('Still open');
    await ana.types('/zoom-app list archived');
    const archived = await ana.sees('Archived Zoom apps');
    expect(await archived.getByRole('link', { name: 'StackOne Integration' }).count()).toBe(1);
  });
});
