import type { types } from '@slack/bolt';
import { LONGEST_NAME } from '../../core/apps/app_name.ts';
import { type EnvironmentKind, environmentKinds, type ManagementType } from '../../core/checks/check.ts';
import { MOST_OWNERS } from '../../core/ownership/owners.ts';
import type { KnownBlock } from '../blocks/block_types.ts';
import { plain } from '../blocks/elements.ts';
import { limits } from '../blocks/limits.ts';
import type { TypedByBlock } from '../requests/requests.ts';
import { input, option, textInput, typedIn } from './inputs.ts';

/** What the registration and the edit ask about an app itself. */
export interface Basics {
  readonly name: string;
  readonly managementType: ManagementType | null;
  readonly environments: readonly EnvironmentKind[];
  readonly owners: readonly string[];
  readonly channelId: string | null;
  readonly purpose: string;
}

export const basicsBlocks = {
  name: 'name',
  managementType: 'management_type',
  environments: 'environments',
  owners: 'owners',
  channel: 'channel',
  purpose: 'purpose',
} as const;

export type BasicsBlock = keyof typeof basicsBlocks;

export const LONGEST_PURPOSE = 500;

const managementOptions = [
  option('Admin-managed', 'admin', 'Account-wide data, authorised by a Zoom admin'),
  option('User-managed', 'user', 'Only the data of whoever authorises it'),
];
const environmentOptions = [
  option('Development', 'development', 'To build and test; its Local Test must say Ready'),
  option('Production', 'production', 'For real accounts; its Beta Test must say Ready'),
];

/** `round`: new block ids, so that Slack shows these values instead of those in the fields. */
export function basicsFields(basics: Basics, round: number, asked: readonly BasicsBlock[]): KnownBlock[] {
  const at = (block: BasicsBlock) => blockOf(block, round);
  const fields: Record<BasicsBlock, () => KnownBlock> = {
    name: () =>
      textInput(
        {
          block: at('name'),
          label: 'Name',
          hint: 'As it is called in Zoom, so that everybody recognises it.',
        },
        { initial: basics.name, max: LONGEST_NAME, placeholder: 'StackOne Integration' },
      ),
    managementType: () => managementField(at('managementType'), basics.managementType),
    environments: () => environmentsField(at('environments'), basics.environments),
    owners: () => ownersField(at('owners'), basics.owners),
    channel: () => channelField(at('channel'), basics.channelId),
    purpose: () =>
      textInput(
        {
          block: at('purpose'),
          label: 'Purpose',
          optional: true,
          hint: 'What the integration is for, in a sentence.',
        },
        { initial: basics.purpose, max: LONGEST_PURPOSE, multiline: true },
      ),
  };
  return asked.map((block) => fields[block]());
}

export function blockOf(block: BasicsBlock, round: number): string {
  return round === 0 ? basicsBlocks[block] : `${basicsBlocks[block]}_${round}`;
}

function managementField(block: string, chosen: ManagementType | null): KnownBlock {
  const initial = managementOptions.find(({ value }) => value === chosen);
  const element: types.RadioButtons = {
    type: 'radio_buttons',
    action_id: block,
    options: managementOptions,
    ...(initial === undefined ? {} : { initial_option: initial }),
  };
  return input(
    { block, label: 'Who manages it in Zoom?', hint: 'Decides which scopes it may have.' },
    element,
  );
}

function environmentsField(block: string, chosen: readonly EnvironmentKind[]): KnownBlock {
  const initial = environmentOptions.filter(({ value }) => chosen.some((kind) => kind === value));
  return input(
    { block, label: 'Environments', hint: 'Production can be added later.' },
    {
      type: 'checkboxes',
      action_id: block,
      options: environmentOptions,
      ...(initial.length === 0 ? {} : { initial_options: initial }),
    },
  );
}

function ownersField(block: string, owners: readonly string[]): KnownBlock {
  return input(
    {
      block,
      label: 'Owners',
      hint: 'They may change it, and are told when something breaks. User groups: /zoom-app groups, later.',
    },
    {
      type: 'multi_users_select',
      action_id: block,
      placeholder: plain('Choose people', limits.placeholder),
      max_selected_items: MOST_OWNERS,
      ...(owners.length === 0 ? {} : { initial_users: [...owners] }),
    },
  );
}

function channelField(block: string, channelId: string | null): KnownBlock {
  return input(
    { block, label: 'Channel', hint: 'Gets the status card. Invite Greenroom there if it is not in it yet.' },
    {
      type: 'conversations_select',
      action_id: block,
      placeholder: plain('Choose a channel', limits.placeholder),
      filter: { include: ['public', 'private'], exclude_bot_users: true },
      ...(channelId === null ? {} : { initial_conversation: channelId }),
    },
  );
}

export function readBasics(typed: TypedByBlock, round = 0): Basics {
  const at = (block: BasicsBlock) => typedIn(typed, blockOf(block, round));
  const kinds = at('environments').options;
  const type = at('managementType').option;
  return {
    name: at('name').text.replace(/\s+/g, ' ').trim(),
    managementType: type === 'admin' || type === 'user' ? type : null,
    environments: environmentKinds.filter((kind) => kinds.includes(kind)),
    owners: at('owners').users,
    channelId: at('channel').conversation,
    purpose: at('purpose').text.trim(),
  };
}
