import { z } from 'zod';
import { distinct } from '../blocks/objects.ts';
import { broken, chars } from '../blocks/text.ts';
import { LIMITS } from '../limits.ts';
import { isFields } from '../pointer.ts';
import type { Violation } from '../violation.ts';
import { check } from '../wording.ts';
import {
  authProviders,
  datastores,
  functions,
  type MajorVersion,
  types,
  workflows,
} from './manifest_hosted.ts';
import { appDirectory, features, mcpServers, oauthConfig, settings } from './manifest_parts.ts';

type Refine = z.core.$RefinementCtx<unknown>;
const M = LIMITS.manifest;

/**
 * The rules of Slack's published manifest schema (slackapi/manifest-schema v0.5.0), written anew, and what Slack is known to want
 * beyond them: the scope of commands, an address for everything without Socket Mode, what custom steps of a Bolt app need.
 */
function manifestOf(version: MajorVersion) {
  return z
    .strictObject({
      $schema: z.url().optional(),
      _metadata: metadataOf(version).optional(),
      display_information: displayInformation,
      app_directory: appDirectory.optional(),
      features: features.optional(),
      oauth_config: oauthConfig.optional(),
      settings: settings.optional(),
      functions: functions(version).optional(),
      workflows: workflows(version).optional(),
      datastores: datastores.optional(),
      types: types.optional(),
      external_auth_providers: authProviders.optional(),
      outgoing_domains: outgoingDomains.optional(),
      mcp_servers: mcpServers.optional(),
    })
    .superRefine((app, ctx) => {
      commandsNeedTheirScope(app, ctx);
      if (app.settings?.socket_mode_enabled !== true) everyUrlIsThere(app, ctx);
      // Version 2 is what apps are written in that Slack hosts; how their steps run is decided elsewhere.
      if (version === 1 && Object.keys(app.functions ?? {}).length > 0) functionsCanRun(app, ctx);
    });
}

const metadataOf = (version: MajorVersion) =>
  z.strictObject({
    schema_version: z.int().optional(),
    min_version: z.int().optional(),
    major_version: version === 1 ? z.literal(1).optional() : z.literal(2),
    minor_version: z.int().optional(),
  });

const displayInformation = z.strictObject({
  name: chars(M.name),
  description: chars(M.description).optional(),
  long_description: chars(M.longDescription.max, M.longDescription.min).optional(),
  background_color: z
    .string()
    .regex(/^#[0-9a-fA-F]{3}([0-9a-fA-F]{3})?$/)
    .optional(),
});

const outgoingDomains = distinct(
  z
    .array(
      z
        .string()
        .regex(/^[a-z0-9][-a-z0-9.]*[a-z0-9]$/)
        .max(M.outgoingDomains.length),
    )
    .max(M.outgoingDomains.items),
);

interface Manifest {
  readonly features?: z.infer<typeof features> | undefined;
  readonly oauth_config?: z.infer<typeof oauthConfig> | undefined;
  readonly settings?: z.infer<typeof settings> | undefined;
}

function commandsNeedTheirScope(app: Manifest, ctx: Refine): void {
  const used = app.features?.slash_commands ?? app.features?.shortcuts;
  if (!used || app.oauth_config?.scopes?.bot?.includes('commands')) return;
  broken(ctx, 'missing_scope', 'slash commands and shortcuts require the bot scope `commands`', [
    'oauth_config',
  ]);
}

/** Without Socket Mode Slack must know where to send things. */
function everyUrlIsThere(app: Manifest, ctx: Refine): void {
  const absent = (path: PropertyKey[], field: string) =>
    broken(ctx, 'missing_field', `missing required field: ${field}`, path);
  for (const [index, command] of (app.features?.slash_commands ?? []).entries())
    if (!command.url) absent(['features', 'slash_commands', index], 'url');
  const { event_subscriptions: events, interactivity } = app.settings ?? {};
  const subscribed = (events?.bot_events?.length ?? 0) + (events?.user_events?.length ?? 0) > 0;
  if (subscribed && !events?.request_url) absent(['settings', 'event_subscriptions'], 'request_url');
  if (interactivity?.is_enabled && !interactivity.request_url)
    absent(['settings', 'interactivity'], 'request_url');
}

/** Custom workflow steps of a Bolt app: org deploy, the remote runtime and their event. */
function functionsCanRun({ settings: chosen }: Manifest, ctx: Refine): void {
  const need = (met: boolean | undefined, field: string, message: string) => {
    if (!met) broken(ctx, 'functions_need', message, ['settings', field]);
  };
  need(chosen?.org_deploy_enabled, 'org_deploy_enabled', 'must be true when `functions` are defined');
  need(
    chosen?.function_runtime === 'remote',
    'function_runtime',
    'must be `remote` when `functions` are defined',
  );
  need(
    chosen?.event_subscriptions?.bot_events?.includes('function_executed'),
    'event_subscriptions',
    'must subscribe to `function_executed` when `functions` are defined',
  );
}

/** Every broken rule of an app manifest, with pointers from its root; empty when Slack would take it. */
export function checkManifest(value: unknown): Violation[] {
  const isSecond = isFields(value) && isFields(value._metadata) && value._metadata.major_version === 2;
  return check(isSecond ? second : first, value, '');
}

const [first, second] = [manifestOf(1), manifestOf(2)];
