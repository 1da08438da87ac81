import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPage, builtPage } from './build_page.ts';
import { givenDatabaseOrExit } from './given_database.ts';
import { startServer } from './server/start.ts';
import { acme, acmeGroup, globex } from './simulators/slack/index.ts';
import { startSimulators } from './simulators/start_simulators.ts';

/**
 * `npm run sandbox`: simulated Slack, Zoom and StackOne, the real Greenroom process with its own Postgres, and a page on
 * http://127.0.0.1:4000 to use them. `--http`: Slack's signed HTTP instead of Socket Mode. `--organisation`: one installation for a Grid
 * organisation of two workspaces. `--files`: the bot may send and read files, `--groups`: it may list user groups (optional scopes of it).
 * `--port`: the first port to try.
 */
const { values } = parseArgs({
  options: {
    http: { type: 'boolean', default: false },
    organisation: { type: 'boolean', default: false },
    files: { type: 'boolean', default: false },
    groups: { type: 'boolean', default: false },
    port: { type: 'string', default: '4000' },
  },
});

const database = await givenDatabaseOrExit();
// The simulators begin anew with every start, so Greenroom's database does too.
const data = await mkdtemp(join(tmpdir(), 'greenroom-sandbox-'));

console.log('Greenroom sandbox: simulated Slack, Zoom and StackOne around the real Greenroom.');
await buildPage();
const neighbour = { ...globex(), installed: false };
const workspaces = values.organisation ? acmeGroup() : [acme(), neighbour];
const moreScopes = [
  ...(values.files ? ['files:write', 'files:read'] : []),
  ...(values.groups ? ['usergroups:read'] : []),
];
const simulators = await startSimulators({ workspaces, moreScopes });
const server = await startServer(simulators, {
  greenroom: {
    transport: values.http ? 'http' : 'socket',
    pollSeconds: 1,
    env: { GREENROOM_DATA_DIR: data, ...database },
  },
  pages: builtPage,
  port: Number(values.port),
});
console.log('Starting Greenroom with a database of its own ...');

let stopping = false;
const stop = async () => {
  if (stopping) return;
  stopping = true;
  console.log('Stopping ...');
  await server.close();
  await simulators.stop();
  await rm(data, { recursive: true, force: true });
  process.exit(0);
};
process.on('SIGINT', () => void stop());
process.on('SIGTERM', () => void stop());

await server.sandbox.greenroom.start().then(
  () => console.log(`\n  Open ${server.url}\n\nCtrl+C stops everything.`),
  async (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    await stop();
  },
);
