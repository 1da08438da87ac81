import { z } from 'zod';
import { broken } from '../blocks/text.ts';
import { isFields } from '../pointer.ts';
import type { Violation } from '../violation.ts';
import { check } from '../wording.ts';
import { type MajorVersion, schemaViolations } from './manifest_schema.ts';

/**
 * What Slack is known to want beyond its published schema (docs: app manifest; slack-cli#517 for optional scopes): small letters in
 * commands, each only once; the scope of commands; optional scopes among those asked for; an address for everything without
 * Socket Mode; what custom steps of a Bolt app need.
 */
const scopes = z.array(z.string()).optional();
const Manifest = z.looseObject({
  features: z
    .looseObject({
      slash_commands: z
        .array(z.looseObject({ command: z.string().regex(/^\/[a-z0-9_-]+$/), url: z.string().optional() }))
        .optional(),
      shortcuts: z.array(z.unknown()).optional(),
    })
    .optional(),
  oauth_config: z
    .looseObject({
      scopes: z
        .looseObject({ bot: scopes, user: scopes, bot_optional: scopes, user_optional: scopes })
        .optional(),
    })
    .optional(),
  settings: z
    .looseObject({
      event_subscriptions: z
        .looseObject({ request_url: z.string().optional(), bot_events: scopes, user_events: scopes })
        .optional(),
      interactivity: z
        .looseObject({ is_enabled: z.boolean(), request_url: z.string().optional() })
        .optional(),
      socket_mode_enabled: z.boolean().optional(),
      org_deploy_enabled: z.boolean().optional(),
      function_runtime: z.string().optional(),
    })
    .optional(),
  functions: z.looseObject({}).optional(),
});
type Manifest = z.infer<typeof Manifest>;
type Refine = z.core.$RefinementCtx<unknown>;

/** Every broken rule of an app manifest, with pointers from its root; empty when Slack would take it. */
export function checkManifest(value: unknown): Violation[] {
  const version = majorVersionOf(value);
  if (version === null)
    return [
      {
        code: 'not_allowed_value',
        pointer: '/_metadata/major_version',
        message: 'must be a valid enum value',
      },
    ];
  const broken = schemaViolations(version, value);
  return broken.length > 0 ? broken : check(beyondSchema[version], value, '');
}

/** A manifest without one is of version 1. */
function majorVersionOf(value: unknown): MajorVersion | null {
  const metadata = isFields(value) ? value._metadata : undefined;
  const version = isFields(metadata) ? metadata.major_version : undefined;
  if (version === undefined || version === 1) return 1;
  return version === 2 ? 2 : null;
}

const rulesOf = (version: MajorVersion) =>
  Manifest.superRefine((app, ctx) => {
    commandsAreThereOnce(app, ctx);
    optionalOnesAreListed(app, ctx);
    commandsNeedTheirScope(app, ctx);
    if (app.settings?.socket_mode_enabled !== true) everyUrlIsThere(app, ctx);
    // Version 2 is what apps are written in that Slack hosts; how their steps run is decided elsewhere.
    if (version === 1 && Object.keys(app.functions ?? {}).length > 0) functionsCanRun(app, ctx);
  });
const beyondSchema = { 1: rulesOf(1), 2: rulesOf(2) };

function commandsAreThereOnce({ features }: Manifest, ctx: Refine): void {
  const names = (features?.slash_commands ?? []).map(({ command }) => command);
  for (const [index, name] of names.entries())
    if (names.indexOf(name) < index)
      broken(ctx, 'duplicate_command', `"${name}" already exists`, [
        'features',
        'slash_commands',
        index,
        'command',
      ]);
}

function optionalOnesAreListed({ oauth_config }: Manifest, ctx: Refine): void {
  const lists = oauth_config?.scopes;
  for (const kind of ['bot', 'user'] as const) {
    for (const [index, scope] of (lists?.[`${kind}_optional`] ?? []).entries()) {
      if (lists?.[kind]?.includes(scope) === true) continue;
      const path = ['oauth_config', 'scopes', `${kind}_optional`, index];
      broken(ctx, 'optional_scope', `"${scope}" must also be in \`${kind}\``, path);
    }
  }
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
