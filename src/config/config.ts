import { z } from 'zod';
import type { Result } from '../core/result.ts';
import { Secret } from '../core/secrets/secret.ts';
import type { SecretsPolicy } from '../core/secrets/secrets_policy.ts';
import type { SupportContact } from '../core/support_contact.ts';
import type { ProxySettings } from '../http_client/proxy/proxy_settings.ts';
import type { LogLevelName } from '../log.ts';
import { clockProblems, clockWarnings } from './clock_offset.ts';
import { type EnvironmentVariables, parseVariables, type Texts } from './parse_variables.ts';
import { type ConfigProblem, problem } from './problem.ts';
import { proxyOf, proxyWarnings } from './proxy.ts';
import { missingFileWarnings } from './secret_files.ts';
import { slackProblems, slackWarnings } from './slack.ts';
import { type Storage, storageOf, storageProblems, storageWarnings } from './storage.ts';
import { unusedVariableWarnings } from './unused_variables.ts';
import * as values from './values.ts';
import { hostProblems } from './zoom_and_stackone.ts';

export type { ConfigProblem } from './problem.ts';

export type SlackConfig =
  | {
      readonly transport: 'socket';
      readonly botToken: Secret;
      readonly appToken: Secret;
      readonly apiUrl: string;
    }
  | {
      readonly transport: 'http';
      readonly botToken: Secret;
      readonly signingSecret: Secret;
      readonly apiUrl: string;
    };

export interface Config extends Storage {
  /** `apiUrl` ends with `/api/`. */
  readonly slack: SlackConfig;
  /** URLs without a slash at the end. */
  readonly zoom: { readonly oauthUrl: string; readonly apiUrl: string };
  readonly stackone: { readonly apiUrl: string; readonly apiKey: Secret | null };
  /** Of StackOne's webhooks: none, one, or two while one replaces the other. */
  readonly stackoneWebhookSecrets: readonly Secret[];
  /** Through which proxy Slack, Zoom, StackOne and the collector of traces are reached; null when directly. */
  readonly proxy: ProxySettings | null;
  readonly port: number;
  /** Where `port` listens; null: on all addresses of this machine. */
  readonly host: string | null;
  /** Where Prometheus may scrape; null when it does not. */
  readonly metricsPort: number | null;
  readonly metricsHost: string | null;
  /** Of a collector for traces, without a slash at the end; null when nothing is traced. */
  readonly tracesEndpoint: string | null;
  readonly pollCron: string;
  /** How long before Greenroom asks again about "not ready yet". */
  readonly remindAfterMs: number;
  /** How long an outage of Zoom or StackOne lasts before people are notified. */
  readonly outageNoticeAfterMs: number;
  /** Whom people ask when Greenroom itself needs somebody. */
  readonly supportContact: SupportContact | null;
  /** Slack user ids of those who may do everything in Greenroom; a workspace's admins can add others. */
  readonly admins: readonly string[];
  /** Do forms ask for client secrets? A workspace can be stricter. */
  readonly secrets: SecretsPolicy;
  /** How long events are kept; null: for ever. */
  readonly historyRetentionMs: number | null;
  /** How far its time is ahead of the database's; 0 outside of a sandbox. */
  readonly clockAheadMs: number;
  readonly logLevel: LogLevelName;
  readonly production: boolean;
  /** Lines about variables that were given and have no effect. */
  readonly warnings: readonly string[];
}

const defaultPort = 3000;

/** The variables and their shapes: the outside contract. What belongs together is checked in `problemsBetween`. */
const Variables = z.object({
  SLACK_BOT_TOKEN: values.word,
  SLACK_APP_TOKEN: values.word,
  SLACK_SIGNING_SECRET: values.word,
  SLACK_API_URL: values.slackApiUrl,
  ZOOM_OAUTH_URL: values.httpUrl,
  ZOOM_API_URL: values.httpUrl,
  STACKONE_API_URL: values.httpUrl,
  STACKONE_API_KEY: values.word,
  STACKONE_WEBHOOK_SECRET: values.webhookSecrets,
  DATABASE_URL: values.postgresUrl,
  GREENROOM_DATA_DIR: values.word,
  VAULT_KEYS: values.vaultKeys,
  HTTPS_PROXY: values.proxyUrl,
  https_proxy: values.proxyUrl,
  HTTP_PROXY: values.proxyUrl,
  http_proxy: values.proxyUrl,
  NO_PROXY: values.word,
  no_proxy: values.word,
  PUBLIC_URL: values.httpUrl,
  PORT: values.port,
  HOST: values.host,
  METRICS_PORT: values.port,
  METRICS_HOST: values.host,
  OTEL_EXPORTER_OTLP_ENDPOINT: values.httpUrl,
  POLL_CRON: values.cronExpression,
  REMIND_AFTER: values.duration,
  OUTAGE_NOTICE_AFTER: values.duration,
  HISTORY_RETENTION: values.retention,
  SECRETS: values.takenSecrets,
  SUPPORT_CONTACT: values.supportContact,
  GREENROOM_ADMINS: values.adminIds,
  CLOCK_OFFSET: values.clockOffset,
  LOG_LEVEL: values.logLevel,
  NODE_ENV: values.nodeEnv,
});

const Given = Variables.partial();

/** Reads the environment: a whole configuration, or everything that is wrong with it. An empty variable counts as unset. */
export function parseConfig(env: EnvironmentVariables): Result<Config, ConfigProblem[]> {
  return parseVariables(env, Given, problemsBetween, configOf);
}

/** Where the data and the keys are: all that a backup has to know. */
export function parseStorage(env: EnvironmentVariables): Result<Storage, ConfigProblem[]> {
  const Places = Given.pick({ DATABASE_URL: true, GREENROOM_DATA_DIR: true, VAULT_KEYS: true });
  return parseVariables(env, Places, storageProblems, storageOf);
}

function problemsBetween(set: Texts): ConfigProblem[] {
  return [
    ...slackProblems(set),
    ...storageProblems(set),
    ...hostProblems(set),
    ...portProblems(set),
    ...clockProblems(set),
  ];
}

/** Metrics are for the operator's network only, and what Slack reaches is open to everybody. */
function portProblems(set: Texts): ConfigProblem[] {
  const metricsPort = Number(set.METRICS_PORT);
  // Two addresses of this machine may have the same port.
  if ((set.METRICS_HOST ?? set.HOST) !== set.HOST && set.HOST !== undefined) return [];
  if (!(metricsPort > 0) || metricsPort !== Number(set.PORT ?? defaultPort)) return [];
  return [problem('METRICS_PORT', 'must differ from PORT, which everybody on the internet may reach')];
}

function configOf(given: z.output<typeof Given>, set: Texts): Config {
  const proxy = proxyOf(given);
  return {
    slack: slackOf(given),
    zoom: {
      oauthUrl: given.ZOOM_OAUTH_URL ?? 'https://zoom.us',
      apiUrl: given.ZOOM_API_URL ?? 'https://api.zoom.us',
    },
    stackone: {
      apiUrl: given.STACKONE_API_URL ?? 'https://api.stackone.com',
      apiKey: given.STACKONE_API_KEY === undefined ? null : new Secret(given.STACKONE_API_KEY),
    },
    stackoneWebhookSecrets: (given.STACKONE_WEBHOOK_SECRET ?? []).map((secret) => new Secret(secret)),
    ...storageOf(given),
    proxy,
    port: given.PORT ?? defaultPort,
    host: given.HOST ?? null,
    metricsPort: given.METRICS_PORT ?? null,
    // Who listens on one address only does not mean the metrics to be on all.
    metricsHost: given.METRICS_HOST ?? given.HOST ?? null,
    tracesEndpoint: given.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    pollCron: given.POLL_CRON ?? '*/30 * * * * *',
    remindAfterMs: given.REMIND_AFTER ?? 24 * 3_600_000,
    outageNoticeAfterMs: given.OUTAGE_NOTICE_AFTER ?? 5 * 60_000,
    historyRetentionMs: given.HISTORY_RETENTION ?? null,
    secrets: given.SECRETS ?? 'ask',
    supportContact: given.SUPPORT_CONTACT ?? null,
    admins: given.GREENROOM_ADMINS ?? [],
    clockAheadMs: given.CLOCK_OFFSET ?? 0,
    logLevel: given.LOG_LEVEL ?? 'info',
    production: given.NODE_ENV === 'production',
    warnings: [
      ...slackWarnings(set),
      ...unusedVariableWarnings(set),
      ...missingFileWarnings(set),
      ...storageWarnings(given),
      ...proxyWarnings(set, proxy),
      ...clockWarnings(set),
    ],
  };
}

/** Runs only when `slackProblems` found nothing. SLACK_APP_TOKEN means Socket Mode. */
function slackOf(given: z.output<typeof Given>): SlackConfig {
  const botToken = new Secret(given.SLACK_BOT_TOKEN ?? '');
  const apiUrl = given.SLACK_API_URL ?? 'https://slack.com/api/';
  if (given.SLACK_APP_TOKEN !== undefined) {
    return { transport: 'socket', botToken, appToken: new Secret(given.SLACK_APP_TOKEN), apiUrl };
  }
  return { transport: 'http', botToken, signingSecret: new Secret(given.SLACK_SIGNING_SECRET ?? ''), apiUrl };
}
