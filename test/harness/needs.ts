import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';
import { findChromium } from './find_chromium.ts';

/** Something a machine may lack that some tests cannot do without. */
export interface Need {
  readonly tests: string;
  readonly howToGet: string;
  isThere(): boolean;
}

export const chromiumPackages = ['chromium', 'fonts-lato', 'fonts-noto-color-emoji'];
export const caddyProgram = '/usr/bin/caddy';
export const pgbouncerProgram = '/usr/sbin/pgbouncer';

const aptGet = (...packages: readonly string[]) => `apt-get install ${packages.join(' ')}`;

export const needs = {
  chromium: {
    tests: 'the stories in the browser',
    howToGet: `${aptGet(...chromiumPackages)}, or set CHROMIUM to the path of a browser`,
    isThere: () => findChromium({ named: process.env.CHROMIUM, exists: existsSync, install: null }) !== null,
  },
  caddy: {
    tests: 'the stories behind the proxy of compose.yaml',
    howToGet: aptGet('caddy'),
    isThere: () => existsSync(caddyProgram),
  },
  pgbouncer: {
    tests: 'the stories behind a connection pooler',
    howToGet: aptGet('pgbouncer'),
    isThere: () => existsSync(pgbouncerProgram),
  },
  openssl: {
    tests: 'TLS with a private certificate authority',
    howToGet: aptGet('openssl'),
    isThere: () => spawnSync('openssl', ['version']).status === 0,
  },
  postgres: {
    tests: 'backup and restore of an external database',
    howToGet: aptGet('postgresql'),
    isThere: () => systemPostgres() !== null,
  },
  root: {
    tests: 'the server that root starts',
    howToGet: 'run the tests as root',
    isThere: () => process.getuid?.() === 0,
  },
} as const satisfies Readonly<Record<string, Need>>;

/** Skipped where the machine lacks it, which the end of the run says; in CI nothing is skipped. */
export function describeWith(name: keyof typeof needs) {
  const { tests, howToGet, isThere } = needs[name];
  const there = isThere();
  if (!there && process.env.CI) throw new Error(`Not run: ${tests}. To get it: ${howToGet}`);
  return describe.skipIf(!there);
}

/** The newest Postgres of the machine's own that has its `pg_dump` beside it. */
export function systemPostgres(): { readonly bin: string; readonly major: string } | null {
  const folder = '/usr/lib/postgresql';
  const versions = existsSync(folder) ? readdirSync(folder) : [];
  for (const major of versions.toSorted((a, b) => Number(b) - Number(a))) {
    const bin = join(folder, major, 'bin');
    if (['initdb', 'postgres', 'pg_dump', 'pg_restore'].every((name) => existsSync(join(bin, name)))) {
      return { bin, major };
    }
  }
  return null;
}
