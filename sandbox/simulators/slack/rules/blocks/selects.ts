import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { mustBeAmong } from './choices.ts';
import {
  actionable,
  confirmable,
  conversationFilter,
  focusable,
  option,
  optionGroup,
  placeholdable,
} from './objects.ts';
import { broken, channelId, conversationId, userId } from './text.ts';

const menu = { ...actionable, ...confirmable, ...focusable, ...placeholdable };
const many = { ...menu, max_selected_items: z.int().min(1).optional() };

const choices = {
  options: z.array(option).min(1).max(LIMITS.select.options).optional(),
  option_groups: z.array(optionGroup).min(1).max(LIMITS.select.groups).optional(),
};

type Refine = z.core.$RefinementCtx<unknown>;
interface Offered {
  readonly options?: readonly unknown[] | undefined;
  readonly option_groups?: readonly { readonly options: readonly unknown[] }[] | undefined;
}

function eitherOptionsOrGroups(menu: Offered, ctx: Refine): void {
  if (Boolean(menu.options) === Boolean(menu.option_groups))
    broken(ctx, 'options_or_groups', 'must define either `options` or `option_groups`', ['type']);
}

function offered(menu: Offered): readonly unknown[] {
  return menu.options ?? menu.option_groups?.flatMap((group) => group.options) ?? [];
}

/** No more may be chosen at the start than may be chosen at all. */
function withinMaximum(field: string) {
  return (menu: Readonly<Record<string, unknown>>, ctx: Refine): void => {
    const chosen = menu[field];
    const most = menu.max_selected_items;
    if (Array.isArray(chosen) && typeof most === 'number' && chosen.length > most)
      broken(ctx, 'too_many', `no more than ${most} items allowed`, [field]);
  };
}

const staticSelect = z
  .strictObject({ type: z.literal('static_select'), ...menu, ...choices, initial_option: option.optional() })
  .superRefine((select, ctx) => {
    eitherOptionsOrGroups(select, ctx);
    if (select.initial_option) mustBeAmong(ctx, offered(select), select.initial_option, ['initial_option']);
  });

const multiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...many,
    ...choices,
    initial_options: z.array(option).min(1).optional(),
  })
  .superRefine((select, ctx) => {
    eitherOptionsOrGroups(select, ctx);
    for (const [index, chosen] of (select.initial_options ?? []).entries())
      mustBeAmong(ctx, offered(select), chosen, ['initial_options', index]);
  })
  .superRefine(withinMaximum('initial_options'));

const minQueryLength = { min_query_length: z.int().min(0).optional() };

const externalSelect = z.strictObject({
  type: z.literal('external_select'),
  ...menu,
  ...minQueryLength,
  initial_option: option.optional(),
});

const multiExternalSelect = z
  .strictObject({
    type: z.literal('multi_external_select'),
    ...many,
    ...minQueryLength,
    initial_options: z.array(option).min(1).optional(),
  })
  .superRefine(withinMaximum('initial_options'));

const usersSelect = z.strictObject({
  type: z.literal('users_select'),
  ...menu,
  initial_user: userId.optional(),
});

const multiUsersSelect = z
  .strictObject({
    type: z.literal('multi_users_select'),
    ...many,
    initial_users: z.array(userId).min(1).optional(),
  })
  .superRefine(withinMaximum('initial_users'));

// Where response_url_enabled may be true depends on the surface: across_blocks.ts.
const responseUrl = { response_url_enabled: z.boolean().optional() };
const conversations = {
  default_to_current_conversation: z.boolean().optional(),
  filter: conversationFilter.optional(),
};

const conversationsSelect = z.strictObject({
  type: z.literal('conversations_select'),
  ...menu,
  ...conversations,
  ...responseUrl,
  initial_conversation: conversationId.optional(),
});

const multiConversationsSelect = z
  .strictObject({
    type: z.literal('multi_conversations_select'),
    ...many,
    ...conversations,
    initial_conversations: z.array(conversationId).min(1).optional(),
  })
  .superRefine(withinMaximum('initial_conversations'));

const channelsSelect = z.strictObject({
  type: z.literal('channels_select'),
  ...menu,
  ...responseUrl,
  initial_channel: channelId.optional(),
});

const multiChannelsSelect = z
  .strictObject({
    type: z.literal('multi_channels_select'),
    ...many,
    initial_channels: z.array(channelId).min(1).optional(),
  })
  .superRefine(withinMaximum('initial_channels'));

export const selects = [
  staticSelect,
  externalSelect,
  usersSelect,
  conversationsSelect,
  channelsSelect,
  multiStaticSelect,
  multiExternalSelect,
  multiUsersSelect,
  multiConversationsSelect,
  multiChannelsSelect,
] as const;
