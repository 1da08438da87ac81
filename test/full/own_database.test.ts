import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { type Bot, startBot } from '../../sandbox/bot.ts';
import { type Simulators, startSimulators } from '../../sandbox/simulators/start_simulators.ts';
import { asks, channel, registers, saying } from '../e2e/acts.ts';

const program = [inject('program')];

describe('without a database of its own', () => {
  let simulators: Simulators;
  let dataDir: string;
  beforeAll(async () => {
    simulators = await startSimulators({ limits: { timeoutMs: 20_000 } });
    dataDir = await mkdtemp(join(tmpdir(), 'greenroom-e2e-'));
  });
  afterAll(async () => {
    await simulators.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  const starts = async (): Promise<Bot> => {
    const bot = await startBot(simulators, {
      transport: 'socket',
      program,
      env: { GREENROOM_DATA_DIR: dataDir },
    });
    await bot.ready();
    return bot;
  };
  const postgres = () =>
    Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const lives = (pid: number): boolean => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  };

  test('Greenroom brings its own, which survives a kill and leaves nothing running', async () => {
    const ana = simulators.slack.person('ana');
    const first = await starts();
    await registers(ana, { name: 'Cabin', credentials: simulators.zoom.addApp() });
    await ana.sees(channel, /^Cabin[\s\S]*Passed:[^·\n]*credentials/);
    const orphan = postgres();
    await first.kill();
    const second = await starts();
    await asks(ana, '/zoom-app show Cabin', /Passed:[^·\n]*credentials/);
    expect(saying(ana, /^Cabin/)).toHaveLength(1);
    const last = postgres();
    expect(lives(last)).toBe(true);
    expect(await second.stop()).toBe(0);
    expect([orphan, last].filter(lives)).toEqual([]);
    expect(simulators.slack.inspector.violations()).toEqual([]);
  });
});
