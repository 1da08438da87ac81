import type { WhomToAsk } from '../../../usecases/roles/whom_to_ask.ts';
import { people } from '../../blocks/text.ts';
import { Operator, operator } from '../support_contact.ts';

/** Admins who can do what a person was denied; undefined where nobody looked them up. */
export type AdminsToAsk = Omit<WhomToAsk, 'owners'>;

/** How a workspace gets its first admin. */
export const firstAdmin = `${Operator} names the first one with \`GREENROOM_ADMINS\`; or, with the scope \`users:read\`, admins of the Slack workspace are admins here too.`;

/**
 * Something of an app that is for its owners: they are asked first, then admins, then whoever runs Greenroom. `owners`: those who can
 * be reached; null where they were not looked up.
 */
export function ownersOnlyWords(owners: readonly string[] | null, admins?: AdminsToAsk): string {
  const denied = 'Only owners of this Zoom app may do that';
  if (owners?.length === 0 && admins !== undefined)
    return `${denied}, and none of them can be reached. ${askAdmin(admins)} Or take it over: \`/zoom-app takeover\` in its channel makes you an owner after a day.`;
  const who =
    owners === null || owners.length === 0
      ? 'One of its owners can'
      : `Ask an owner: ${people(owners)}. They can`;
  return `${denied}. ${who} do it, or make you an owner with *Edit*.${adminToo(admins)} No answer? \`/zoom-app takeover\` in its channel makes you an owner too after a day, unless one objects.`;
}

/** Something that is for admins alone. */
export function adminsOnlyWords(admins?: AdminsToAsk): string {
  return `Only admins of Greenroom may do that here.${admins === undefined ? '' : ` ${askAdmin(admins)}`}`;
}

function askAdmin({ admins, slackAdmins }: AdminsToAsk): string {
  if (admins.length > 0) return `Ask an admin: ${people(admins)}.`;
  if (slackAdmins) return 'Ask an admin or owner of this Slack workspace.';
  return `Nobody is named as an admin yet: ask ${operator} to name one, with \`GREENROOM_ADMINS\`.`;
}

function adminToo({ admins, slackAdmins }: AdminsToAsk = { admins: [], slackAdmins: false }): string {
  if (admins.length > 0) return ` An admin can do it too: ${people(admins)}.`;
  return slackAdmins ? ' An admin or owner of this Slack workspace can do it too.' : '';
}
