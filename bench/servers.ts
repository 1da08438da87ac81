import { randomBytes } from 'node:crypto';
import { type Server, startServer } from './processes.ts';

export const signingSecret = randomBytes(16).toString('hex');
export const workspaceId = 'T0BENCH';

export function startStub(): Promise<Server> {
  return startServer({ program: 'bench/programs/slack_stub.mjs', env: {}, readyAt: '/count' });
}

/** `answersFile`: JSON of what to send for which typed text (programs/plain_bolt.mjs); without it, it acknowledges only. */
export function startPlainBolt(stub: Server, answersFile?: string): Promise<Server> {
  return startServer({
    program: 'bench/programs/plain_bolt.mjs',
    env: {
      ...slackEnv(stub),
      NODE_ENV: 'production',
      ...(answersFile === undefined ? {} : { ANSWERS_FILE: answersFile }),
    },
  });
}

/** The built Greenroom, as in the image; `more` of the environment for what watches it. */
export function startGreenroom(
  stub: Server,
  databaseUrl: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Server> {
  return startServer({
    program: 'dist/main.js',
    readyAt: '/readyz',
    env: {
      ...slackEnv(stub),
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      VAULT_KEYS: `k1:${randomBytes(32).toString('base64')}`,
      ZOOM_OAUTH_URL: stub.url,
      STACKONE_API_URL: stub.url,
      ...more,
    },
  });
}

function slackEnv(stub: Server): Record<string, string> {
  return {
    SLACK_BOT_TOKEN: 'xoxb-bench',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: `${stub.url}/api/`,
  };
}
