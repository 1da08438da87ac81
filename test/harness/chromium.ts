import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { findChromium } from './find_chromium.ts';
import { chromiumPackages } from './needs.ts';

const aptGet = '/usr/bin/apt-get';

/** Looks for a browser before the stories, once. */
export default function setup(project: TestProject): void {
  const path = findChromium({
    named: process.env.CHROMIUM,
    exists: existsSync,
    install: process.getuid?.() === 0 && existsSync(aptGet) ? install : null,
  });
  project.provide('chromium', path);
}

/** Root on Debian or Ubuntu may bring its own. Fonts: letters, and the signs that the messages use. */
function install(): void {
  console.warn('No Chromium here: installing the one of this distribution ...');
  const apt = (...args: string[]) => spawnSync(aptGet, args, { stdio: 'inherit' }).status === 0;
  if (apt('update')) apt('install', '-y', '--no-install-recommends', ...chromiumPackages);
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** Path of the browser; null where there is none. */
    chromium: string | null;
  }
}
