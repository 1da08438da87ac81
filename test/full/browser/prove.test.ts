import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { RegisteredApp } from '../../../sandbox/simulators/zoom/apps.ts';
import { accessibilityFaults } from './accessible.ts';
import type { PersonAtPage } from './person.ts';
import { registers } from './registration.ts';
import { keepPicture } from './screenshots.ts';
import { type BrowserStage, describeInBrowser, useBrowserStage } from './stage.ts';

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

interface Registered {
  readonly ana: PersonAtPage;
  readonly clientId: string;
  readonly profileId: string;
}

/** Registered, with a profile that holds the pair of the app. */
async function withProfile(stage: BrowserStage, options = {}): Promise<Registered> {
  const ana = await stage.opens(options);
  await ana.controls('Create in Zoom');
  const { id: clientId, secret: clientSecret } = await ana.copiesCredentials();
  await registers(ana);
  await ana.sees(/Passed:[^·\n]*credentials/);
  const credentials = { clientId, clientSecret };
  const { id: profileId } = stage.simulators.stackone.createProfile({
    name: 'StackOne Integration',
    credentials,
  });
  stage.simulators.zoom.changeApp(clientId, { ready: true });
  await ana.sees('The Zoom connector profile was created');
  return { ana, clientId, profileId };
}

/** From the card to the link, which opens a window of its own. */
async function opensLink(ana: PersonAtPage): Promise<Page> {
  const link = ana.modal.getByRole('button', { name: 'Open the link' });
  const [window] = await Promise.all([ana.page.context().waitForEvent('page'), link.click()]);
  await window.getByRole('button', { name: 'Go on to Zoom' }).click();
  return window;
}

describeInBrowser('a profile that is shown to work, in the browser', () => {
  const stage = useBrowserStage();

  test('from "Prove it works" over the pages of StackOne and Zoom to "Proven"', async () => {
    const { ana } = await withProfile(stage);
    const card = await ana.sees(/Passed:[^·\n]*connector profile/);
    await card.getByRole('button', { name: 'Prove it works' }).click();
    await ana.reads('This is what will happen');
    await keepPicture(ana.page, 'prove-form');
    expect(await accessibilityFaults(ana.page)).toEqual([]);
    await ana.presses('Get the link');
    await ana.reads('The link is for');
    await keepPicture(ana.page, 'prove-link');
    const window = await opensLink(ana);
    await window.getByRole('button', { name: 'Ada' }).click();
    await window.getByRole('button', { name: 'Allow' }).click();
    await window.getByText('Zoom is connected').waitFor();
    await window.close();
    await ana.reads('went all the way through');
    await keepPicture(ana.page, 'prove-done');
    await ana.presses('Close');
    await keepPicture(await ana.sees('Proven: StackOne Integration'), 'prove-channel');
    await keepPicture(await ana.sees(/Passed:[^·\n]*redirect URL/), 'prove-card');
  });
});

interface Way {
  readonly what: string;
  /** Whose button is pressed at Zoom; null: Zoom refuses before that. */
  readonly signer: string | null;
  readonly says: RegExp;
  readonly way: RegExp;
  readonly app?: Partial<RegisteredApp>;
  readonly needsApproval?: boolean;
  readonly declines?: boolean;
}

const ways: readonly Way[] = [
  {
    what: 'redirect',
    signer: null,
    app: { redirect: 'https://example.com/' },
    says: /Invalid redirect/,
    way: /OAuth Information/,
  },
  { what: 'scope', signer: null, app: { scopes: [] }, says: /Invalid scope/, way: /compare the scopes/ },
  {
    what: 'no-admin',
    signer: 'Max',
    says: /need to be an account admin/,
    way: /owner or admin of the Zoom account/,
  },
  {
    what: 'not-shared',
    signer: 'Olivia',
    says: /not been shared/,
    way: /the account in which the app was made|account in which/,
  },
  {
    what: 'approval',
    signer: 'Ada',
    needsApproval: true,
    says: /requires pre-approval/,
    way: /approves the app/,
  },
  {
    what: 'declined',
    signer: 'Ada',
    declines: true,
    says: /declined the request/,
    way: /when somebody may consent/,
  },
];

describeInBrowser('every refusal of a sign-in, on a phone', () => {
  const stage = useBrowserStage('http');

  test('is shown with its words and its way out, and leads on from there', async () => {
    const { ana, clientId, profileId } = await withProfile(stage, phone);
    const { zoom, stackone } = stage.simulators;
    const usual = zoom.app(clientId);
    stackone.setConnectorScopes(['user:read:user:admin']);
    await (await ana.sees(/Passed:[^·\n]*connector profile/))
      .getByRole('button', { name: 'Prove it works' })
      .click();
    for (const { what, signer, app = {}, says, way, needsApproval = false, declines = false } of ways) {
      zoom.changeApp(clientId, app);
      await asksForLink(ana);
      const window = await opensLink(ana);
      if (needsApproval) await window.getByRole('checkbox').check();
      if (signer !== null) await window.getByRole('button', { name: signer }).click();
      if (declines) await window.getByRole('button', { name: 'Decline' }).click();
      await window.getByText(says).first().waitFor();
      await window.close();
      await ana.reads('Not proven yet');
      await ana.reads(says);
      await ana.reads(way);
      await keepPicture(ana.page, `prove-phone-${what}`);
      zoom.changeApp(clientId, { redirect: usual.redirect, scopes: usual.scopes });
      await ana.presses('Try again');
    }
    stackone.setProfileCredentials(profileId, { clientId: 'anotherClientIdOfZoom1', clientSecret: 'x' });
    await asksForLink(ana);
    const window = await opensLink(ana);
    await window.getByText('Invalid client_id').waitFor();
    await ana.reads(/paste Client ID and Client Secret again/);
  });
});

async function asksForLink(ana: PersonAtPage): Promise<void> {
  await ana.reads('This is what will happen');
  await ana.presses('Get the link');
  await ana.reads('The link is for');
}
