import { z } from 'zod';
import { distinct } from '../blocks/objects.ts';
import { broken, chars } from '../blocks/text.ts';
import { LIMITS } from '../limits.ts';
import { listedFunctions, upTo, workflowSteps } from './manifest_hosted.ts';

const M = LIMITS.manifest;

function url(max: number) {
  return z
    .string()
    .regex(/^https?:\/\//)
    .max(max);
}

export const appDirectory = z.strictObject({
  app_directory_categories: z.array(chars(M.directory.category)).max(M.directory.categories).optional(),
  use_direct_install: z.boolean().optional(),
  direct_install_url: url(M.directory.url).optional(),
  installation_landing_page: url(M.directory.url),
  privacy_policy_url: url(M.directory.privacyUrl),
  support_url: url(M.directory.supportUrl),
  support_email: z.email().max(M.directory.email),
  supported_languages: z.array(z.string().max(M.directory.language)).min(1).max(M.directory.languages),
  pricing: chars(M.directory.pricing),
});

/** The schema asks for `/` first; spaces and capitals are refused by Slack's own form. */
const slashCommands = z
  .array(
    z.strictObject({
      command: chars(M.command.max, M.command.min).regex(/^\/[a-z0-9_-]+$/),
      url: url(M.commandUrl).optional(),
      description: chars(M.command.description),
      usage_hint: chars(M.command.usageHint).optional(),
      should_escape: z.boolean().optional(),
    }),
  )
  .min(1)
  .max(M.commands)
  .superRefine((commands, ctx) => {
    const names = commands.map(({ command }) => command);
    for (const [index, name] of names.entries())
      if (names.indexOf(name) < index)
        broken(ctx, 'duplicate_command', `"${name}" already exists`, [index, 'command']);
  });

const shortcuts = z
  .array(
    z.strictObject({
      name: chars(M.shortcuts.name),
      type: z.enum(['message', 'global']),
      callback_id: chars(M.shortcuts.callbackId),
      description: chars(M.shortcuts.description),
    }),
  )
  .min(1)
  .max(M.shortcuts.items);

const prompts = z.array(z.strictObject({ title: z.string(), message: z.string() }));

export const features = z.strictObject({
  app_home: z
    .strictObject({
      home_tab_enabled: z.boolean().optional(),
      messages_tab_enabled: z.boolean().optional(),
      messages_tab_read_only_enabled: z.boolean().optional(),
    })
    .optional(),
  bot_user: z
    .strictObject({ display_name: chars(M.displayName), always_online: z.boolean().optional() })
    .optional(),
  slash_commands: slashCommands.optional(),
  shortcuts: shortcuts.optional(),
  functions: listedFunctions.optional(),
  workflow_steps: workflowSteps.optional(),
  unfurl_domains: distinct(
    z
      .array(
        z
          .string()
          .regex(/^[a-z0-9][-a-z0-9.]*[a-z0-9]$/)
          .max(M.unfurlDomains.length),
      )
      .min(1)
      .max(M.unfurlDomains.items),
  ).optional(),
  assistant_view: z
    .strictObject({ assistant_description: z.string(), suggested_prompts: prompts.optional() })
    .optional(),
  agent_view: z
    .strictObject({
      agent_description: z.string().max(M.agentDescription).optional(),
      suggested_prompts: prompts.max(M.prompts).optional(),
      actions: z.array(z.strictObject({ name: z.string(), description: z.string() })).optional(),
    })
    .optional(),
});

const scopes = z.array(z.string().max(M.scopes.length)).max(M.scopes.items).optional();

/** docs: app manifest. An optional scope is one of those that are asked for, marked (slack-cli#517). */
function optionalOnesAreListed(
  lists: Partial<Record<'bot' | 'user' | 'bot_optional' | 'user_optional', string[] | undefined>>,
  ctx: z.RefinementCtx,
): void {
  for (const kind of ['bot', 'user'] as const) {
    for (const [index, scope] of (lists[`${kind}_optional`] ?? []).entries()) {
      if (lists[kind]?.includes(scope) === true) continue;
      broken(ctx, 'optional_scope', `"${scope}" must also be in \`${kind}\``, [`${kind}_optional`, index]);
    }
  }
}

export const oauthConfig = z.strictObject({
  redirect_urls: distinct(
    z.array(z.string().max(M.redirectUrls.length)).max(M.redirectUrls.items),
  ).optional(),
  scopes: z
    .strictObject({ user: scopes, bot: scopes, user_optional: scopes, bot_optional: scopes })
    .superRefine(optionalOnesAreListed)
    .optional(),
  token_management_enabled: z.boolean().optional(),
  pkce_enabled: z.boolean().optional(),
});

const events = distinct(z.array(z.string().max(M.events.length)).max(M.events.items)).optional();

const metadataSubscriptions = z
  .array(
    z.strictObject({ app_id: z.string(), event_type: z.string().max(M.metadataSubscriptions.eventType) }),
  )
  .min(1)
  .max(M.metadataSubscriptions.items)
  .superRefine((items, ctx) => {
    if (new Set(items.map((one) => `${one.app_id} ${one.event_type}`)).size < items.length)
      broken(ctx, 'not_unique', 'items must be unique');
  });

const ipRange =
  /^(([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])\.){3}([0-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5])(\/(3[0-2]|[1-2][0-9]|[0-9]))?$/;

export const settings = z.strictObject({
  allowed_ip_address_ranges: distinct(z.array(z.string().regex(ipRange)).min(1).max(M.ipRanges)).optional(),
  event_subscriptions: z
    .strictObject({
      request_url: url(M.requestUrl).optional(),
      user_events: events,
      bot_events: events,
      metadata_subscriptions: metadataSubscriptions.optional(),
    })
    .optional(),
  incoming_webhooks: z.strictObject({ incoming_webhooks_enabled: z.boolean().optional() }).optional(),
  interactivity: z
    .strictObject({
      is_enabled: z.boolean(),
      request_url: url(M.requestUrl).optional(),
      message_menu_options_url: url(M.requestUrl).optional(),
    })
    .optional(),
  org_deploy_enabled: z.boolean().optional(),
  socket_mode_enabled: z.boolean().optional(),
  is_hosted: z.boolean().optional(),
  token_rotation_enabled: z.boolean().optional(),
  siws_links: z
    .strictObject({
      initiate_uri: z
        .string()
        .regex(/^https:\/\//)
        .max(M.requestUrl)
        .optional(),
    })
    .optional(),
  hermes_app_type: z.string().optional(),
  function_runtime: z.string().optional(),
  is_mcp_enabled: z.boolean().optional(),
});

export const mcpServers = upTo(
  M.mcpServers.items,
  z.strictObject({
    url: z
      .string()
      .regex(/^https:\/\//)
      .max(M.mcpServers.url),
    auth_type: z.enum(['dynamic_client_registration', 'no_auth', 'manual_auth', 'slack_identity_auth']),
    auth_provider_key: z.string().max(M.mcpServers.authProviderKey).optional(),
    headers: z.record(z.string(), z.string()).optional(),
  }),
);
