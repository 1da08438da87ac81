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

/** Parts whose words are wider than their room, so that one had to scroll sideways to read them. */
async function stickingOut(page: Page): Promise<string[]> {
  const rooms = 'html, .modal-body, .message-list, .thread-list, .home, .backstage-body';
  const wider = await page.evaluate(
    `[...document.querySelectorAll('${rooms}')].filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.className || 'the page')`,
  );
  return z
    .array(z.string())
    .parse(wider)
    .map((name) => `sticks out: ${name}`);
}
