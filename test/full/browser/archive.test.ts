import { expect, test } from 'vitest';
import { accessibilityFaults } from './accessible.ts';
import { phone } from './everyday/phone.ts';
import { registers } from './registration.ts';
import { keepPicture } from './screenshots.ts';
import { describeInBrowser, useBrowserStage } from './stage.ts';

describeInBrowser('an app that is put aside, on a phone', () => {
  const stage = useBrowserStage('http');

  test('is archived, folded on its card, found in the list, and restored', async () => {
    const ana = await stage.opens(phone);
    await ana.controls('Create in Zoom');
    await registers(ana);
    await ana.sees(/Passed:[^·\n]*credentials/);
    await ana.types('/zoom-app archive StackOne Integration');
    await ana.reads('1 stored client secret is destroyed');
    await keepPicture(ana.page, 'phone-archive-form');
    expect(await accessibilityFaults(ana.page)).toEqual([]);
    await ana.presses('Archive');
    await ana.reads('is archived');
    await ana.presses('Close');
    const card = await ana.sees(/Archived.*looks at nothing of it any more/);
    await card.scrollIntoViewIfNeeded();
    await ana.sees('archived StackOne Integration');
    await keepPicture(ana.page, 'phone-archived-card');
    await ana.types('/zoom-app list archived');
    await (await ana.sees('Archived Zoom apps')).getByRole('button', { name: 'Restore' }).click();
    await ana.sees('restored StackOne Integration from the archive');
    await keepPicture(ana.page, 'phone-restored');
  });
});
