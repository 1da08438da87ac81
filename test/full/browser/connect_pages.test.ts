import { expect, test } from 'vitest';
import { ask, basic } from '../../integration/sandbox/ask.ts';
import { accessibilityFaults } from './accessible.ts';
import { describeInBrowser, useBrowserStage } from './stage.ts';

const phone = { viewport: { width: 360, height: 740 } };

describeInBrowser('the pages of a connect link, on a phone', () => {
  const stage = useBrowserStage('gallery');

  async function link(profileId: string): Promise<string> {
    const { url, apiKey } = stage.simulators.stackone;
    const body = {
      origin_owner_id: 'o',
      origin_owner_name: 'A company with averyveryverylongnameinonewordthatdoesnotendsoon',
      label: 'Greenroom: StackOne Integration Development',
      connector_profile_id: profileId,
    };
    const { json } = await ask(`${url}/connect_sessions`, {
      authorization: basic(`${apiKey}:`),
      headers: { 'user-agent': 'a test' },
      json: JSON.stringify(body),
    });
    return String(json.auth_link_url);
  }

  test('lead to a linked account, and none of them is wider than the screen', async () => {
    const { zoom, stackone } = stage.simulators;
    const credentials = zoom.addApp({ scopes: [`${'x'.repeat(60)}:read:user:admin`] });
    const { id } = stackone.createProfile({ credentials });
    const { page } = await stage.opens(phone);
    await page.goto(await link(id));
    for (const button of ['Go on to Zoom', 'Ada', 'Allow']) {
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('button', { name: button }).click();
    }
    await page.getByText('Zoom is connected').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(stackone.connectSessions().at(-1)?.attempt).toMatchObject({ status: 'authenticated' });
  });

  test('say why Zoom refuses', async () => {
    const { zoom, stackone } = stage.simulators;
    const { id } = stackone.createProfile({ credentials: zoom.addApp({}) });
    const { page } = await stage.opens(phone);
    await page.goto(await link(id));
    await page.getByRole('button', { name: 'Go on to Zoom' }).click();
    await page.getByRole('button', { name: 'Ada' }).click();
    await page.getByRole('button', { name: 'Decline' }).click();
    await page.getByText('access_denied').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});
