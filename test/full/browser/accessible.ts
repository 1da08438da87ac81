import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { z } from 'zod';

const Found = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

/** What axe finds wrong on the page as it stands, and what sticks out of it sideways: one line per place. Empty = nothing. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = Found.parse(await page.evaluate('axe.run(document).then(({ violations }) => violations)'));
  const faults = found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  return [...faults, ...(await stickingOut(page))];
}

/** Areas that scroll sideways, and the window if it scrolls at all. */
async function stickingOut(page: Page): Promise<string[]> {
  const names = await page.evaluate(`(() => {
    const whole = document.documentElement;
    const areas = [...document.querySelectorAll('.modal-body, .message-list, .thread-list, .home, .control-panel-body'), whole];
    const wide = areas.filter((one) => one.scrollWidth > one.clientWidth);
    const high = whole.scrollHeight > whole.clientHeight ? [whole] : [];
    return [...wide, ...high].map((one) => one.className || 'the window');
  })()`);
  return z
    .array(z.string())
    .parse(names)
    .map((name) => `sticks out: ${name}`);
}
