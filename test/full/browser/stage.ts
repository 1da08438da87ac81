import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import type { Transport } from '../../../sandbox/bot.ts';
import { buildPage, builtPage } from '../../../sandbox/build_page.ts';
import { type SandboxServer, startServer } from '../../../sandbox/server/start.ts';
import { acme, globex, type SlackOptions } from '../../../sandbox/simulators/slack/index.ts';
import { type Simulators, startSimulators } from '../../../sandbox/simulators/start_simulators.ts';
import { manifest } from '../../../src/slack/manifest.ts';
import { vaultKey } from '../../e2e/stage.ts';
import { describeWith } from '../../harness/needs.ts';
import { createTestDatabase, type TestDatabase } from '../../harness/postgres.ts';
import { type Gallery, startGallery } from './gallery.ts';
import { atThePage, type PersonAtPage } from './person.ts';

/** The sandbox as `npm run sandbox` starts it, with a database of the tests, and a browser in front of it. */
export interface BrowserStage {
  readonly simulators: Simulators;
  readonly database: TestDatabase;
  /** The neighbour that plays, where the stage was set with one. */
  readonly gallery: Gallery;
  /** A new window with the page open. */
  opens(options?: BrowserContextOptions): Promise<PersonAtPage>;
}

const granted = (more: readonly string[] | 'all' | 'fewest'): Partial<SlackOptions> => {
  if (more === 'all') return { manifest: manifest({ optional: true }) };
  return more === 'fewest' ? { scopes: ['commands', 'chat:write'] } : { moreScopes: more };
};

/** Stories that need a browser. */
export const describeInBrowser = describeWith('chromium');

/**
 * Sets the stage before the stories of a file. Fails the file when the app broke any rule of Slack's platform, or the page
 * wrote an error to its console. `gallery`: a neighbour plays, and Greenroom is not started. `moreScopes`: optional ones
 * that the bot has; `all`: with the events that need them; `fewest`: not even those that the manifest asks for.
 */
export function useBrowserStage(
  plays: Transport | 'gallery' = 'socket',
  moreScopes: readonly string[] | 'all' | 'fewest' = [],
): BrowserStage {
  let simulators: Simulators | null = null;
  let database: TestDatabase | null = null;
  let gallery: Gallery | null = null;
  let server: SandboxServer | null = null;
  let browser: Browser | null = null;
  const faults: string[] = [];
  const present = <T>(value: T | null): T => {
    if (value === null) throw new Error('the stage is not set');
    return value;
  };
  beforeAll(async () => {
    const executablePath = present(inject('chromium'));
    await buildPage();
    simulators = await startSimulators({
      workspaces: [acme(), { ...globex(), installed: false }],
      ...granted(moreScopes),
    });
    database = await createTestDatabase();
    const env = { DATABASE_URL: database.connectionString, VAULT_KEYS: vaultKey };
    server = await startServer(simulators, {
      greenroom: {
        transport: plays === 'gallery' ? 'http' : plays,
        pollSeconds: 1,
        env,
        program: [inject('program')],
      },
      pages: builtPage,
      port: 0,
    });
    if (plays === 'gallery') gallery = await startGallery(simulators.slack);
    else await server.sandbox.greenroom.start();
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
    await gallery?.stop();
    const broken = simulators?.slack.inspector.violations() ?? [];
    await simulators?.stop();
    await database?.drop();
    expect(broken).toEqual([]);
    expect(faults).toEqual([]);
  });
  return {
    get simulators() {
      return present(simulators);
    },
    get database() {
      return present(database);
    },
    get gallery() {
      return present(gallery);
    },
    async opens(options = {}) {
      const context = await present(browser).newContext(settings(options));
      const page = await context.newPage();
      noteFaults(page, faults);
      await allowCopying(context, present(server).url);
      await page.goto(present(server).url);
      return atThePage(page);
    },
  };
}

const settings = (options: BrowserContextOptions): BrowserContextOptions => ({
  viewport: { width: 1440, height: 900 },
  // axe is put into the page, which its own policy would not allow.
  bypassCSP: true,
  reducedMotion: 'reduce',
  ...options,
});

const allowCopying = (context: BrowserContext, origin: string) =>
  context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });

/** What a browser says of a response that was refused: without what was asked, which `noteFaults` notes itself. */
const REFUSED = 'Failed to load resource';

/** Errors of the page, whatever else is on its console, and requests that the sandbox's server refused. */
function noteFaults(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith(REFUSED)) faults.push(message.text());
  });
  page.on('response', (response) => {
    const request = response.request();
    if (response.status() >= 400)
      faults.push(`${response.status()} to ${request.method()} ${request.url()} ${request.postData() ?? ''}`);
  });
}
