import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBot, type Transport } from '../sandbox/bot.ts';
import { startSimulators } from '../sandbox/simulators/start_simulators.ts';

/** `npm run smoke`: does the built `dist/main.js` run under plain node, with its own Postgres, and answer a person? */
const built = 'dist/main.js';

function complainsWithoutVariables(): void {
  const { status, stderr } = spawnSync(process.execPath, [built], { env: {}, encoding: 'utf8' });
  const lines = stderr.split('\n').filter((line) => line.startsWith('  SLACK_'));
  expected(status === 1 && lines.length === 2, `one line per missing variable and exit code 1:\n${stderr}`);
}

async function answersPeople(transport: Transport, dataDir: string): Promise<void> {
  const simulators = await startSimulators({ limits: { timeoutMs: 20_000 } });
  const env = { GREENROOM_DATA_DIR: dataDir };
  const bot = await startBot(simulators, { transport, env, program: [built] });
  try {
    await bot.ready();
    const ana = simulators.slack.person('ana');
    await ana.types('#zoom-integration', '/zoom-app ping');
    await ana.sees('#zoom-integration', 'Database');
    const code = await bot.stop();
    expected(code === 0, `exit code 0 after SIGTERM, not ${code}:\n${bot.output()}`);
    expected(simulators.slack.inspector.violations().length === 0, 'no broken rule of Slack');
  } finally {
    await bot.kill();
    await simulators.stop();
  }
}

function expected(seen: boolean, what: string): void {
  if (!seen) throw new Error(`Expected ${what}`);
}

complainsWithoutVariables();
const dataDir = await mkdtemp(join(tmpdir(), 'greenroom-smoke-'));
try {
  for (const transport of ['socket', 'http'] as const) {
    await answersPeople(transport, dataDir);
    console.log(`The build answers people over ${transport}.`);
  }
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
