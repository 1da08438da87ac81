import { expect, test } from 'vitest';
import type { Simulators } from '../../../sandbox/simulators/start_simulators.ts';
import { accessibilityFaults } from './accessible.ts';
import { cards, everyday, journey, scopeTable } from './block_samples.ts';
import { keepPicture } from './screenshots.ts';
import { describeInBrowser, useBrowserStage } from './stage.ts';

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180"><rect width="320" height="180" fill="#1f6f54"/></svg>';

describeInBrowser('Block Kit in the browser', () => {
  const stage = useBrowserStage();

  test('shows what other apps may post: plans, tables, cards, carousels, pictures and videos', async () => {
    const ana = await stage.opens({ viewport: { width: 1440, height: 1640 } });
    await ana.page.route('https://example.com/**', (route) =>
      route.fulfill({ contentType: 'image/svg+xml', body: drawing }),
    );
    await stage.simulators.slack.invitesBot('general');
    for (const blocks of [everyday, cards, scopeTable, journey])
      await post(stage.simulators, blocks, 'general');
    await ana.goesTo('general');

    await (await ana.sees('Journey of an app')).getByRole('button', { name: 'Journey of an app' }).click();
    await ana.sees('Register it with Greenroom');
    await ana.page.getByRole('columnheader', { name: 'Scope' }).waitFor();
    expect(await ana.page.getByRole('cell').count()).toBe(6);
    expect(await ana.page.locator('.carousel .card').count()).toBe(3);
    expect(await ana.page.locator('.unknown').count()).toBe(0);
    await keepPicture(ana.page, 'block-kit');
    expect(await accessibilityFaults(ana.page)).toEqual([]);
  });

  test('lists channels, direct messages and the app; in a direct message a command is answered too', async () => {
    const ana = await stage.opens();
    const titles = await ana.page
      .getByRole('navigation', { name: 'Workspace' })
      .locator('h2')
      .allInnerTexts();
    expect(titles).toEqual(['Channels', 'Direct messages', 'Apps']);
    await ana.goesTo('Zoë');
    await ana.types('Shall I register it?');
    await ana.types('/zoom-app list');
    await ana.sees('No Zoom app is registered yet');
    await ana.becomes('Zoë');
    await ana.page.locator('.place', { hasText: 'Ana' }).click();
    await ana.sees('Shall I register it?');
    expect(await ana.message('No Zoom app is registered yet').count()).toBe(0);
  });

  test('one scrolls back through what was said, and stays there while new messages come', async () => {
    const ana = await stage.opens();
    for (let nth = 1; nth <= 40; nth += 1)
      await post(stage.simulators, [{ type: 'section', text: { type: 'mrkdwn', text: `Message ${nth}` } }]);
    await ana.page.getByText('Message 40').waitFor();
    const list = ana.page.locator('.message-list');
    await list.hover();
    await ana.page.mouse.wheel(0, -20_000);
    await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBe(0);
    await post(stage.simulators, [{ type: 'section', text: { type: 'mrkdwn', text: 'Message 41' } }]);
    await ana.page.getByText('Message 41').waitFor({ state: 'attached' });
    expect(await list.evaluate((element) => element.scrollTop)).toBe(0);
  });
});

/** Says it as the app, through Slack's Web API. */
async function post(
  { slack }: Simulators,
  blocks: readonly object[],
  to = 'zoom-integration',
): Promise<void> {
  const reply = await fetch(`${slack.apiUrl}chat.postMessage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ channel: slack.channelId(to), text: 'A sample', blocks }),
  });
  expect(await reply.json()).toMatchObject({ ok: true });
}
