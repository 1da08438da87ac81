import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import type { PersonAtPage } from './person.ts';
import { noteReadingTime, readingTime } from './reading_time.ts';
import { backToSlack } from './registration.ts';
import { keepPicture } from './screenshots.ts';
import { describeInBrowser, useBrowserStage } from './stage.ts';

describeInBrowser('a newcomer with a phone, in the browser', () => {
  const stage = useBrowserStage('http');

  test('gets the whole job done by pressing and typing nothing but what the page says', async () => {
    const ana = await stage.opens({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    await followsTour(ana);
    await keepPicture(ana.page, 'phone-tour');
    await ana.controls('Back to Slack');
    await ana.sees('The Zoom connector profile was created');
  });
});

describeInBrowser('a newcomer who reads every text once, in the browser', () => {
  const stage = useBrowserStage();

  test('gets the whole job done within five minutes', async () => {
    const ana = await stage.opens();
    await noteReadingTime(ana.page);
    await ana.page.reload();
    await followsTour(ana);
    const time = await readingTime(ana.page);
    console.info(
      `A newcomer needs ${time.seconds} s: ${time.words} words, ${time.clicks} clicks, ${time.characters} characters`,
    );
    expect(time.words).toBeGreaterThan(500);
    expect(time.seconds).toBeLessThan(FIVE_MINUTES);
  });
});

const FIVE_MINUTES = 300;

/** Step by step, until the tour is over. */
async function followsTour(ana: PersonAtPage): Promise<void> {
  const done: string[] = [];
  await ana.page.locator('.tour li[aria-current=step]').waitFor({ state: 'attached' });
  while ((await ana.page.getByText('That was the whole job').count()) === 0) {
    const step = ana.page.locator('.tour li[aria-current=step]');
    const title = await step.locator('.tour-title').innerText();
    expect(done).not.toContain(title);
    done.push(title);
    const said = (kind: string) => step.locator(`.tour-words ${kind}`).allInnerTexts();
    const [commands, names] = [await said('code'), await said('strong')];
    for (const command of commands) await registersBy(ana, command);
    for (const name of names) await presses(ana, name);
    await inControlPanel(ana);
    await ana.page.locator('.tour li.is-done', { hasText: title }).waitFor();
  }
  expect(done).toHaveLength(6);
}

/** A name stands on a button of the control panel, on a switch, or on the card. */
async function presses(ana: PersonAtPage, name: string): Promise<void> {
  await inControlPanel(ana);
  const here = ana.page.locator('.control-panel').getByRole('button', { name, exact: true });
  // A switch says how things are: “Local Test does not show Ready”.
  const turned = ana.page.locator('.toggle', { hasText: /^Local Test.*Ready/ });
  if ((await here.count()) > 0) return here.first().click();
  if (name.startsWith('Local Test')) return turned.click();
  await backToSlack(ana);
  await ana.page.locator('.message').getByRole('button', { name, exact: true }).first().click();
}

/** Fills in what each page of the modal asks for, and goes on until it closes. */
async function registersBy(ana: PersonAtPage, command: string): Promise<void> {
  const { id, secret } = await ana.copiesCredentials();
  await backToSlack(ana);
  await ana.types(command);
  await fillsFromPlaceholder(ana.modal.getByLabel('Name', { exact: true }));
  await ana.modal.getByRole('radio').first().check();
  await ana.presses('Next');
  await ana.fills('Client ID', id);
  await ana.fills('Client secret', secret);
  await ana.presses('Next');
  await ana.modal.getByRole('combobox', { name: 'Choose a need' }).click();
  await ana.offered.first().click();
  await ana.reads('scopes added.');
  await ana.presses('Next');
  await ana.presses('Save');
  await ana.presses('Close');
}

async function fillsFromPlaceholder(field: Locator): Promise<void> {
  await field.fill((await field.getAttribute('placeholder')) ?? '');
}

async function inControlPanel(ana: PersonAtPage): Promise<void> {
  if (await ana.page.locator('.control-panel').isVisible()) return;
  const way = ana.page.locator('.top-bar').getByRole('button', { name: 'Control panel' });
  if (await way.isVisible()) await way.click();
}
