import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandForm, suggestionForm } from '../forms.ts';
import {
  type Answer,
  answersTo,
  type Form,
  type Measured,
  measureLoad,
  medianSpeed,
  type Speed,
  viewFor,
} from '../load.ts';
import { loadAtTheEnd } from '../machine.ts';
import type { Server } from '../processes.ts';
import type { Goal, Section, Table } from '../section.ts';
import { seedZoomApps } from '../seed.ts';
import { startGreenroom, startPlainBolt, workspaceId } from '../servers.ts';
import { type Stage, withStage } from '../stage.ts';
import { figure, median, ratio, whole } from '../words.ts';

const apps = 200;
/** Of processes: how V8 compiles and places things is settled early, and differs by a tenth between two of the same build. */
const pairs = 3;
/** Of one pair. More rounds only while a row has taken less than this: a busy machine takes several times as long for one. */
const rowMs = 10_000;
const rounds = { least: 2, most: 5 };
const requests = 2_000;
const atOnce = 50;
/** Of plain Bolt's p50, in the same run. */
const p50AtMost = 1.5;
/** As a person types them, letter by letter. */
const searches = ['list recordings', 'meeting:read', 'user list'];

interface Row {
  readonly what: string;
  /** To reach: this share of plain Bolt's rate. */
  readonly atLeast: number;
  /** What is typed, round robin. */
  readonly texts: readonly string[];
  readonly forms: readonly Form[];
  /** What Greenroom answers to each of these texts. */
  readonly answers: readonly (Answer | undefined)[];
}

/**
 * What a person waits for: from when Slack sends a request until the answer or the modal has arrived at Slack. Beside plain
 * Bolt, which sends the same bytes in the same way.
 */
export function measure(): Promise<Section> {
  return withStage(async (stage) => {
    const rows = await withServer(startGreenroom(stage.stub, stage.databaseUrl), async (greenroom) => {
      // It has noted its workspace.
      await seedZoomApps(stage.db, workspaceId, apps);
      return rowsFor(stage, greenroom);
    });
    const all = rows.map((row): Found => ({ row, bolt: [], greenroom: [] }));
    for (let pair = 1; pair <= pairs; pair += 1) {
      await withServer(startBolt(stage, rows), (bolt) =>
        withServer(startGreenroom(stage.stub, stage.databaseUrl), async (greenroom) => {
          for (const found of all) await play(stage.stub, { bolt, greenroom }, found);
        }),
      );
    }
    const played = all.map(({ row, bolt, greenroom }): Played => {
      return { row, bolt: statisticsOf(bolt), greenroom: statisticsOf(greenroom) };
    });
    return {
      title: 'What a person sees',
      goals: played.flatMap(goalsOf),
      tables: played.map(tableOf),
      notes: [
        `From when Slack sends the request until the answer or the modal has reached Slack: in the acknowledgement, or by a call to a stub of Slack. ${atOnce} requests at a time; the next is sent when one is acknowledged.`,
        'Plain Bolt sends the same answers, byte for byte and in the same way, without a database and without working them out.',
        `${apps} registered Zoom apps, 500 people (round robin; “show” also over the apps); type-ahead: ${searches.map((text) => `“${text}”`).join(', ')}, letter by letter, out of a modal as Slack sends it.`,
        `Medians over ${pairs} processes of each server, ${rounds.least} to ${rounds.most} rounds with each after one that does not count; in each round both servers are measured, one after the other, each first in every other round.`,
        loadAtTheEnd(),
      ],
    };
  });
}

async function withServer<T>(starting: Promise<Server>, work: (server: Server) => Promise<T>): Promise<T> {
  const server = await starting;
  return work(server).finally(() => server.stop());
}

async function rowsFor({ stub }: Stage, greenroom: Server): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const add = async (what: string, atLeast: number, texts: readonly string[], forms: readonly Form[]) => {
    rows.push({ what, atLeast, texts, forms, answers: await answersTo(greenroom, stub, what, forms) });
  };
  const command = (name: string, atLeast: number, texts = [name]) =>
    add(
      `\`/zoom-app ${name}\``,
      atLeast,
      texts,
      texts.map((text) => commandForm(text)),
    );
  const view = await viewFor(greenroom, stub, commandForm('scopes Integration 1', 'U0OWNER'));
  const typed = searches.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1)));
  const everyApp = Array.from({ length: apps }, (_, number) => `show Integration ${number + 1}`);
  await command('help', 1);
  await command('register', 1);
  await command('list', 0.8);
  await command('show', 0.6, everyApp);
  await add(
    'type-ahead of scopes',
    1,
    typed,
    typed.map((text) => suggestionForm(view, text)),
  );
  return rows;
}

/** Plain Bolt, given what Greenroom answers. */
async function startBolt({ stub }: Stage, rows: readonly Row[]): Promise<Server> {
  const answers = rows.flatMap((row) => row.texts.map((text, at) => [text, row.answers[at]] as const));
  const folder = await mkdtemp(join(tmpdir(), 'greenroom-bench-'));
  const file = join(folder, 'answers.json');
  await writeFile(file, JSON.stringify(Object.fromEntries(answers)));
  return startPlainBolt(stub, file).finally(() => rm(folder, { recursive: true }));
}

interface Played {
  readonly row: Row;
  readonly bolt: Statistics;
  readonly greenroom: Statistics;
}

interface Statistics {
  readonly seen: Speed;
  /** Of the server alone, for each request. */
  readonly processorMs: number;
  readonly inAcknowledgement: number;
}

/** Adds what it measures to `found`. */
async function play(
  stub: Server,
  servers: { readonly bolt: Server; readonly greenroom: Server },
  found: Found,
): Promise<void> {
  const { row } = found;
  const endsAt = performance.now() + rowMs;
  for (let round = 0; round <= rounds.most; round += 1) {
    if (round > rounds.least && performance.now() > endsAt) break;
    // The first one warms up: plain Bolt needs some thousand requests until all of it is compiled.
    const many = round === 0 ? requests * 2 : requests;
    const load = { name: row.what, forms: row.forms, requests: many, atOnce };
    const order = round % 2 === 0 ? (['bolt', 'greenroom'] as const) : (['greenroom', 'bolt'] as const);
    for (const name of order) {
      const measured = await playRound(servers[name], stub, load);
      if (round > 0) found[name].push(measured);
    }
  }
}

type Round = Measured & { readonly processorMs: number };

interface Found {
  readonly row: Row;
  readonly bolt: Round[];
  readonly greenroom: Round[];
}

async function playRound(server: Server, stub: Server, load: Parameters<typeof measureLoad>[2]) {
  const before = await server.processorMs();
  const measured = await measureLoad(server, stub, load, true);
  return { ...measured, processorMs: ((await server.processorMs()) - before) / load.requests };
}

function statisticsOf(found: readonly Round[]): Statistics {
  return {
    seen: medianSpeed(found.map(({ seen }) => seen)),
    processorMs: median(found.map(({ processorMs }) => processorMs)),
    inAcknowledgement: found.reduce((sum, { inAcknowledgement }) => sum + inAcknowledgement, 0),
  };
}

const sameBytes = 'plain Bolt, sending the same';

function goalsOf({ row, bolt, greenroom }: Played): Goal[] {
  const what = `${row.what} seen, ${atOnce} at a time`;
  return [
    {
      what,
      unit: 'requests/s',
      greenroom: greenroom.seen.perSecond,
      beside: bolt.seen.perSecond,
      besideWhat: sameBytes,
      target: { atLeast: row.atLeast },
    },
    {
      what: `${what}: p50`,
      unit: 'ms',
      greenroom: greenroom.seen.p50,
      beside: bolt.seen.p50,
      besideWhat: sameBytes,
      target: { atMost: p50AtMost },
    },
  ];
}

function tableOf({ row, bolt, greenroom }: Played): Table {
  const line = (name: string, { seen, processorMs, inAcknowledgement }: Statistics) => [
    name,
    whole(seen.perSecond),
    ratio(seen.perSecond, bolt.seen.perSecond),
    figure(seen.p50),
    figure(seen.p99),
    whole(seen.lost),
    figure(processorMs),
    inAcknowledgement === 0 ? 'by a call' : 'in the acknowledgement',
  ];
  return {
    title: `${row.what}, ${atOnce} at a time, ${whole(requests)} requests`,
    head: [
      'server',
      'seen/s',
      'beside',
      'p50 ms',
      'p99 ms',
      'lost',
      'processor ms a request',
      'how it is answered',
    ],
    rows: [line('plain Bolt, sending the same', bolt), line('Greenroom', greenroom)],
  };
}
