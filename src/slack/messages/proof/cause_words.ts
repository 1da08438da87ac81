import type { EnvironmentKind } from '../../../core/checks/check.ts';
import { STACKONE_ZOOM_REDIRECT } from '../../../core/profiles/zoom_connector.ts';
import type { LikelyCause } from '../../../core/proof/likely_cause.ts';
import { environmentNames, stackoneDashboard, zoomBuild, zoomTests } from '../product_words.ts';

export interface CauseWords {
  /** What is likely, in a sentence. */
  readonly likely: string;
  /** The same as a question, where only a check that is not passed leads there: "whether …". */
  readonly unsettled?: string;
  /** Who does what, in mrkdwn. */
  readonly next: string;
  readonly link: { readonly label: string; readonly url: string } | null;
}

/**
 * For whoever read it themselves: whether StackOne hears of what Zoom's own page refuses is not known (Z28). By Zoom's words, as its
 * numbers mislead.
 */
export const zoomSaidNo =
  "*Did Zoom's page say no?* “Invalid redirect” is about the redirect URL and the allow list in Zoom, “Invalid client_id” about the pair in StackOne's profile, “Invalid scope” about the scopes in Zoom. Other words are about who signs in: it may take an admin, an approval, or somebody of the account in which the app was made.";

const zoom = { label: 'Open Zoom Marketplace', url: zoomBuild };
const stackone = { label: 'Open StackOne', url: stackoneDashboard };

/** What people most likely have to do after a consent that did not succeed. Never a verdict: the checks stay as they were. */
export function causeWords(cause: LikelyCause, environment: EnvironmentKind): CauseWords {
  const name = environmentNames[environment];
  const inZoom = `in Zoom, with the toggle in the header on *${name}*`;
  switch (cause) {
    case 'redirect_not_allowed':
      return {
        likely: "Zoom does not allow StackOne's callback for this client ID.",
        unsettled: "whether Zoom allows StackOne's callback for this client ID.",
        next: `*A Zoom admin,* ${inZoom}: *Basic Information* > *OAuth Information*: the redirect URL and the allow list both hold \`${STACKONE_ZOOM_REDIRECT}\`, exactly so.`,
        link: zoom,
      };
    case 'wrong_client':
      return {
        likely: 'The profile holds another client ID or secret than this Zoom app has.',
        unsettled: 'whether the profile holds the client ID and secret of this Zoom app.',
        next: pasteAgain(name),
        link: stackone,
      };
    case 'other_environment':
      return {
        likely: `The profile holds the pair of the app's other environment, not of ${name}.`,
        next: pasteAgain(name),
        link: stackone,
      };
    case 'public_client':
      return {
        likely:
          'The profile holds the ID of the *public client*, which has no secret and looks like a client ID.',
        next: `${pasteAgain(name)} Not the ID below *Use Public Client OAuth*.`,
        link: stackone,
      };
    case 'not_zoom_admin':
      return {
        likely: 'Who signed in may not add the app to that Zoom account: it takes an admin there.',
        next: '*An owner or admin of the Zoom account* signs in at Zoom. Try again, and let that person do it, or sit beside you.',
        link: null,
      };
    case 'needs_approval':
      return {
        likely: 'That Zoom account allows only apps that its admin has approved.',
        next: '*An admin of that Zoom account* approves the app in the Zoom Marketplace (*Manage* > *Permissions* or *App Requests*). Then try again.',
        link: zoom,
      };
    case 'consent_declined':
      return {
        likely: 'The consent was declined at Zoom, or its page was left.',
        next: 'Nothing is wrong with the app because of that. Try again when somebody may consent.',
        link: null,
      };
    case 'not_ready': {
      const { name: wizard, ready } = zoomTests[environment];
      return {
        likely: `Zoom lets nobody add the app before ${wizard} shows _${ready}_.`,
        unsettled: `whether ${wizard} shows _${ready}_.`,
        next: `*A Zoom admin,* ${inZoom}: open *${wizard}*, and fill in what it lists until it shows that. Then try again.`,
        link: zoom,
      };
    }
    case 'not_shared':
      return {
        likely: `That Zoom account may not add this app: ${zoomTests[environment].name} opens it to ${environment === 'development' ? 'the account that owns it only' : 'invited accounts only'}.`,
        next:
          environment === 'development'
            ? '*You:* sign in with a user of the Zoom account in which the app was made, in a private window if your browser knows another one.'
            : '*A Zoom admin,* in Zoom: *Beta Test* > *Share App* with that account, or sign in with a user of the account in which the app was made.',
        link: zoom,
      };
    case 'scope_missing':
      return {
        likely: 'Zoom refused a scope, or StackOne asked for one that the app does not have.',
        next: `*An owner:* compare the scopes with *Scopes* ${inZoom}, and add there what is missing.`,
        link: zoom,
      };
    case 'app_disabled':
      return {
        likely: 'Zoom says that the app is disabled.',
        next: `*A Zoom admin* enables it again, ${inZoom}.`,
        link: zoom,
      };
    case 'took_too_long':
      return {
        likely: 'The sign-in took longer than the link, or the code that Zoom gave, was good for.',
        next: "Try again, and finish in one go: Zoom's code is good for 5 minutes.",
        link: null,
      };
  }
}

function pasteAgain(name: string): string {
  return `*Whoever may edit profiles in StackOne:* open the profile and paste *Client ID* and *Client Secret* again, from *${name}* of the Zoom app (*Basic Information* > *App Credentials*).`;
}
