/** What matters of a machine when a browser is looked for. */
export interface Machine {
  /** `CHROMIUM`: whoever names a path means that one and no other. */
  readonly named: string | undefined;
  exists(path: string): boolean;
  /** Brings the browser of the distribution; null where this user may not, or the machine knows no way. */
  readonly install: (() => void) | null;
}

/** Where Chromium and its relatives usually are. */
const places: readonly string[] = [
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

/** Path of a browser, installed if need be; null when there is none. */
export function findChromium(machine: Machine): string | null {
  if (machine.named) return machine.exists(machine.named) ? machine.named : null;
  const find = () => places.find((path) => machine.exists(path)) ?? null;
  const found = find();
  if (found !== null || machine.install === null) return found;
  machine.install();
  return find();
}
