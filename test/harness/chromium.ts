import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { findChromium } from './find_chromium.ts';

const aptGet = '/usr/bin/apt-get';
const NOT_RUN =
  'NOT RUN: the stories in the browser. There is no Chromium here; install it, or set CHROMIUM to its path.';

/** Looks for a browser before the stories, once. Without one that is said at the beginning and again at the end. */
export default function setup(project: TestProject): (() => void) | undefined {
  const path = findChromium({
    named: process.env.CHROMIUM,
    exists: existsSync,
    install: process.getuid?.() === 0 && existsSync(aptGet) ? install : null,
  });
  project.provide('chromium', { path, absence: NOT_RUN });
  if (path !== null) return undefined;
  shout();
  return shout;
}

/** Root on Debian or Ubuntu may bring its own. Fonts: letters, and the signs that the messages use. */
function install(): void {
  console.warn('No Chromium here: installing the one of this distribution ...');
  const packages = ['chromium', 'fonts-lato', 'fonts-noto-color-emoji'];
  const apt = (...args: string[]) => spawnSync(aptGet, args, { stdio: 'inherit' }).status === 0;
  if (apt('update')) apt('install', '-y', '--no-install-recommends', ...packages);
}

function shout(): void {
  const line = '!'.repeat(NOT_RUN.length);
  console.error(`\n${line}\n${NOT_RUN}\n${line}\n`);
}

declare module 'vitest' {
  export interface ProvidedContext {
    chromium: { readonly path: string | null; readonly absence: string };
  }
}
