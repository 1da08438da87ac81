import { type ConfigProblem, problem } from './problem.ts';

/** Where tokens, keys and client secrets are sent, or people come from. A collector of traces gets none of them. */
const addresses = [
  'SLACK_API_URL',
  'ZOOM_OAUTH_URL',
  'ZOOM_API_URL',
  'STACKONE_API_URL',
  'PUBLIC_URL',
] as const;

/** In production nothing secret travels in the clear, except inside this machine. */
export function hostProblems(set: Readonly<Record<string, string>>): ConfigProblem[] {
  if (set.NODE_ENV !== 'production') return [];
  return addresses
    .filter((name) => travelsInTheClear(set[name]))
    .map((name) => problem(name, 'must begin with https:// in production: secrets are sent there'));
}

function travelsInTheClear(address: string | undefined): boolean {
  if (address === undefined || !URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !isLoopback(hostname);
}

/** As URL writes hosts: 127.1 and 0x7f000001 are 127.0.0.1 there. */
function isLoopback(host: string): boolean {
  return /^(127\.\d+\.\d+\.\d+|(.*\.)?localhost|\[::1\]|\[::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}\])$/.test(host);
}
