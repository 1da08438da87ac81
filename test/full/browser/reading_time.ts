import type { Page } from 'playwright-core';

/**
 * How long a person needs who does what a test does, and before each act reads every text that is new on the screen, once, whether it
 * matters for the task or not. Names of buttons and options are read while one is looked for, which is part of the time for a click.
 */
export interface ReadingTime {
  readonly words: number;
  readonly clicks: number;
  readonly pastes: number;
  readonly characters: number;
  readonly seconds: number;
}

/** Silent reading of English, the mean of 190 studies (Brysbaert 2019, Journal of Memory and Language 109). */
const WORDS_A_MINUTE = 238;
/** To find a button with the eye and the mouse. */
const SECONDS_A_CLICK = 1.5;
const SECONDS_A_PASTE = 2;
/** 40 words a minute, five characters each. */
const CHARACTERS_A_SECOND = 3.3;

/**
 * Runs in the page. Before each act, whatever text is on the screen and was not there before counts as read: what lies behind a modal or
 * outside the part that is scrolled to is not on the screen. Numbers that change (clocks) make no new text.
 */
const NOTES = `(() => {
  const noted = { texts: new Set(), words: 0, clicks: 0, pastes: 0, characters: 0 };
  const lengths = new WeakMap();
  const isOnScreen = (node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    // What lies in a closed <details> has a box all the same.
    if (!node.parentElement.checkVisibility()) return false;
    const box = range.getBoundingClientRect();
    const at = document.elementFromPoint(box.left + Math.min(box.width / 2, 40), box.top + Math.min(box.height / 2, 10));
    return box.width > 2 && box.height > 2 && at !== null && (at.contains(node) || node.parentElement.contains(at));
  };
  const isToPoint = ({ parentElement }) => parentElement.closest('button, summary, a, [role=option]') !== null;
  const read = () => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode.data.trim().replace(/\\d+/g, '0');
      if (text === '' || noted.texts.has(text) || isToPoint(texts.currentNode) || !isOnScreen(texts.currentNode)) continue;
      noted.texts.add(text);
      noted.words += text.split(/\\s+/).filter((word) => /\\p{L}/u.test(word)).length;
    }
  };
  addEventListener('click', () => { read(); noted.clicks += 1; }, { capture: true });
  addEventListener('input', ({ target }) => {
    read();
    const isText = typeof target?.value === 'string' && !['radio', 'checkbox'].includes(target.type);
    if (!isText) return;
    const more = target.value.length - (lengths.get(target) ?? 0);
    lengths.set(target, target.value.length);
    if (more > 20 && !/\\s/.test(target.value)) noted.pastes += 1;
    else noted.characters += Math.max(0, more);
  }, { capture: true });
  globalThis.readingTime = () => {
    const { words, clicks, pastes, characters } = noted;
    return { words, clicks, pastes, characters };
  };
})()`;

/** From now on, for the pages that this window opens or loads anew. */
export async function noteReadingTime(page: Page): Promise<void> {
  await page.addInitScript(NOTES);
}

/** What was noted until now. */
export async function readingTime(page: Page): Promise<ReadingTime> {
  const noted: Omit<ReadingTime, 'seconds'> = await page.evaluate('readingTime()');
  const { words, clicks, pastes, characters } = noted;
  const hands = clicks * SECONDS_A_CLICK + pastes * SECONDS_A_PASTE + characters / CHARACTERS_A_SECOND;
  const seconds = (words / WORDS_A_MINUTE) * 60 + hands;
  return { ...noted, seconds: Math.round(seconds) };
}
