import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { pastedScopes } from '../../../sandbox/demo/scopes.ts';
import { record } from './moving_picture.ts';
import type { PersonAtPage } from './person.ts';
import { keepInDocs } from './screenshots.ts';
import { describeInBrowser, useBrowserStage } from './stage.ts';

/** Small enough for the head of a README, sharp on a screen of today. */
const window = {
  viewport: { width: 940, height: 700 },
  deviceScaleFactor: 1.5,
  colorScheme: 'light',
} as const;
const app = 'StackOne Integration';
const svg = fileURLToPath(new URL('../../../docs/icon.svg', import.meta.url));

describeInBrowser('the pictures of the documentation', () => {
  const stage = useBrowserStage();

  test('show the main job as a moving picture of less than 3 MB', async () => {
    const { zoom, stackone } = stage.simulators;
    const pair = zoom.addApp({});
    const ana = await stage.opens(window);
    await ana.page.getByRole('button', { name: 'Back to Slack' }).click();
    const film = await record(ana.page);

    await ana.page.locator('.main-place .composer textarea').fill('/zoom-app register');
    await film.shows('Ana types one command in the channel that waits for the integration', 2_200);
    await ana.types('/zoom-app register');
    await ana.fills('Name', app);
    await ana.ticks('Admin-managed');
    await film.shows('Four short steps. First: what it is, and who manages it', 2_600);
    await ana.presses('Next');
    await ana.fills('Client ID', pair.clientId);
    await ana.fills('Client secret', pair.clientSecret);
    await ana.presses('Next');
    await pastes(ana);
    await film.shows(
      'A pasted list is checked at once. What is wrong stands at the field, with the remedy',
      4_000,
    );
    await ana.presses(/Convert the whole list/);
    await ana.reads(/Converted/);
    await film.shows('One press repairs it', 2_200);
    await ana.presses('Next');
    await ana.reads('Step 4 of 4');
    await film.shows('A last look, and Save', 2_400);
    await ana.presses('Save');
    await ana.reads('is registered');
    await ana.presses('Close');
    await film.scrollsTo(await ana.sees(/Passed:[^·\n]*credentials/));
    await film.shows(
      'One card for everybody: what is done, how that is known, and who does what next',
      4_500,
    );
    await (await ana.sees(/Passed:[^·\n]*credentials/)).getByRole('button', { name: 'It is set' }).click();
    await ana.sees(/Passed:[^·\n]*redirect URL/);
    await (await ana.sees(/Passed:[^·\n]*redirect URL/))
      .getByRole('button', { name: 'It says Ready' })
      .click();
    await film.scrollsTo(await ana.sees(/Passed:[^·\n]*Zoom test status/));
    await film.shows('What no machine can see, a person says: with name and time', 3_400);
    stackone.createProfile({ name: app });
    await film.scrollsTo(await ana.sees('The Zoom connector profile was created'));
    await film.shows('The connector profile appears in StackOne, and the channel is notified', 5_000);
    expect(await film.size()).toBeLessThan(3_000_000);
    await film.keeps('main-job');
    await ana.page.context().close();
  });

  test('show the icon of docs/icon.svg at the size that Slack asks for', async () => {
    const { page } = await stage.opens({ viewport: { width: 512, height: 512 } });
    await page.setContent(
      `<style>body { margin: 0 } svg { display: block }</style>${readFileSync(svg, 'utf8')}`,
    );
    await keepInDocs(page, 'icon-512');
    expect(readFileSync(svg.replace('icon.svg', 'icon-512.png')).readUInt32BE(16)).toBe(512);
    await page.context().close();
  });
});

async function pastes(ana: PersonAtPage): Promise<void> {
  await ana.reads('Step 3 of 4');
  await ana.fills('Or paste a list', pastedScopes);
  await ana.presses('Next');
  await ana.reads(/Convert the whole list” below/);
  await ana.modal.getByLabel('Or paste a list').evaluate((box) => box.scrollIntoView({ block: 'center' }));
}
