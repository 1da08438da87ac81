import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where Chromium and its relatives usually are. `CHROMIUM` goes before them. */
const places = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const aptGet = '/usr/bin/apt-get';

const present = (): string | null => places.find((path) => path !== '' && existsSync(path)) ?? null;

/** Root on Debian or Ubuntu may bring its own. Fonts: letters, and the signs that the messages use. */
function install(): void {
  if (process.getuid?.() !== 0 || !existsSync(aptGet)) return;
  console.warn('No Chromium here: installing the one of this distribution ...');
  const packages = ['chromium', 'fonts-lato', 'fonts-noto-color-emoji'];
  const apt = (...args: string[]) => spawnSync(aptGet, args, { stdio: 'inherit' }).status === 0;
  if (apt('update')) apt('install', '-y', '--no-install-recommends', ...packages);
}

function find(): string | null {
  const found = present();
  if (found !== null) return found;
  install();
  const installed = present();
  if (installed !== null) return installed;
  const words =
    'NOT RUN: the stories in the browser. There is no Chromium here; install it, or set CHROMIUM to its path.';
  if (process.env.CI) throw new Error(words);
  console.error(`\n${'!'.repeat(words.length)}\n${words}\n${'!'.repeat(words.length)}\n`);
  return null;
}

/** Path of a browser; null when there is none, which has then been said. In CI that is an error. */
export const chromiumPath = find();
