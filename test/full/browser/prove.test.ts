import { expect, test } from 'vitest';
import type { RegisteredApp } from '../../../sandbox/simulators/zoom/apps.ts';
import { accessibilityFaults } from './accessible.ts';
import { asksForLink, consents, goesOnToZoom, opensLink } from './consent.ts';
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

describeInBrowser('a profile that is shown to work, in the browser', () => {
  const stage = useBrowserStage();

  test('from "Prove it works" over the pages of StackOne and Zoom to "Proven"', async () => {
    const { ana } = await withProfile(stage);
    const card = await ana.sees(/Passed:[^·\n]*connector profile/);
    await card.getByRole('button', { name: 'Prove it works' }).click();
    await ana.reads('This is what will happen');
    await keepPicture(ana.page, 'prove-form');
    expect(await accessibilityFaults(ana.page)).toEqual([]);
    await asksForLink(ana);
    await keepPicture(ana.page, 'prove-link');
    await consents(ana);
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
  /** Leaves already at StackOne's page. */
  readonly cancels?: boolean;
  /** StackOne reports it in words that nobody knows. */
  readonly inUnknownWords?: boolean;
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
  {
    what: 'not-ready',
    signer: 'Ada',
    app: { ready: false },
    says: /not ready for local test/,
    way: /open Local Test/,
  },
  {
    what: 'cancelled',
    signer: null,
    cancels: true,
    says: /Nothing was connected|left before anybody consented/,
    way: /Try it again when somebody has time/,
  },
  {
    what: 'unknown-words',
    signer: 'Max',
    inUnknownWords: true,
    says: /need to be an account admin|The provider left the flow early/,
    way: /Worth a look/,
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
    for (const way of ways) {
      zoom.changeApp(clientId, way.app ?? {});
      stackone.reportRefusals(way.inUnknownWords === true ? 'unknown_words' : 'codes');
      await ana.reads('This is what will happen');
      await asksForLink(ana);
      await isRefused(ana, way);
      await ana.reads('Not proven yet');
      await ana.reads(way.says);
      await ana.reads(way.way);
      await keepPicture(ana.page, `prove-phone-${way.what}`);
      zoom.changeApp(clientId, { redirect: usual.redirect, scopes: usual.scopes, ready: true });
      await ana.presses('Try again');
    }
    await ana.reads('This is what will happen');
    stackone.reportRefusals('codes');
    stackone.setProfileCredentials(profileId, { clientId: 'anotherClientIdOfZoom1', clientSecret: 'x' });
    await asksForLink(ana);
    const window = await opensLink(ana);
    await goesOnToZoom(window);
    await window.getByText('Invalid client_id').waitFor();
    await window.close();
    await ana.reads(/paste Client ID and Client Secret again/);

    stackone.reportRefusals('nothing');
    await ana.presses('Try again');
    await ana.reads('This is what will happen');
    await asksForLink(ana);
    await isRefusedUnseen(ana);
    await keepPicture(ana.page, 'prove-phone-cancelled-link');
  });
});

/** Until the page that says no. */
async function isRefused(ana: PersonAtPage, way: Way): Promise<void> {
  const { signer, says, needsApproval = false, declines = false, cancels = false } = way;
  const window = await opensLink(ana);
  if (cancels) await window.getByRole('button', { name: 'Cancel' }).click();
  else await goesOnToZoom(window);
  if (needsApproval) await window.getByRole('checkbox').check();
  if (signer !== null) await window.getByRole('button', { name: signer }).click();
  if (declines) await window.getByRole('button', { name: 'Decline' }).click();
  await window.getByText(says).first().waitFor();
  await window.close();
}

/** StackOne hears nothing of what Zoom's page says, so the person gives the link up. */
async function isRefusedUnseen(ana: PersonAtPage): Promise<void> {
  const window = await opensLink(ana);
  await goesOnToZoom(window);
  await window.getByText('Invalid client_id').waitFor();
  await window.close();
  await ana.reads('If Zoom says no and nothing comes here, cancel the link');
  await ana.presses('Cancel the link');
  await ana.page.getByRole('button', { name: 'Cancel it' }).click();
  await ana.reads(/“Invalid client_id” about the pair in StackOne's profile/);
}
