import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessible.ts';
import { registers } from './registration.ts';
import { keepPicture } from './screenshots.ts';
import { describeInBrowser, useBrowserStage } from './stage.ts';

describeInBrowser("Zoom's manifest in the browser", () => {
  const stage = useBrowserStage('socket', ['files:write', 'files:read']);

  test('comes as a file, and is compared with one from Zoom, on a large screen and on a phone', async () => {
    const ana = await stage.opens();
    await ana.controls('Create in Zoom');
    await registers(ana);
    await ana.types('/zoom-app manifest StackOne Integration');
    const answer = await ana.sees('It is a file in your direct messages');
    await keepPicture(answer, 'manifest-sent');
    await ana.goesTo('Greenroom');
    await ana.page.getByRole('button', { name: 'Messages' }).click();
    const shared = await ana.sees('stackone-integration-manifest.json');
    await shared.locator('summary').click();
    const text = await shared.locator('pre').innerText();
    await keepPicture(shared, 'manifest-file');
    expect(await accessibilityFaults(ana.page)).toEqual([]);

    const zoom = JSON.parse(text);
    zoom.oauth_information.production_redirect_uri = '';
    zoom.oauth_information.development_redirect_uri = 'https://api.stackone.com/connect/oauth2/zoom';
    zoom.oauth_information.strict_mode = true;
    zoom.oauth_information.scopes = [
      { scope: 'user:read:user:admin', optional: true },
      { scope: 'user:read:list_users:admin', optional: false },
    ];
    zoom.oauth_information.scope_description = 'Reads users, to list them.';

    await ana.goesTo('zoom-integration');
    await (await ana.sees('It is a file'))
      .getByRole('button', { name: "Compare with Zoom's manifest" })
      .click();
    await keepPicture(ana.modal, 'manifest-form');
    await ana.modal.getByLabel('As a file').setInputFiles({
      name: 'export.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(zoom)),
    });
    await ana.presses('Compare');
    await ana.reads(/differ in \d places/);
    await keepPicture(ana.modal, 'manifest-compared');
    expect(await accessibilityFaults(ana.page)).toEqual([]);
    await ana.presses('Close');

    const phone = await stage.opens({ viewport: { width: 390, height: 844 } });
    await phone.page.getByRole('button', { name: 'Back to Slack' }).click();
    await phone.types('/zoom-app manifest StackOne Integration');
    await (await phone.sees('It is a file'))
      .getByRole('button', { name: "Compare with Zoom's manifest" })
      .click();
    await phone.fills('Or pasted', JSON.stringify(zoom));
    await phone.presses('Compare');
    await phone.reads(/differ in \d places/);
    await keepPicture(phone.page, 'manifest-phone');
  });
});
