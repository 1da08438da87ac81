import { isIP } from 'node:net';
import cron from 'node-cron';
import { z } from 'zod';
import { secretsPolicies } from '../core/secrets/secrets_policy.ts';
import { trimEnd } from '../core/text/trim_end.ts';
import { parseProxyUrl } from '../http_client/proxy/proxy_settings.ts';
import { parseVaultKeys, weakFirstKey } from '../vault/keys.ts';

// One schema per kind of value. A message says what is expected and never repeats what was given: it may be a secret.

export const word = z.string();

const MOST_WEBHOOK_SECRETS = 2;

/** One, or two with a comma between them. Its shape is StackOne's: only that nobody can guess it is asked for. */
export const webhookSecrets = z
  .string()
  .transform((text) => text.split(',').map((secret) => secret.trim()))
  .refine(
    (secrets) => secrets.length <= MOST_WEBHOOK_SECRETS && secrets.every((secret) => secret.length >= 16),
    'must be the secret of the webhook in StackOne, of 16 characters or more; two with a comma between them while one replaces the other',
  );

export const httpUrl = z
  .string()
  .refine(isHttpUrl, 'must be a URL such as https://example.com')
  .transform((url) => trimEnd(url, (character) => character === '/'));

export const slackApiUrl = httpUrl
  .refine(
    (url) => new URL(url).pathname.endsWith('/api'),
    'must end with /api/, as in https://slack.com/api/',
  )
  .transform((url) => `${url}/`);

export const port = z
  .string()
  .regex(/^\d{1,5}$/, 'must be a port number from 0 to 65535')
  .transform(Number)
  .refine((number) => number <= 65_535, 'must be a port number from 0 to 65535');

const HOST = 'must be an address or a name of this machine alone, such as 127.0.0.1, ::1 or localhost';

/** To listen on. An IPv6 address may stand in brackets, as in URLs. */
export const host = z
  .string()
  .transform((text) => text.replace(/^\[(.*)\]$/, '$1'))
  .refine((text) => isIP(text) !== 0 || isHostName(text), HOST);

/** Not an address that was meant to be one: 127.0.0.256, 10.1. */
function isHostName(text: string): boolean {
  const label = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/i;
  return text.length <= 253 && !/^[\d.]+$/.test(text) && text.split('.').every((part) => label.test(part));
}

export const cronExpression = z
  .string()
  .refine(
    (text) => cron.validate(text),
    'must be a cron expression of five fields, or six with seconds first: */30 * * * * * is every 30 seconds',
  );

const UNIT_MS = new Map([
  ['ms', 1],
  ['s', 1_000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
]);
const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;

/** `24h`, `30m`, `1.5s` in milliseconds. */
const milliseconds = z
  .string()
  .regex(/^\d+(\.\d+)?(ms|s|m|h|d)$/, 'must be a number with a unit: 24h, 30m or 90s')
  .transform((text) => Number.parseFloat(text) * (UNIT_MS.get(text.replace(/[\d.]/g, '')) ?? 0));

export const duration = milliseconds.refine(
  (ms) => ms > 0 && ms <= YEAR_MS,
  'must be longer than nothing and no longer than a year',
);

/** A sandbox lets ten years pass at most. */
export const clockOffset = milliseconds.refine(
  (ms) => ms <= 10 * YEAR_MS,
  'must be no longer than ten years',
);

/** What is removed does not come back: a unit forgotten or mistaken must not remove everything. */
export const retention = milliseconds.refine(
  (ms) => ms >= DAY_MS && ms <= 100 * YEAR_MS,
  'must be from a day to a hundred years: 365d',
);

export const vaultKeys = z.string().transform((text, context) => {
  const keys = parseVaultKeys(text);
  const weak = keys.ok ? weakFirstKey(keys.value) : null;
  if (keys.ok && weak === null) return keys.value;
  if (weak !== null) context.addIssue({ code: 'custom', message: `must not be guessable, but ${weak}` });
  if (!keys.ok)
    context.addIssue({
      code: 'custom',
      message: `must be a key of 32 bytes, or id:base64key[,older...], but ${keys.error}`,
    });
  return z.NEVER;
});

export { adminIds } from './people/admin_ids.ts';
export { supportContact } from './people/support_contact.ts';
export { postgresUrl } from './postgres/postgres_url.ts';

export const proxyUrl = z.string().transform((text, context) => {
  const proxy = parseProxyUrl(text);
  if (proxy.ok) return proxy.value;
  context.addIssue({ code: 'custom', message: proxy.error });
  return z.NEVER;
});

export const nodeEnv = z.enum(['development', 'test', 'production'], {
  error: 'must be development, test or production',
});

export const takenSecrets = z.enum(secretsPolicies, { error: 'must be ask or never' });

export const logLevel = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
  error: 'must be fatal, error, warn, info, debug, trace or silent',
});

function isHttpUrl(text: string): boolean {
  try {
    const url = new URL(text);
    const hasCredentials = url.username !== '' || url.password !== '';
    return /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '' && !hasCredentials;
  } catch {
    return false;
  }
}
