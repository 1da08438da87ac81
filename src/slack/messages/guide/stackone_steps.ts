import type { Environment, ZoomAppCard } from '../../../core/apps/zoom_app.ts';
import { codeBlocks } from '../../blocks/layout.ts';
import { environmentNames, stackoneDashboard } from '../product_words.ts';
import type { GuideStep } from './guide_step.ts';

const profileActions = ['create_profile', 'enable_profile', 'recreate_profile', 'repair_stackone'] as const;

/** The steps in StackOne's dashboard, as at the end of each of its connector guides. */
export function stackoneSteps(card: ZoomAppCard, environment: Environment): GuideStep[] {
  const kind = environmentNames[environment.kind];
  const profileStep = (title: string, words: string): GuideStep => ({
    title,
    words,
    provenBy: 'connector_profile',
    dueOn: profileActions,
  });
  return [
    profileStep(
      'Open Connector Profiles',
      `Sign in to <${stackoneDashboard}|StackOne> as someone who may create profiles (Project Admin) and open *Connector Profiles*.`,
    ),
    profileStep('Add a profile', 'Press *+ Connector Profile*.'),
    profileStep('Select Zoom', 'Search and select *Zoom* (not ZoomInfo).'),
    profileStep('Type', 'Choose *OAuth 2.0*.'),
    {
      ...profileStep(
        'Fill in the fields shown',
        `*Client ID* and *Client Secret* are those of *${kind}*. ${secretWords(environment)} Where it asks for a name, this one lets Greenroom recognise the profile:`,
      ),
      blocks: codeBlocks([profileName(card, environment)]).blocks,
    },
    profileStep('Actions', 'Select the actions to enable, if you like; it can wait.'),
    profileStep(
      'Create profile',
      `Press *Create profile*. Greenroom is watching StackOne's list and says so in the channel when the profile is there.`,
    ),
    {
      title: 'Link the first account',
      words:
        'Press *Prove it works* on the card, or link a Zoom account through the profile here. Only that shows that the profile holds the right credentials. Greenroom is watching for it.',
      provenBy: 'linked_account',
      dueOn: ['prove_profile', 'link_account', 'repair_account'],
    },
  ];
}

const secretWords = ({ hasSecret }: Environment): string =>
  hasSecret
    ? 'Paste the secret straight from Zoom: Greenroom never shows it and never sends it to StackOne.'
    : 'Paste the client secret straight from Zoom into StackOne: Greenroom does not have it.';

/** Profiles are recognised by name; where an app has two environments, the name tells which one it is for. */
function profileName({ app, environments }: ZoomAppCard, { kind }: Environment): string {
  return environments.length > 1 ? `${app.name} ${environmentNames[kind]}` : app.name;
}
