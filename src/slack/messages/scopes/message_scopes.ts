import type { ManagementType } from '../../../core/checks/check.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import { messageView } from '../../blocks/fit.ts';
import { section } from '../../blocks/layout.ts';
import { managementNames } from '../product_words.ts';

const say = (text: string): MessageView => messageView(text, [section(text)]);

/** What is said about the scopes of somebody's message. */
export const messageScopeTexts = {
  noScopes: () =>
    say(
      'Nothing in this message looks like a Zoom scope, such as user:read:user:admin. Files are not read: paste the list into `/zoom-scopes`.',
    ),
  secret: () =>
    say(
      ':lock: *This message seems to hold a secret.* Everybody here can read it: rotate it where it was made (a client secret in Zoom, *Basic Information* > *App Credentials*), then delete the message. Greenroom keeps nothing of it.',
    ),
  /** `isNamed`: the message itself says which type it is. */
  takenFor(managementType: ManagementType, isNamed: boolean): string {
    const [name, other] =
      managementType === 'admin'
        ? [managementNames.admin, 'user' as const]
        : [managementNames.user, 'admin' as const];
    const why = isNamed ? 'as the message says' : 'as most of these scopes are';
    return `Checked for ${name} apps, ${why}. For the other type: \`/zoom-scopes check ${other}\`, with the list.`;
  },
};
