import { randomBytes } from 'node:crypto';
import { type Server, startServer } from './processes.ts';

export const signingSecret = randomBytes(16).toString('hex');
export const workspaceId = 'T0BENCH';

const ports = { stub: 34_100, floor: 34_101, plainBolt: 34_102, answeringBolt: 34_103, greenroom: 34_104 };

export function startStub(): Promise<Server> {
  return startServer({
    program: 'bench/programs/slack_stub.mjs',
    port: ports.stub,
    env: {},
    readyAt: '/count',
  });
}

export function startFloor(): Promise<Server> {
  const env = { SLACK_SIGNING_SECRET: signingSecret };
  return startServer({ program: 'bench/programs/floor.mjs', port: ports.floor, env });
}

/** `answers`: what to send for which words after the command; none: it acknowledges only. */
export function startPlainBolt(stub: Server, answers?: Readonly<Record<string, unknown>>): Promise<Server> {
  return startServer({
    program: 'bench/programs/plain_bolt.mjs',
    port: answers === undefined ? ports.plainBolt : ports.answeringBolt,
    env: {
      ...slackEnv(stub),
      NODE_ENV: 'production',
      ...(answers === undefined ? {} : { ANSWERS: JSON.stringify(answers) }),
    },
  });
}

/** The built Greenroom, as in the image. */
export function startGreenroom(stub: Server, databaseUrl: string): Promise<Server> {
  return startServer({
    program: 'dist/main.js',
    port: ports.greenroom,
    readyAt: '/readyz',
    env: {
      ...slackEnv(stub),
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      VAULT_KEYS: `k1:${randomBytes(32).toString('base64')}`,
      ZOOM_OAUTH_URL: stub.url,
      STACKONE_API_URL: stub.url,
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
