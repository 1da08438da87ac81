import { LogLevel, type Logger as SlackLogger } from '@slack/web-api';
import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino';
import { Secret } from './core/secrets/secret.ts';
import { scrub } from './scrub.ts';

export type Log = Logger;
export type LogLevelName = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

const SECRET_KEYS = [
  'token',
  'botToken',
  'appToken',
  'accessToken',
  'access_token',
  'refresh_token',
  'clientSecret',
  'client_secret',
  'signingSecret',
  'apiKey',
  'authorization',
  'Authorization',
  'password',
  'cookie',
  'response_url',
];

/**
 * The one logger of the process: JSON lines to stdout (or `destination`). Secrets are held back three times: `Secret`
 * prints as `[secret]`, keys that name a secret are redacted, and each finished line is scrubbed of known token shapes.
 */
export function createLog(options: {
  level: LogLevelName;
  /** Added to each line, as they are then. */
  fields?: () => Readonly<Record<string, string>>;
  destination?: DestinationStream;
}): Log {
  const settings: LoggerOptions = {
    level: options.level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '[secret]' },
    hooks: { streamWrite: scrub },
    // pino writes the fields of a line into the object that `mixin` returns: each line needs an object of its own.
    mixin: () => ({ ...options.fields?.() }),
  };
  return options.destination === undefined ? pino(settings) : pino(settings, options.destination);
}

/**
 * The logger for Bolt's App and its receiver. T5: Slack's SDK writes whole socket frames and OAuth secrets at debug
 * level, so its debug output is dropped whatever our own level is.
 */
export function slackLogger(log: Log): SlackLogger {
  const words = (parts: unknown[]) => scrub(parts.map(asText).join(' '));
  return {
    debug() {},
    info: (...parts: unknown[]) => log.info(words(parts)),
    warn: (...parts: unknown[]) => log.warn(words(parts)),
    error: (...parts: unknown[]) => log.error(words(parts)),
    setLevel() {},
    setName() {},
    getLevel: () => LogLevel.INFO,
  };
}

function asText(part: unknown): string {
  if (typeof part === 'string') return part;
  if (part instanceof Error) return part.stack ?? part.message;
  if (part instanceof Secret) return part.toString();
  try {
    return JSON.stringify(part) ?? String(part);
  } catch {
    return String(part);
  }
}
