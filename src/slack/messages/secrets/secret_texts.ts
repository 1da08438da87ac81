import type { MessageView } from '../../blocks/block_types.ts';
import { Operator, operator } from '../support_contact.ts';

const say = (text: string): MessageView => ({ text, blocks: [] });

/** Why something about client secrets was not done. */
export const secretTexts = {
  never(): MessageView {
    return say(
      'Greenroom takes no client secrets here any more, so nothing was saved. What you typed went through Slack: replace that secret in Zoom (*Basic Information* > *App Credentials*), put the new one straight into StackOne, and open the form again: the client ID is enough.',
    );
  },
  notAdmin(): MessageView {
    return say(
      'Only an admin or owner of this Slack workspace can decide that for everybody. An owner of a Zoom app can have its own secret forgotten: *Forget the secret* in `/zoom-app show`.',
    );
  },
  adminUnknown(): MessageView {
    return say(
      `Slack did not say who administers this workspace, so nothing was changed. If this stays, Greenroom may lack the scope \`users:read\`; ${operator} can grant it, or set \`SECRETS=never\`.`,
    );
  },
  configured(): MessageView {
    return say(`${Operator} has decided that it takes no client secrets. That cannot be changed here.`);
  },
} as const;
