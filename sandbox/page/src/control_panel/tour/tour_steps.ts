import type { Snapshot } from '../../../../server/contract.ts';
import type { HostName } from '../../../../server/snapshot/control_panel_seen.ts';

export interface TourStep {
  readonly title: string;
  readonly words: string;
  readonly where: HostName | 'slack_channel';
  readonly isDone: (seen: Snapshot) => boolean;
}

/** The text of the app's messages, without threads and ephemeral messages. */
const cards = ({ messages }: Snapshot): string[] =>
  messages
    .filter(({ author, ephemeral, threadTs }) => author.kind === 'bot' && !ephemeral && threadTs === null)
    .map(({ blocks }) => JSON.stringify(blocks));

const says = (seen: Snapshot, words: RegExp): boolean => cards(seen).some((card) => words.test(card));

/** A card names the check in its line "*Passed:* credentials, redirect URL · 2 verified"; what follows that line does not count. */
const passed = {
  credentials: /\*Passed:[^·:"\\]*credentials/,
  redirect: /\*Passed:[^·:"\\]*redirect URL/,
  testStatus: /\*Passed:[^·:"\\]*Zoom test status/,
  linkedAccount: /\*Passed:[^·:"\\]*linked account/,
};

/** The main job in six steps; each is done when its effect is seen, in any order. */
export const tourSteps: readonly TourStep[] = [
  {
    title: 'Build the app in Zoom',
    words: 'Be the Zoom admin for a moment: press *Create in Zoom* below.',
    where: 'zoom',
    isDone: ({ controlPanel }) => controlPanel.zoomApps.length > 0,
  },
  {
    title: 'Register it with Greenroom',
    words:
      'In #zoom-integration type `/zoom-app register`. Copy the client ID and the secret from the Zoom card.',
    where: 'slack_channel',
    isDone: (seen) => says(seen, passed.credentials),
  },
  {
    title: 'Tell Greenroom about the redirect URL',
    words: 'The status card in the channel says what is next and who does it. Press *It is set* there.',
    where: 'slack_channel',
    isDone: (seen) => says(seen, passed.redirect),
  },
  {
    title: 'Let Zoom say Ready',
    words:
      'Switch on *Local Test shows Ready* in the Zoom card, then press *It says Ready* on the status card.',
    where: 'zoom',
    isDone: (seen) => says(seen, passed.testStatus),
  },
  {
    title: 'Create the connector profile',
    words: 'Press *Create the profile* in the StackOne card. Greenroom sees it by itself.',
    where: 'stackone',
    isDone: (seen) => says(seen, /connector profile was created/),
  },
  {
    title: 'Link the first account',
    words:
      'Press *Link an account* at the profile, which proves the credentials, then *Check now* on the card.',
    where: 'stackone',
    isDone: (seen) => says(seen, passed.linkedAccount),
  },
];
