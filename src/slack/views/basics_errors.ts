import { isName, LONGEST_NAME, nameKey } from '../../core/apps/app_name.ts';
import type { NoOwner } from '../../core/apps/member_status.ts';
import { MOST_OWNERS } from '../../core/ownership/owners.ts';
import { secretIn } from '../../core/secrets/find_secrets.ts';
import { wordList } from '../blocks/text.ts';
import { type Basics, type BasicsBlock, blockOf, LONGEST_PURPOSE } from './basics_fields.ts';

/** Rejected input that Slack's client accepts; by block id. */
export function basicsErrors(
  basics: Basics,
  round: number,
  asked: readonly BasicsBlock[],
): Record<string, string> {
  const errors: Partial<Record<BasicsBlock, string>> = {};
  const inName = nameError(basics.name);
  if (inName !== null) errors.name = inName;
  if (basics.managementType === null)
    errors.managementType = 'Choose one; Zoom asks the same under Basic Information.';
  if (basics.environments.length === 0) errors.environments = 'Choose at least one.';
  if (basics.owners.length === 0) errors.owners = 'Somebody must own it: choose at least one person.';
  else if (basics.owners.length > MOST_OWNERS) errors.owners = `At most ${MOST_OWNERS} people.`;
  if (basics.channelId === null) errors.channel = 'Choose the channel that shall see its status.';
  if ([...basics.purpose].length > LONGEST_PURPOSE) errors.purpose = `At most ${LONGEST_PURPOSE} characters.`;
  else if (secretIn(basics.purpose) !== null) errors.purpose = secretHere;
  return Object.fromEntries(
    asked.flatMap((block) => {
      const error = errors[block];
      return error === undefined ? [] : [[blockOf(block, round), error]];
    }),
  );
}

/** Why this cannot be the name of an app; null: it can. */
export function nameError(name: string): string | null {
  if (nameKey(name) === '') return 'Give it a name with at least one letter or digit.';
  if (!isName(name)) return `At most ${LONGEST_NAME} characters.`;
  return secretIn(name) === null ? null : secretHere;
}

/** At a field that others see. */
export const secretHere =
  'This looks like a secret. Remove it here, and make a new one where it came from: others could see this field.';

const whys: Readonly<Record<NoOwner, string>> = {
  external: 'people of another workspace',
  bot: 'bots',
  deactivated: 'deactivated accounts',
  not_found: 'people whom Slack does not know',
};

/** Where there is no field for the error text. */
export const onlyPeopleOwn =
  'Only people of this workspace can own it. Take out bots, deactivated accounts and people of other workspaces.';

/** A field's error is plain text and cannot mention anybody, so it says what is not possible. */
export function noOwnerText(rejectedOwners: readonly { readonly why: NoOwner }[]): string {
  const kinds = [...new Set(rejectedOwners.map(({ why }) => whys[why]))];
  return `Only people of this workspace can own it. Take out ${wordList(kinds)}.`;
}

export function nameTakenText(name: string): string {
  return `“${name}” is registered already. Choose another name, or type /zoom-app show ${name} to see it.`;
}
