import type { Environment, ZoomApp } from '../../../core/apps/zoom_app.ts';
import { STACKONE_ZOOM_REDIRECT } from '../../../core/profiles/zoom_connector.ts';
import { actionIds } from '../../action_ids.ts';
import type { KnownBlock } from '../../blocks/block_types.ts';
import { nth } from '../../blocks/elements.ts';
import { actions, codeBlocks, section } from '../../blocks/layout.ts';
import { count } from '../../blocks/text.ts';
import { compareButton } from '../manifest/manifest_sent.ts';
import { environmentNames, zoomBuild, zoomTests } from '../product_words.ts';
import type { GuideStep } from './guide_step.ts';

const credentialActions = [
  'wait_for_credentials',
  'confirm_credentials',
  'replace_secret',
  'enable_zoom_app',
] as const;

/** The steps in the Zoom Marketplace, with the labels of its pages (2026). */
export function zoomSteps(app: ZoomApp, environment: Environment): GuideStep[] {
  const kind = environmentNames[environment.kind];
  return [
    {
      title: 'Create the General app',
      words: `Sign in to <${zoomBuild}|the Zoom Marketplace> as the account's owner or admin, or with a role that has *Zoom for developers* (View and Edit). *Develop* > *Build App* > *General App* > *Create*. Rename it with the pencil, top left:`,
      blocks: codeBlocks([app.name]).blocks,
      provenBy: 'credentials',
      dueOn: credentialActions,
    },
    managementStep(app),
    {
      title: `Set the toggle in the header to ${kind}`,
      words: `Development and Production each have their own client ID, client secret and OAuth values. Everything below belongs to *${kind}*.`,
      provenBy: 'test_status',
      dueOn: credentialActions,
    },
    {
      ...credentialsWords(environment),
      blocks: codeBlocks([environment.clientId]).blocks,
      provenBy: 'credentials',
      dueOn: credentialActions,
    },
    {
      title: 'Set the redirect URL',
      words:
        '*Basic Information* > *OAuth Information*: paste this as *OAuth Redirect URL*, exactly as it stands, and see that *OAuth Allow Lists* contains it (add it by hand if not). *Use Strict Mode URL* and *Subdomain check* stay off.',
      blocks: [...codeBlocks([STACKONE_ZOOM_REDIRECT]).blocks, ...compareBlocks(app, 'redirect')],
      provenBy: 'redirect',
      dueOn: ['set_redirect'],
    },
    scopeStep(app),
    testStep(environment),
  ];
}

function credentialsWords({ hasSecret }: Environment): Pick<GuideStep, 'title' | 'words'> {
  const place = '*Basic Information* > *App Credentials*';
  const registered = 'Registered here is this client ID; it must be the one you see in Zoom:';
  return hasSecret
    ? {
        title: 'Give Greenroom the client ID and client secret',
        words: `${place}: copy *Client ID* and *Client Secret* (not the app ID in the address bar). ${registered}`,
      }
    : {
        title: 'Compare the client ID',
        words: `${place}: Greenroom has no secret of this app, and needs none. The *Client Secret* goes straight into StackOne below. ${registered}`,
      };
}

function managementStep(app: ZoomApp): GuideStep {
  const choice = app.managementType === 'admin' ? 'Admin-managed' : 'User-managed';
  return {
    title: `Choose ${choice}`,
    words: `*Basic Information* > *Select how the app is managed*: *${choice}*, then *Save*. Changing it later means checking features and scopes again.`,
    // Zoom offers the scopes of one management type only, so Ready with these scopes shows that it is right.
    provenBy: 'test_status',
    dueOn: credentialActions,
  };
}

function scopeStep(app: ZoomApp): GuideStep {
  const { blocks, left } = codeBlocks(
    app.scopes.map(({ scope }) => scope),
    15,
  );
  const suffix =
    app.managementType === 'admin' ? 'All of them end in `:admin`' : 'None of them ends in `:admin`';
  const description =
    app.scopeDescription.trim() === ''
      ? []
      : [
          section('Where Zoom asks what the scopes are for:'),
          ...codeBlocks([oneLine(app.scopeDescription)]).blocks,
        ];
  return {
    title: 'Add the scopes',
    words: `*Scopes* > *+ Add Scopes*: search, tick, *Done*. Zoom wants at least one before a test or sharing. ${suffix}, apart from a few exceptions. Declared here: ${count(app.scopes.length, 'scope')}.`,
    blocks: [
      ...blocks,
      ...(left > 0 ? [section(`… and ${count(left, 'more scope')}, which Slack cannot show here.`)] : []),
      ...description,
      ...compareBlocks(app, 'scopes'),
    ],
    provenBy: 'test_status',
    dueOn: ['fix_scopes', 'run_test', 'fill_missing_fields'],
  };
}

/** A manifest exported from Zoom shows both steps at once. `step`: makes the button's id unique in the guide. */
function compareBlocks({ id }: ZoomApp, step: string): KnownBlock[] {
  return actions([compareButton(id, nth(actionIds.compareManifest, step))]);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function testStep({ kind }: Environment): GuideStep {
  const { name, ready } = zoomTests[kind];
  const how =
    kind === 'development'
      ? `*Add your app* > *${name}*: fill in what it lists, look at *Preview Your App Listing Page*, then *Add app now*.`
      : `*${name}*: meet what *Requirements for Beta* lists, then *Add App*. For other accounts, *Request to Share* takes Zoom 3 to 4 business days.`;
  return {
    title: `See "${ready}"`,
    words: `${how} A General app has no Activate button. When it says "${ready}", press *It says Ready* on the card; if not, *Not ready yet* notes what is missing.`,
    provenBy: 'test_status',
    dueOn: ['run_test', 'fill_missing_fields'],
  };
}
