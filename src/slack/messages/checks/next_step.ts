import { isFailing } from '../../../core/accounts/account_state.ts';
import type { Environment } from '../../../core/apps/zoom_app.ts';
import type { Check, EnvironmentKind } from '../../../core/checks/check.ts';
import type { CheckDetail, Retry } from '../../../core/checks/check_detail.ts';
import { doerOf, type NextAction, nextAction } from '../../../core/checks/next_action.ts';
import { pauseOf } from '../../../core/checks/retry_check.ts';
import { STACKONE_ZOOM_REDIRECT } from '../../../core/profiles/zoom_connector.ts';
import { wordList } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { checkTitles, doerWords, environmentNames, zoomTests } from '../product_words.ts';
import { missingList } from './check_meaning.ts';
import { shortSteps } from './short_steps.ts';
import { type StepLink, stepLinks } from './step_links.ts';
import { isUnknownReason, unknownReasonRemedy } from './unknown_reason_words.ts';

export interface NextStep {
  readonly action: NextAction;
  /** "a Zoom admin"; `null` when nobody has to do anything. */
  readonly whom: string | null;
  /** What to do and where to click, in mrkdwn; a few words for a list. */
  readonly words: string;
  readonly short: string;
  readonly link: StepLink | null;
}

/** The one thing to do next for an environment. */
export function nextStepFor({
  checks,
  kind,
  pendingClientId,
}: Pick<Environment, 'checks' | 'kind' | 'pendingClientId'>): NextStep {
  return nextStep(checks, kind, pendingClientId !== null);
}

/** The same, from these checks alone. `pairWaits`: there is a pending pair. */
export function nextStep(checks: readonly Check[], kind: EnvironmentKind, pairWaits = false): NextStep {
  const action = nextAction(checks, pairWaits);
  const doer = doerOf(action);
  return {
    action,
    whom: doer === 'greenroom' ? null : doerWords[doer],
    words: words(action, checks, kind),
    short: shortSteps[action],
    link: stepLinks[action],
  };
}

function words(action: NextAction, checks: readonly Check[], kind: EnvironmentKind): string {
  const environment = environmentNames[kind];
  const test = zoomTests[kind];
  const inZoom = `In Zoom, set the toggle in the header to *${environment}*`;
  switch (action) {
    case 'wait_for_credentials':
      return waiting(checks);
    case 'confirm_credentials':
      return `${unanswered(checks)} ${inZoom} and open *Basic Information* > *App Credentials*. If client ID and secret are the same, press *I checked them in Zoom*; if not, *Replace the secret*.`;
    case 'replace_secret':
      return `${inZoom} and open *Basic Information* > *App Credentials*. Copy *Client ID* and *Client Secret* (not the app ID in the address bar) and press *Replace the secret*.${
        wasRefused(checks) ? ' A secret of the other environment is the usual cause.' : ''
      }`;
    case 'enable_zoom_app':
      return 'Open the app in the Zoom Marketplace and see why it is disabled; Zoom also tells its developer by e-mail. Enable it again, then press *Check now*.';
    case 'fix_scopes':
      return 'Press *Edit scopes*: each scope that needs attention is named there, with the right one where Zoom has it. Then make the same change in Zoom, under *Scopes* > *+ Add Scopes*.';
    case 'set_redirect':
      return `${inZoom} and open *Basic Information* > *OAuth Information*. Paste \`${STACKONE_ZOOM_REDIRECT}\` as *OAuth Redirect URL*, see that *OAuth Allow Lists* contains it too, then press *It is set*.`;
    case 'run_test':
      return `${inZoom}. Under *Scopes* > *+ Add Scopes* select the declared scopes (at least one; *Show me how* lists them) and press *Done*. ${
        kind === 'development' ? 'Then open *Add your app* > *Local Test*.' : 'Then open *Beta Test*.'
      } Does it say "${test.ready}"? Press *It says Ready*, or *Not ready yet* to note what is missing.`;
    case 'fill_missing_fields':
      return missing(checks, kind);
    case 'create_profile':
      return 'In StackOne, open *Connector Profiles* > *+ Connector Profile*, select *Zoom* (not ZoomInfo) and type *OAuth 2.0*, paste *Client ID* and *Client Secret* straight from Zoom, and press *Create profile*. If it asks for a name, the one under *Show me how* lets Greenroom recognise it. Greenroom is watching and will say so here.';
    case 'enable_profile':
      return 'In StackOne, open *Connector Profiles* and enable the profile again. Greenroom sees it by itself.';
    case 'recreate_profile':
      return 'In StackOne, open *Connector Profiles*: the profile is no longer there. Create it again (*+ Connector Profile* > *Zoom* > *OAuth 2.0*). Greenroom treats it as a new one.';
    case 'repair_stackone':
      return repair(checks);
    case 'prove_profile':
      return 'Press *Prove it works*: a sign-in at Zoom through the profile shows that its credentials work. Or link a first Zoom account through it in StackOne; Greenroom sees it by itself.';
    case 'link_account':
      return 'Link the first Zoom account in StackOne, or let an owner press *Prove it works*: either shows whether the credentials are right.';
    case 'repair_account':
      return repairAccount(checks);
    case 'confirm_again':
      return confirmAgain(checks, kind);
    case 'none':
      return nothingOpen(checks);
  }
}

/** With *Link again* only where cards offer it. */
function repairAccount(checks: readonly Check[]): string {
  const { notActive = [], tied } = accountsIn(checks);
  const why =
    'In StackOne, open the linked accounts and see why none is active; often the person has to authorise Zoom again.';
  const again =
    tied !== false && notActive.some(isFailing)
      ? ' An owner gets a link for that with *Link again* on the card.'
      : '';
  return `${why}${again} Greenroom sees by itself that it works again.`;
}

function accountsIn(checks: readonly Check[]): CheckDetail {
  return checks.find(({ name }) => name === 'linked_account')?.detail ?? {};
}

/** A profile works as long as one account does, so the check passes while others fail. */
function nothingOpen(checks: readonly Check[]): string {
  const { notActive = [], tied } = accountsIn(checks);
  if (!notActive.some(isFailing))
    return 'Nothing to do. Greenroom keeps looking and says so here if something breaks.';
  return `Every check passes, but a linked account fails: *Linked account* says which. ${
    tied === true ? 'Press *Link again*' : 'Look at it in StackOne'
  }, or leave it to its owner.`;
}

function pauseOfZoom(checks: readonly Check[]): Retry | null {
  const credentials = checks.find(({ name }) => name === 'credentials');
  return credentials === undefined ? null : pauseOf(credentials);
}

/** The first probe, or an automatic retry. The card is not redrawn at every retry, so "from then on". */
function waiting(checks: readonly Check[]): string {
  const pause = pauseOfZoom(checks);
  return pause === null
    ? 'Greenroom is asking Zoom whether it accepts this pair. There is nothing to do.'
    : `Zoom has not answered about this pair yet. Greenroom asks again by itself, from ${moment(new Date(pause.nextAt))} on, until it does. There is nothing to do.`;
}

function unanswered(checks: readonly Check[]): string {
  const pause = pauseOfZoom(checks);
  return pause === null
    ? 'Zoom gave no clear answer about this pair.'
    : `Zoom has given no answer since ${moment(new Date(pause.since))}, and Greenroom goes on asking. You can also look yourself.`;
}

function wasRefused(checks: readonly Check[]): boolean {
  return checks.some(({ name, lastKnown }) => name === 'credentials' && lastKnown === 'failed');
}

function missing(checks: readonly Check[], kind: EnvironmentKind): string {
  const fields = checks.find(({ name }) => name === 'test_status')?.detail.missing ?? [];
  const list = fields.length === 0 ? 'what the test page lists' : `what is missing (${missingList(fields)})`;
  return `In Zoom, with the toggle on *${environmentNames[kind]}*, fill in ${list}. Then look at *${zoomTests[kind].name}* again and press *It says Ready* or *Not ready yet*.`;
}

function confirmAgain(checks: readonly Check[], kind: EnvironmentKind): string {
  const titles = checks
    .filter(({ reason }) => reason === 'attestation_expired')
    .map(({ name }) => `*${checkTitles[name]}*`);
  return `Nothing is known to be wrong. Nobody has confirmed ${wordList(titles)} for a while: look in Zoom, with the toggle on *${environmentNames[kind]}*, then press *Still so* or *Not any more*.`;
}

function repair(checks: readonly Check[]): string {
  const reason = checks.find(({ name }) => name === 'connector_profile')?.reason ?? null;
  const remedy = isUnknownReason(reason) ? unknownReasonRemedy(reason) : '';
  return `Greenroom cannot look into StackOne, so it would not see the profile. ${remedy}`.trim();
}
