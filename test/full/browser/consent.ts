import type { Page } from 'playwright-core';
import type { PersonAtPage } from './person.ts';

/** From the form to the link. */
export async function asksForLink(person: PersonAtPage): Promise<void> {
  await person.presses('Get the link');
  await person.reads('The link is for');
}

/** The window that the link opens: StackOne's page. */
export async function opensLink(person: PersonAtPage): Promise<Page> {
  const link = person.modal.getByRole('button', { name: 'Open the link' });
  const [window] = await Promise.all([person.page.context().waitForEvent('page'), link.click()]);
  return window;
}

export const goesOnToZoom = (window: Page): Promise<void> =>
  window.getByRole('button', { name: 'Go on to Zoom' }).click();

/** Over the pages of StackOne and Zoom to the end, and back in Slack. */
export async function consents(person: PersonAtPage): Promise<void> {
  const window = await opensLink(person);
  await goesOnToZoom(window);
  await window.getByRole('button', { name: 'Ada' }).click();
  await window.getByRole('button', { name: 'Allow' }).click();
  await window.getByText('Zoom is connected').waitFor();
  await window.close();
  await person.reads('went all the way through');
}
