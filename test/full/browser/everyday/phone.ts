import { expect } from 'vitest';
import type { PersonAtPage } from '../person.ts';

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** On a phone, channels and people stand behind the menu. */
export async function goesByMenu(person: PersonAtPage, channel: string): Promise<void> {
  await person.page.locator('.menu-button').click();
  await person.goesTo(channel);
}

/** From the control panel, where the page begins on a phone, to the channel as somebody else. */
export async function turnsInto(person: PersonAtPage, name: string): Promise<void> {
  await person.controls('Back to Slack');
  await person.page.locator('.menu-button').click();
  await person.becomes(name);
  await person.goesTo('zoom-integration');
}

export const toControlPanel = (person: PersonAtPage): Promise<void> =>
  person.page.getByRole('button', { name: 'Control panel' }).click();

/** What Greenroom writes to this person alone. */
export async function readsDirectMessages(person: PersonAtPage): Promise<void> {
  await goesByMenu(person, 'Greenroom');
  await person.page.getByRole('button', { name: 'Messages' }).click();
}

/** Lets time pass at the control panel, where the person is, and waits until Greenroom runs again. */
export async function letPassHere(person: PersonAtPage, how: string): Promise<void> {
  const about = person.page.getByRole('region', { name: 'Greenroom' }).locator('header');
  const before = await about.locator('p').innerText();
  await person.controls(how);
  await expect.poll(() => about.locator('p').innerText()).not.toBe(before);
  await about.locator('.state-running').waitFor();
}

/** From Slack, and back. */
export async function letPass(person: PersonAtPage, how: string): Promise<void> {
  await toControlPanel(person);
  await letPassHere(person, how);
  await person.controls('Back to Slack');
}
