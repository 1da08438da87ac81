import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A person in front of the page: every verb is something a hand does or an eye sees. */
export interface PersonAtPage {
  readonly page: Page;
  /** Becomes somebody else of the workspace. */
  becomes(name: string): Promise<void>;
  goesTo(channel: string): Promise<void>;
  /** Types where messages are written, and presses Enter. */
  types(text: string): Promise<void>;
  /** The modal on top. */
  readonly modal: Locator;
  fills(label: string, text: string): Promise<void>;
  /** A radio button or checkbox, by its words. */
  ticks(words: string): Promise<void>;
  /** A button of the modal. */
  presses(name: string | RegExp): Promise<void>;
  /** What a menu of Slack's offers just now; the lists of the control panel are none of it. */
  readonly offered: Locator;
  /** Waits for words on the modal. */
  reads(words: string | RegExp): Promise<void>;
  /** The newest message with these words. */
  message(words: string | RegExp): Locator;
  /** Waits for a message with these words. */
  sees(words: string | RegExp): Promise<Locator>;
  /** Copies client ID and secret from the control panel. */
  copiesCredentials(): Promise<{ readonly id: string; readonly secret: string }>;
  /** A button or switch of the control panel. */
  controls(name: string): Promise<void>;
  /** `('Slack', 'is down')`, and `('Slack', 'answers')` again. */
  faults(host: string, words: string): Promise<void>;
  /** Presses Tab until the focus is on what has this name, as those do who have no mouse. */
  tabsTo(name: string): Promise<void>;
}

const TIMEOUT_MS = 40_000;

export function atThePage(page: Page): PersonAtPage {
  page.setDefaultTimeout(TIMEOUT_MS);
  const modal = page.getByRole('dialog');
  const message = (words: string | RegExp) =>
    page.locator('.message-list .message').filter({ hasText: words }).last();
  return {
    page,
    modal,
    message,
    offered: page.getByRole('listbox').getByRole('option'),
    becomes: (name) => page.getByRole('radio', { name }).check({ force: true }),
    goesTo: (channel) => page.locator('.place', { hasText: channel }).click(),
    async types(text) {
      const box = page.locator('.main-place .composer textarea');
      await box.fill(text);
      await box.press('Enter');
    },
    fills: (label, text) => modal.getByLabel(label).fill(text),
    ticks: (words) => modal.getByLabel(words).check(),
    presses: (name) => modal.getByRole('button', { name, exact: typeof name === 'string' }).click(),
    reads: (words) => modal.getByText(words).first().waitFor(),
    async sees(words) {
      await message(words).waitFor();
      return message(words);
    },
    async copiesCredentials() {
      const [id, secret] = [await copied(page, 'Copy Client ID'), await copied(page, 'Copy Client secret')];
      expect(secret).toHaveLength(32);
      return { id, secret };
    },
    controls: (name) => switchNamed(page, name).click(),
    faults: (host, words) =>
      page.getByRole('group', { name: host, exact: true }).getByText(words, { exact: true }).click(),
    tabsTo: (name) => tabTo(page, name),
  };
}

/** A button, or a switch by the words beside it. */
function switchNamed(page: Page, name: string): Locator {
  const controlPanel = page.locator('.control-panel');
  return controlPanel
    .getByRole('button', { name })
    .or(controlPanel.locator('.toggle', { hasText: name }))
    .first();
}

const MOST_TABS = 80;

async function tabTo(page: Page, name: string): Promise<void> {
  const wanted = page.getByRole('button', { name, exact: true }).or(page.getByLabel(name, { exact: true }));
  for (let nth = 0; nth < MOST_TABS; nth += 1) {
    await page.keyboard.press('Tab');
    if ((await wanted.and(page.locator(':focus')).count()) > 0) return;
  }
  throw new Error(`No way to “${name}” with ${MOST_TABS} tabs`);
}

async function copied(page: Page, button: string): Promise<string> {
  await page.getByRole('button', { name: button }).first().click();
  return page.evaluate('navigator.clipboard.readText()');
}
