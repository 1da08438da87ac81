import { App, SocketModeReceiver } from '@slack/bolt';
import { afterAll, beforeAll } from 'vitest';
import type { Snapshot } from '../../../../../sandbox/server/contract.ts';
import { type SandboxServer, startServer } from '../../../../../sandbox/server/start.ts';
import { acme, globex } from '../../../../../sandbox/simulators/slack/index.ts';
import { type Simulators, startSimulators } from '../../../../../sandbox/simulators/start_simulators.ts';
import { manifest } from '../../../../full/sandbox/slack/support/manifest.ts';
import { silent } from '../../../../full/sandbox/slack/support/small_app.ts';

/** The sandbox server around a small Bolt app, and short words for what a page asks of it. */
export interface House {
  readonly url: string;
  readonly simulators: Simulators;
  state(who?: Viewer): Promise<Snapshot>;
  act(body: object, who?: Viewer): Promise<Reply>;
  suggestions(body: object): Promise<Reply>;
  control(body: object): Promise<Reply>;
  get(path: string): Promise<Reply>;
}

export interface Viewer {
  readonly team: string;
  readonly user: string;
}

export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

export function useHouse(listen: (app: App) => void): House {
  let simulators: Simulators | null = null;
  let server: SandboxServer | null = null;
  let app: App | null = null;
  beforeAll(async () => {
    simulators = await startSimulators({
      manifest,
      limits: { ackMs: 400 },
      workspaces: [acme(), { ...globex(), installed: false }],
    });
    server = await startServer(simulators, {
      greenroom: { transport: 'socket', pollSeconds: 1, env: {} },
      pages: '/nowhere',
      port: 0,
    });
    app = await smallApp(simulators, listen);
  });
  afterAll(async () => {
    await app?.stop();
    await server?.close();
    await simulators?.stop();
  });
  const ask = async (path: string, body?: object): Promise<Reply> => {
    const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const reply = await fetch(`${server?.url}${path}`, sent);
    return { status: reply.status, body: await reply.json() };
  };
  const state = async (who?: Viewer): Promise<Snapshot> => {
    const query = who === undefined ? '' : `?team=${who.team}&user=${who.user}`;
    return (await fetch(`${server?.url}/sandbox/state${query}`)).json() as Promise<Snapshot>;
  };
  return {
    get url() {
      return server?.url ?? '';
    },
    get simulators() {
      if (simulators === null) throw new Error('the house is not built');
      return simulators;
    },
    state,
    act: async (body, who) => ask('/sandbox/acts', { ...(who ?? (await state()).viewer), ...body }),
    suggestions: async (body) => ask('/sandbox/suggestions', { ...(await state()).viewer, ...body }),
    control: (body) => ask('/sandbox/control', body),
    get: (path) => ask(path),
  };
}

async function smallApp({ slack }: Simulators, listen: (app: App) => void): Promise<App> {
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logger: silent,
    clientPingTimeout: 300,
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
  });
  const app = new App({
    receiver,
    token: slack.botToken,
    logger: silent,
    convoStore: false,
    deferInitialization: true,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  listen(app);
  await app.init();
  await app.start();
  await slack.connected();
  return app;
}
