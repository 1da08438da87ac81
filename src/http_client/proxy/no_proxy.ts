import { BlockList, isIP } from 'node:net';
import { domainToASCII } from 'node:url';

/** One entry of `NO_PROXY`. */
type Exception =
  | { readonly kind: 'all' }
  /** The host and everything below it, at this port or at any. */
  | { readonly kind: 'host'; readonly host: string; readonly port: number | null }
  | { readonly kind: 'addresses'; readonly list: BlockList; readonly port: number | null };

/** Which hosts are reached without the proxy. */
export interface NoProxy {
  /** As they were given, for texts: without user and password. */
  readonly entries: readonly string[];
  /** Entries that can be read as none of the forms below; they have no effect. */
  readonly unreadable: readonly string[];
  /** `hostname` as `URL` writes it. */
  includes(hostname: string, port: number): boolean;
}

/**
 * Reads `NO_PROXY`, separated by commas or blanks: `host` and `.host` (each with everything below it), `*.host`, `*`, `host:port`, an IP
 * address, or a network such as `10.0.0.0/8`. Names are not resolved, so networks and addresses cover only what is called by its address.
 */
export function parseNoProxy(text: string): NoProxy {
  const read = text
    .split(/[,\s]+/)
    .filter(Boolean)
    .map((entry) => ({ entry: withoutUser(entry), exception: parseException(entry) }));
  const exceptions = read.flatMap(({ exception }) => exception ?? []);
  return {
    entries: read.map(({ entry }) => entry),
    unreadable: read.filter(({ exception }) => exception === null).map(({ entry }) => entry),
    includes: (hostname, port) => {
      const host = plainHost(hostname);
      return exceptions.some((exception) => covers(exception, host, port));
    },
  };
}

/** The address of a proxy, put here by mistake, may hold a password. */
function withoutUser(entry: string): string {
  return entry.replace(/^.*@/, '[secret]@');
}

function parseException(entry: string): Exception | null {
  if (entry === '*') return { kind: 'all' };
  const network = /^([^/]+)\/(\d{1,3})$/.exec(entry);
  if (network) return parseNetwork(plainHost(network[1] ?? ''), Number(network[2]));
  const { host, port } = splitPort(entry);
  if (isIP(host) > 0) {
    const list = new BlockList();
    list.addAddress(host, familyOf(host));
    return { kind: 'addresses', list, port };
  }
  const name = domainToASCII(host.replace(/^\*?\./, ''));
  return /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(name) ? { kind: 'host', host: name, port } : null;
}

function parseNetwork(address: string, bits: number): Exception | null {
  const family = isIP(address);
  if (family === 0 || bits > (family === 4 ? 32 : 128)) return null;
  const list = new BlockList();
  list.addSubnet(address, bits, familyOf(address));
  return { kind: 'addresses', list, port: null };
}

/** The colons of a bare IPv6 address begin no port. */
function splitPort(entry: string): { host: string; port: number | null } {
  const [, host, port] = /^(.+):(\d{1,5})$/.exec(entry) ?? [];
  if (isIP(entry) > 0 || host === undefined) return { host: plainHost(entry), port: null };
  return { host: plainHost(host), port: Number(port) };
}

/** Small letters, no brackets, no dot at the end. */
function plainHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
}

function covers(exception: Exception, host: string, port: number): boolean {
  if (exception.kind === 'all') return true;
  if (exception.port !== null && exception.port !== port) return false;
  if (exception.kind === 'host') return host === exception.host || host.endsWith(`.${exception.host}`);
  return isIP(host) > 0 && exception.list.check(host, familyOf(host));
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
