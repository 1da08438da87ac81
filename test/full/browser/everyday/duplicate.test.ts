import { expect, test } from 'vitest';
import { accessibilityFaults } from '../accessible.ts';
import type { PersonAtPage } from '../person.ts';
import { registers } from '../registration.ts';
import { keepPicture } from '../screenshots.ts';
import { describeInBrowser, useBrowserStage } from '../stage.ts';
import { phone, toControlPanel } from './phone.ts';

async function becomes(person: PersonAtPage, name: string): Promise<void> {
  const channels = person.page.locator('.menu-button');
  await channels.click();
  await person.becomes(name);
  if ((await channels.getAttribute('aria-expanded')) === 'true') await channels.click();
}

describeInBrowser('a Zoom app that was registered twice, on a phone', () => {
  // An admin of the Slack workspace is one of Greenroom where it may ask.
  const stage = useBrowserStage('http', ['users:read']);

  test('is merged into the other one, and both are deleted by the name', async () => {
    const ana = await stage.opens(phone);
    await ana.controls('Create in Zoom');
    await registers(ana);
    await toControlPanel(ana);
    await registers(ana, { name: 'Same again' });
    await ana.sees(/Same again[\s\S]*Passed:[^·\n]*credentials/);

    await ana.types('/zoom-app merge Same again into StackOne Integration');
    await ana.reads('For one Zoom app that was registered twice');
    await keepPicture(ana.page, 'phone-merge-form');
    expect(await accessibilityFaults(ana.page)).toEqual([]);
    await ana.presses('Merge');
    await ana.reads('was merged into');
    await ana.presses('Close');
    await ana.sees(/merged Same again into StackOne Integration/);
    const folded = await ana.sees('was merged into the other one');
    await folded.getByRole('button', { name: 'Show the other one' }).click();
    await ana.sees(/Only visible to you[\s\S]*StackOne Integration/);

    await becomes(ana, 'Zoë');
    await ana.types('/zoom-app delete StackOne Integration');
    await ana.sees('Only admins of Greenroom may do that here');
    await becomes(ana, 'Ana');
    await ana.types('/zoom-app delete StackOne Integration');
    await ana.reads('for good');
    await ana.fills('Type the name of the Zoom app', 'Same again');
    await ana.presses('Delete for good');
    await ana.reads('That is not its name. Nothing was deleted.');
    await keepPicture(ana.page, 'phone-delete-form');
    expect(await accessibilityFaults(ana.page)).toEqual([]);
    await ana.fills('Type the name of the Zoom app', ' stackone  integration ');
    await ana.presses('Delete for good');
    await ana.reads('is deleted from Greenroom');
    await ana.presses('Close');
    await ana.sees('deleted StackOne Integration from Greenroom for good');
    await ana.types('/zoom-app history StackOne Integration');
    await ana.sees(/History of StackOne Integration[\s\S]*deleted the Zoom app/);
    await keepPicture(ana.page, 'phone-deleted');
    await ana.types('/zoom-app delete Same again');
    await ana.reads('leave it so');
  });
});
