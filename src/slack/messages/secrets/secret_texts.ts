import type { MessageView } from '../../blocks/block_types.ts';
import { firstAdmin } from '../roles/denied_words.ts';
import { Operator } from '../support_contact.ts';

const say = (text: string): MessageView => ({ text, blocks: [] });

/** Why something about client secrets was not done. */
export const secretTexts = {
  never(): MessageView {
    return say(
      'Greenroom takes no client secrets here any more, so nothing was saved. What you typed went through Slack: replace that secret in Zoom (*Basic Information* > *App Credentials*), put the new one straight into StackOne, and open the form again: the client ID is enough.',
    );
  },
  adminUnknown(): MessageView {
    return say(
      `That is for admins, nobody is named as one yet, and Slack did not say who administers this workspace, so nothing was changed. ${firstAdmin}`,
    );
  },
  configured(): MessageView {
    return say(`${Operator} has decided that it takes no client secrets. That cannot be changed here.`);
  },
} as const;
