import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { openSlack, type SlackOptions } from './slack/index.ts';
import { isObject } from './slack/json.ts';
import type { OpenSlack } from './slack/start.ts';
import { type StackOneSandbox, startStackOne } from './stackone/index.ts';
import { startZoom, type ZoomSandbox } from './zoom/index.ts';

/** The three simulators, on ports of their own. */
export interface Simulators {
  readonly slack: OpenSlack;
  readonly zoom: ZoomSandbox;
  readonly stackone: StackOneSandbox;
  /** The variables that point Greenroom here, without those of the transport. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

export async function startSimulators(options: Partial<SlackOptions> = {}): Promise<Simulators> {
  const slack = await openSlack({ manifest: readManifest(), ...options });
  const zoom = await startZoom();
  const stackone = await startStackOne();
  stackone.signInAt(zoom);
  zoom.standsInFor('https://api.stackone.com', stackone.pagesUrl);
  zoom.onConsentRefused((state, { code, words }) => stackone.refusedByZoom(state, code, words));
  return {
    slack,
    zoom,
    stackone,
    env: {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_API_URL: slack.apiUrl,
      ZOOM_OAUTH_URL: zoom.url,
      ZOOM_API_URL: zoom.url,
      STACKONE_API_URL: stackone.url,
      STACKONE_API_KEY: stackone.apiKey,
    },
    async stop() {
      await Promise.all([slack.stop(), zoom.close(), stackone.close()]);
    },
  };
}

/** What exists in the simulated Slack is what the app's own manifest asks for. */
function readManifest(): SlackOptions['manifest'] {
  const manifest: unknown = parse(readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8'));
  if (!isObject(manifest)) throw new Error('manifest.yml holds no object');
  return manifest;
}
