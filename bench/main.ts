import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { createLog } from '../src/log.ts';
import { createDatabase } from '../src/store/postgres/database.ts';
import { startEmbeddedPostgres } from '../src/store/postgres/embedded/start.ts';
import { machine } from './machine.ts';
import { type Load, lastAnswer, type Measured, measure, median, medianOf } from './measure.ts';
import { runProgram, type Server } from './processes.ts';
import { type Memory, type Results, report, type Scenario, yardstick } from './report.ts';
import { seedZoomApps } from './seed.ts';
import { startFloor, startGreenroom, startPlainBolt, startStub, workspaceId } from './servers.ts';

/** `npm run bench`: real processes over loopback, HTTP mode, signed requests. Prints and writes bench/RESULTS.md. */
const apps = 200;
const rounds = 3;
const loads: readonly Load[] = [
  { text: 'help', requests: 6_000, atOnce: 50 },
  { text: 'register', requests: 3_000, atOnce: 50 },
  { text: 'list', requests: 2_000, atOnce: 50 },
];
const warmUp = 300;

interface Contender {
  readonly name: string;
  readonly server: Server;
  readonly answers: boolean;
}

const log = createLog({ level: 'silent' });
const dataDir = await mkdtemp(join(tmpdir(), 'greenroom-bench-'));
const postgres = await startEmbeddedPostgres({ dataDir, log });
const db = createDatabase({ connection: postgres.connection, log });
const stub = await startStub();
const servers: Server[] = [stub];
try {
  const text = report(await run());
  console.log(text);
  await writeFile(new URL('RESULTS.md', import.meta.url), text);
} finally {
  for (const server of servers.reverse()) await server.stop();
  await db.stop();
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}

async function run(): Promise<Results> {
  const contenders = await startAll();
  await wait(3_000);
  const idle = await memories(contenders);
  const scenarios: Scenario[] = [];
  for (const load of loads) scenarios.push(await play(contenders, load));
  await wait(3_000);
  const after = await memories(contenders);
  const memory: Memory[] = contenders.map(({ name }, place) => ({
    server: name,
    idle: idle[place] ?? null,
    after: after[place] ?? null,
  }));
  return {
    machine: machine(),
    apps,
    rounds,
    scenarios,
    memory,
    outside: await outside(),
    scopes: await scopes(),
  };
}

/** Greenroom first: one server sends its very answers again. It is then started anew, to be idle like the others. */
async function startAll(): Promise<Contender[]> {
  const first = await startGreenroom(stub, postgres.connectionString);
  await seedZoomApps(db, workspaceId, apps);
  const answers: Record<string, unknown> = {};
  for (const { text } of loads) {
    await measure(first, stub, { text, requests: 1, atOnce: 1 }, true);
    answers[text] = await lastAnswer(stub);
  }
  await first.stop();
  const started: Contender[] = [
    { name: 'node:http and HMAC, the floor', server: await startFloor(), answers: false },
    { name: yardstick, server: await startPlainBolt(stub), answers: false },
    {
      name: 'plain Bolt, sending the same answer',
      server: await startPlainBolt(stub, answers),
      answers: true,
    },
    { name: 'Greenroom', server: await startGreenroom(stub, postgres.connectionString), answers: true },
  ];
  servers.push(...started.map(({ server }) => server));
  return started;
}

/** All servers in turn, round after round: what else the machine does hits them alike. */
async function play(contenders: readonly Contender[], load: Load): Promise<Scenario> {
  const measured = new Map<string, Measured[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, server, answers } of contenders) {
      const requests = round === 0 ? warmUp : load.requests;
      const found = await measure(server, stub, { ...load, requests }, answers);
      if (round > 0) measured.get(name)?.push(found);
    }
  }
  return { load, rows: [...measured].map(([server, some]) => ({ server, ...medianOf(some) })) };
}

function memories(contenders: readonly Contender[]): Promise<(number | null)[]> {
  return Promise.all(contenders.map(({ server }) => server.memory()));
}

async function outside(): Promise<Results['outside']> {
  const words = ['--import', 'tsx', 'bench/programs/outside.ts', stub.url];
  const found = z.array(z.object({ plain: z.number(), ours: z.number() })).parse(await runProgram(words));
  return {
    plain: median(found.map(({ plain }) => plain)),
    ours: median(found.map(({ ours }) => ours)),
  };
}

/** In a process of its own: the servers' memory is not its memory. */
async function scopes(): Promise<Results['scopes']> {
  const found = await runProgram(['--import', 'tsx', 'bench/programs/scopes.ts']);
  return z.array(z.object({ name: z.string(), p50: z.number(), p99: z.number() })).parse(found);
}
