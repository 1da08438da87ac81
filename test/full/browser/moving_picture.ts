import type { Locator, Page } from 'playwright-core';
import { animated, type Frame } from './apng.ts';
import { keepBytesInDocs } from './screenshots.ts';

/** Collects what is on the screen, frame by frame, each with a line that says what is seen. */
export interface MovingPicture {
  /** One frame, shown so many milliseconds. */
  shows(caption: string, ms: number): Promise<void>;
  scrollsTo(what: Locator): Promise<void>;
  /** Bytes of the picture so far. */
  size(): number;
  /** Keeps it as `docs/<name>.png`, as `screenshots.ts` keeps pictures. */
  keeps(name: string): Promise<void>;
}

const CAPTION = `
  #caption { position: fixed; inset: 0 0 auto 0; z-index: 99; height: 40px; padding: 0 20px; display: flex; align-items: center;
    background: #1f6f54; color: #fff; font: 600 17px Lato, system-ui, sans-serif; }`;

/** The caption lies over the bar at the top of the page. */
export async function record(page: Page): Promise<MovingPicture> {
  await page.addStyleTag({ content: CAPTION });
  await page.evaluate(
    "document.body.append(Object.assign(document.createElement('div'), { id: 'caption' }))",
  );
  const frames: Frame[] = [];
  return {
    async shows(caption, ms) {
      await page.locator('#caption').evaluate((bar, words) => {
        bar.textContent = words;
      }, caption);
      await page.mouse.move(1, 1);
      frames.push({ png: await page.screenshot({ animations: 'disabled', caret: 'hide' }), ms });
    },
    scrollsTo: (what) => what.evaluate((element) => element.scrollIntoView({ block: 'start' })),
    size: () => animated(frames).length,
    keeps: (name) => keepBytesInDocs(() => animated(frames), name),
  };
}
