import { Err, Ok, type Result } from '../../core/result.ts';
import { Secret } from '../../core/secrets/secret.ts';
import type { NoProxy } from './no_proxy.ts';

/** A forward proxy of the operator's network. */
export interface HttpProxy {
  /** `http://proxy.example.com:3128`: for connecting, for texts and logs. Never holds a user or password. */
  readonly origin: string;
  /** The value of `Proxy-Authorization`; null without user and password. */
  readonly authorization: Secret | null;
}

/** Through which proxy other hosts are reached. */
export interface ProxySettings {
  /** For `https:` and `wss:`. */
  readonly https: HttpProxy | null;
  /** For `http:` and `ws:`. */
  readonly http: HttpProxy | null;
  readonly exceptions: NoProxy;
}

const SHAPE =
  'must be http://host:port or http://user:password@host:port, where characters such as @ : / # ? % in user and password are percent-encoded';

/** As curl reads it: `host:port` alone is an HTTP proxy. An error is the words behind the variable's name, and repeats nothing. */
export function parseProxyUrl(text: string): Result<HttpProxy, string> {
  const address = text.includes('://') ? text : `http://${text}`;
  if (!URL.canParse(address) || /\s/.test(address)) return Err(SHAPE);
  const url = new URL(address);
  if (/^socks/.test(url.protocol))
    return Err('names a SOCKS proxy: only http:// and https:// proxies are supported');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return Err(SHAPE);
  // An unencoded / # or ? in a password ends the host before its time.
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.port === '0') return Err(SHAPE);
  const pair = decodedPair(url);
  if (pair === null) return Err(SHAPE);
  const authorization = pair === ':' ? null : new Secret(`Basic ${Buffer.from(pair).toString('base64')}`);
  return Ok({ origin: url.origin, authorization });
}

function decodedPair({ username, password }: URL): string | null {
  try {
    return `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  } catch {
    return null;
  }
}

/** The proxy for a target; null when it is reached directly. */
export function proxyFor(
  settings: ProxySettings | null,
  target: { readonly protocol: string; readonly hostname: string; readonly port: string },
): HttpProxy | null {
  if (settings === null) return null;
  const secure = isSecure(target.protocol);
  const proxy = secure ? settings.https : settings.http;
  return proxy === null || settings.exceptions.includes(target.hostname, portOf(target)) ? null : proxy;
}

/** `URL` leaves a usual port out. */
export function portOf({ protocol, port }: { readonly protocol: string; readonly port: string }): number {
  return Number(port) || (isSecure(protocol) ? 443 : 80);
}

function isSecure(protocol: string): boolean {
  return protocol === 'https:' || protocol === 'wss:';
}

/** One line for people, without user and password. */
export function describeProxy(settings: ProxySettings | null): string {
  if (settings === null) return 'none, hosts are reached directly';
  const { https, http, exceptions } = settings;
  const used =
    https?.origin === http?.origin && https !== null
      ? [nameOf(https)]
      : [https && `${nameOf(https)} for https`, http && `${nameOf(http)} for http`];
  const direct = exceptions.entries.length === 0 ? [] : [`directly: ${exceptions.entries.join(', ')}`];
  return [...used.filter((part) => part !== null), ...direct].join('; ');
}

function nameOf({ origin, authorization }: HttpProxy): string {
  return authorization === null ? origin : `${origin} (with user and password)`;
}
