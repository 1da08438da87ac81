import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBot } from './bot.ts';
import { playStory } from './demo/story.ts';
import { createTerminal } from './demo/terminal.ts';
import { givenDatabaseOrExit } from './given_database.ts';
import { startSimulators } from './simulators/start_simulators.ts';

/**
 * `npm run demo`: simulated Slack, Zoom and StackOne, the real Greenroom process with its own Postgres, and the main job
 * played from the first command. Ends with 0 only if the profile message was seen in the channel. `--http`: over HTTP;
 * `--built`: with `dist/main.js` under plain node.
 */
const terminal = createTerminal((line) => console.log(line), process.stdout.isTTY === true);
const database = await givenDatabaseOrExit();
const dataDir = await mkdtemp(join(tmpdir(), 'greenroom-demo-'));
const simulators = await startSimulators({ limits: { timeoutMs: 30_000 } });
terminal.note(
  'Simulated Slack, Zoom and StackOne are up. Starting the real Greenroom with its own Postgres ...',
);
const bot = await startBot(simulators, {
  transport: process.argv.includes('--http') ? 'http' : 'socket',
  env: { GREENROOM_DATA_DIR: dataDir, ...database },
  ...(process.argv.includes('--built') && { program: ['dist/main.js'] }),
});

let failure: unknown = null;
try {
  await bot.ready();
  await playStory(simulators, terminal);
} catch (error) {
  failure = error;
}
const broken = simulators.slack.inspector.violations();
await bot.stop();
await simulators.stop();
await rm(dataDir, { recursive: true, force: true });

if (failure !== null) {
  console.error(failure);
  console.error(`\nGreenroom said:\n${bot.output()}`);
  process.exit(1);
}
if (broken.length > 0) {
  console.error("Greenroom broke rules of Slack's platform:", broken);
  process.exit(1);
}
terminal.act('The end: the profile message was seen, and no rule of Slack was broken');
