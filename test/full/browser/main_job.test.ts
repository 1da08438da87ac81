import { expect, test } from 'vitest';
import { pastedScopes } from '../../../sandbox/demo/scopes.ts';
import { accessibilityFaults } from './accessible.ts';
import { registers } from './registration.ts';
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
    const card = await ana.sees(/Passed:[^·\n]*credentials/);
    await card.getByRole('button', { name: 'Show me how' }).click();
    await ana.reads('1. Create the General app');
    await keepPicture(ana.page, 'guide');
    expect(await accessibilityFaults(ana.page)).toEqual([]);
    await ana.presses('Close');
    await expect.poll(step).toBe('Tell Greenroom about the redirect URL');
    await card.getByRole('button', { name: 'It is set' }).click();
    await ana.sees(/Passed:[^·\n]*redirect URL/);
    await keepPicture(ana.page, 'main-job');
    await keepPicture(card, 'card');
    await portraitOfCard(stage);

    await ana.becomes('Zoë');
    await ana.controls('Local Test does not show Ready');
    await (await ana.sees(/Still open:[^·\n]*Zoom test status/))
      .getByRole('button', { name: 'It says Ready' })
      .click();
    await ana.sees(/Passed:[^·\n]*Zoom test status/);
    await ana.controls('Create the profile');
    const announcement = await ana.sees('The Zoom connector profile was created');
    await keepPicture(announcement, 'profile-created');

    await ana.controls('Link an account');
    await (await ana.sees(/Passed:[^·\n]*connector profile/))
      .getByRole('button', { name: 'Check now' })
      .click();
    await ana.sees('6 of 6 checks passed');
    await ana.page.getByText('That was the whole job').waitFor();
  });

  test('a profile that is disabled is news, and so is its recovery', async () => {
    const ana = await stage.opens();
    await ana.controls('The profile is enabled');
    await keepPicture(await ana.sees('Something broke'), 'regression');
    await ana.controls('The profile is disabled');
    await keepPicture(await ana.sees('Repaired.'), 'recovery');
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
    await ana.sees(/Passed:[^·\n]*credentials/);
  });

  test('a modal survives the loss of the socket in its middle: what was typed stays, and goes on', async () => {
    const ana = await stage.opens();
    await ana.types('/zoom-app register');
    await ana.fills('Name', 'Second app');
    await ana.ticks('Admin-managed');
    // The socket is cut, and Greenroom cannot come back before Slack can be reached again.
    await ana.faults('Slack', 'is down');
    await ana.page.getByText('Socket Mode, 0 open connections.').waitFor();
    await ana.presses('Next');
    await ana.reads('We had some trouble connecting. Try again?');
    await ana.page.getByRole('timer', { name: '“Next”: nobody there' }).waitFor();
    await keepPicture(ana.page, 'socket-drop');
    expect(await accessibilityFaults(ana.page)).toEqual([]);
    expect(await ana.modal.getByLabel('Name').inputValue()).toBe('Second app');
    await ana.faults('Slack', 'answers');
    await ana.page.getByText('Socket Mode, 1 open connection.').waitFor();
    await ana.presses('Next');
    await ana.reads('Step 2 of 4');

    await ana.presses('Back');
    await ana.reads('Step 1 of 4');
    await ana.controls('Drop the socket');
    await expect.poll(() => stage.simulators.slack.connections()).toBe(1);
    await ana.presses('Next');
    await ana.reads('Step 2 of 4');
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
  await keepInDocs(await sees(/Passed:[^·\n]*redirect URL/), 'card');
  await page.context().close();
}
