/** How the server's certificate is verified. `ca`: one of `sslrootcert` signed it, for whatever host. */
export type TlsMode = 'off' | 'unverified' | 'ca' | 'full';

/** As libpq names them, and node-postgres' own `no-verify`. */
const sslModes = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'] as const;
export const sslModeNames = sslModes.join(', ');
const words = { off: 'disable', unverified: 'no-verify', ca: 'verify-ca', full: 'verify-full' } as const;

export function isSslMode(mode: string): boolean {
  return sslModes.some((known) => known === mode);
}

/**
 * The TLS that an address asks for. Every mode verifies certificate and host name but `disable`, `no-verify`, and `verify-ca`
 * with its `sslrootcert`. That is stricter than libpq, for which `require` takes any certificate and `prefer` goes on without
 * TLS; `uselibpqcompat=true` lets them take any certificate.
 */
export function tlsModeOf(url: string): TlsMode {
  const asked = new URLSearchParams(split(url).pieces.join('&'));
  const [mode, ssl] = [asked.get('sslmode'), asked.get('ssl')];
  const rootCert = asked.get('sslrootcert');
  if (mode === null && (ssl === 'false' || ssl === '0')) return 'off';
  switch (mode ?? ssl) {
    case 'disable':
      return 'off';
    case 'no-verify':
      return 'unverified';
    case 'verify-ca':
      return hasOwnCa(rootCert) ? 'ca' : 'full';
    case 'require':
    case 'prefer':
    case 'allow':
      if (asked.get('uselibpqcompat') !== 'true') return 'full';
      return mode === 'require' && hasOwnCa(rootCert) ? 'ca' : 'unverified';
  }
  const given = [mode, ssl, rootCert, asked.get('sslcert'), asked.get('sslkey')];
  return given.some((text) => text) || asked.get('sslnegotiation') === 'direct' ? 'full' : 'off';
}

/** `system`, of libpq 16, means the authorities that this program trusts anyway. */
const hasOwnCa = (rootCert: string | null) => rootCert !== null && rootCert !== '' && rootCert !== 'system';

/**
 * The address in words with which node-postgres does just that. As given, node-postgres 8 takes `verify-ca` for `verify-full`,
 * `ssl=false` for TLS and `sslrootcert=system` for a file, and prints a warning of several lines about its next version.
 */
export function connectionUrlOf(url: string): string {
  const { before, pieces } = split(url);
  const named = pieces.map((piece) => [piece, ...new URLSearchParams(piece).keys()] as const);
  if (!named.some(([, name]) => name?.startsWith('ssl') || name === 'uselibpqcompat')) return url;
  const mode = tlsModeOf(url);
  const replaced = ['ssl', 'sslmode', 'uselibpqcompat'];
  if (mode === 'off') replaced.push('sslrootcert', 'sslcert', 'sslkey', 'sslnegotiation');
  const kept = named.flatMap(([piece, name = '']) =>
    replaced.includes(name) || piece === 'sslrootcert=system' ? [] : [piece],
  );
  // node-postgres knows `verify-ca` only beside this.
  const compatible = mode === 'ca' ? ['uselibpqcompat=true'] : [];
  return `${before}?${[...kept, ...compatible, `sslmode=${words[mode]}`].join('&')}`;
}

/** The parameters stay as they are written: `new URL` changes user names, passwords and hosts. */
function split(url: string): { readonly before: string; readonly pieces: readonly string[] } {
  const [whole = ''] = url.split('#', 1);
  const [before = ''] = whole.split('?', 1);
  return {
    before,
    pieces: whole
      .slice(before.length + 1)
      .split('&')
      .filter(Boolean),
  };
}
