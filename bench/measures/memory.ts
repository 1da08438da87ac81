import { setTimeout as wait } from 'node:timers/promises';
import { commandForm } from '../forms.ts';
import { type Load, measureLoad } from '../load.ts';
import type { Server } from '../processes.ts';
import type { Goal, Section } from '../section.ts';
import { seedZoomApps } from '../seed.ts';
import { startGreenroom, startPlainBolt, workspaceId } from '../servers.ts';
import { type Stage, withStage } from '../stage.ts';
import { whole } from '../words.ts';

const minutes = 60;
const settleMs = 3_000;
/** What a lively workspace types within a minute, sent as fast as it goes. */
const minute: Load = {
  name: 'a minute',
  forms: ['help', 'register', 'list', 'show Integration 7', 'history Integration 3', 'shwo'].map((text) =>
    commandForm(text),
  ),
  requests: 200,
  atOnce: 10,
};
const backlog: Load = { ...minute, name: 'a backlog', requests: 3_000, atOnce: 500 };

/** Resident memory: idle, through an hour pressed together, and after far too many people at once. */
export function measure(): Promise<Section> {
  return withStage(async (stage) => {
    const { stub, databaseUrl, keep } = stage;
    const bolt = await keep(startPlainBolt(stub));
    const greenroom = await keep(startGreenroom(stub, databaseUrl));
    await seedZoomApps(stage.db, workspaceId, 200);
    const idle = [await settled(bolt), await settled(greenroom)] as const;
    const slices: number[] = [];
    for (let slice = 1; slice <= minutes; slice += 1) {
      await measureLoad(greenroom, stub, minute, true);
      slices.push(slice === 1 || slice === minutes ? await settled(greenroom) : await greenroom.memory());
    }
    const flooded = await peakUnder(stage, greenroom, true);
    await peakUnder(stage, bolt, false);
    return sectionOf(idle, slices, [flooded, await settled(greenroom), await settled(bolt)]);
  });
}

async function settled(server: Server): Promise<number> {
  await wait(settleMs);
  return server.memory();
}

async function peakUnder({ stub }: Stage, server: Server, answers: boolean): Promise<number> {
  let peak = 0;
  const sample = setInterval(() => {
    void server.memory().then((now) => {
      peak = Math.max(peak, now);
    });
  }, 50);
  await measureLoad(server, stub, backlog, answers).finally(() => clearInterval(sample));
  return peak;
}

type Three = readonly [peak: number, greenroom: number, bolt: number];

function sectionOf(idle: readonly [number, number], slices: readonly number[], after: Three): Section {
  const [first = Number.NaN, last = Number.NaN] = [slices[0], slices.at(-1)];
  const goals: Goal[] = [
    {
      what: 'memory when idle',
      unit: 'MB',
      greenroom: idle[1],
      beside: idle[0],
      besideWhat: 'plain Bolt',
      target: { atMost: 2 },
    },
    {
      what: 'memory after an hour of traffic',
      unit: 'MB',
      greenroom: last,
      beside: first,
      besideWhat: 'after its first minute',
      target: { atMost: 1.1 },
    },
  ];
  const at = (slice: number) => whole(slices[slice - 1] ?? Number.NaN);
  return {
    title: 'Memory',
    goals,
    tables: [
      {
        title: 'Resident memory of the process, MB',
        head: ['server', 'idle', 'minute 1', '5', '15', '30', '45', '60', 'peak in a backlog', 'after it'],
        rows: [
          ['plain Bolt', whole(idle[0]), '', '', '', '', '', '', '', whole(after[2])],
          ['Greenroom', whole(idle[1]), ...[1, 5, 15, 30, 45, 60].map(at), whole(after[0]), whole(after[1])],
        ],
      },
    ],
    notes: [
      `The hour is ${minutes} slices of ${minute.requests} commands (${minute.forms.map(({ text }) => `\`${text}\``).join(', ')}), ${minute.atOnce} at a time, each answered before the next slice begins; the pauses between are left out. The first and the last slice are followed by ${settleMs / 1_000} s of rest.`,
      `The backlog is ${whole(backlog.requests)} of them, ${backlog.atOnce} at a time.`,
    ],
  };
}
