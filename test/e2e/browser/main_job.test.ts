import { expect, test } from 'vitest';
import { pastedScopes } from '../../../sandbox/demo/scopes.ts';
import { registers, saysItIsReady } from './registration.ts';
import { keepInDocs, keepPicture } from './screenshots.ts';
import { type BrowserStage, describeInBrowser, useBrowserStage } from './stage.ts';

describeInBrowser.each(['socket', 'http'] as const)('the main job in the browser, over %s', (transport) => {
  const stage = useBrowserStage(transport);

  test('from the first slash command to the profile message, guided by the tour', async () => {
    const ana = await stage.opens();
    const step = () => ana.page.locator('.tour li[aria-current=step] .tour-title').innerText();
    expect(await step()).toBe('Build the app in Zoom');
    await ana.controls('Create in Zoom');
    await registers(ana, { scopes: pastedScopes, converts: true });
    const card = await ana.sees('Credentials: passed');
    await expect.poll(step).toBe('Tell Greenroom about the redirect URL');
    await card.getByRole('button', { name: 'It is set' }).click();
    await ana.sees('Redirect URL: passed');
    await keepPicture(ana.page, 'main-job');
    await keepPicture(card, 'card');
    await portraitOfCard(stage);

    await ana.becomes('Zoë');
    await ana.controls('Local Test does not show Ready');
    await (await ana.sees('Zoom test status: open')).getByRole('button', { name: 'It says Ready' }).click();
    await ana.sees('Zoom test status: passed');
    await ana.controls('Create the profile');
    const news = await ana.sees('The Zoom connector profile was created');
    await keepPicture(news, 'profile-created');

    await ana.controls('Link an account');
    await (await ana.sees('Connector profile: passed')).getByRole('button', { name: 'Check now' }).click();
    await ana.sees('6 of 6 checks passed');
    await ana.page.getByText('That was the whole job').waitFor();
  });

  test('a profile that is disabled is news, and so is its recovery', async () => {
    const ana = await stage.opens();
    await ana.controls('The profile is enabled');
    await keepPicture(await ana.sees('Something broke'), 'regression');
    await ana.controls('The profile is disabled');
    await ana.sees('Repaired.');
    await ana.sees('6 of 6 checks passed');
    await ana.page
      .getByRole('button', { name: /replies/ })
      .first()
      .click();
    const thread = ana.page.getByRole('region', { name: 'Thread' });
    await thread.getByText('Degraded → Live').waitFor();
    await keepPicture(ana.page, 'thread');
  });
});

describeInBrowser('a wrong secret, in the browser', () => {
  const stage = useBrowserStage();

  test('is said on the card, replaced, and accepted', async () => {
    const ana = await stage.opens();
    await ana.controls('Create in Zoom');
    await registers(ana, { secret: 'x'.repeat(32) });
    const card = await ana.sees('Credentials: failed');
    await keepPicture(card, 'wrong-secret');
    await card.getByRole('button', { name: 'Replace the secret' }).click();
    const { id, secret } = await ana.copiesCredentials();
    await ana.fills('Client ID', id);
    await ana.fills('Client secret', secret);
    await ana.modal.locator('.modal-foot .primary').click();
    await ana.reads('is sealed');
    await ana.presses('Close');
    await ana.sees('Credentials: passed');
  });

  test('a modal survives the loss of the socket in its middle', async () => {
    const ana = await stage.opens();
    await saysItIsReady(ana);
    await ana.types('/zoom-app register');
    await ana.fills('Name', 'Second app');
    await ana.ticks('Admin-managed');
    await ana.controls('Drop the socket');
    await ana.presses('Next');
    const late = ana.modal.getByText('We had some trouble connecting. Try again?');
    const next = ana.modal.getByText('Step 2 of 4');
    await late.or(next).first().waitFor();
    await expect.poll(() => stage.worlds.slack.connections()).toBeGreaterThan(0);
    if (await late.isVisible()) {
      await keepPicture(ana.page, 'trouble-connecting');
      await ana.presses('Next');
    }
    await next.waitFor();
    await ana.page.getByRole('button', { name: 'Close all' }).click();
    await ana.modal.waitFor({ state: 'detached' });
  });
});

/** The card in the middle of its journey, sharp, for the README. */
async function portraitOfCard(stage: BrowserStage): Promise<void> {
  const window = {
    viewport: { width: 920, height: 1100 },
    deviceScaleFactor: 2,
    colorScheme: 'light',
  } as const;
  const { page, sees } = await stage.opens(window);
  await page.getByRole('button', { name: 'Back to Slack' }).click();
  await keepInDocs(await sees('Redirect URL: passed'), 'card');
  await page.context().close();
}
