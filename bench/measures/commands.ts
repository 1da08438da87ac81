import { commandForm } from '../forms.ts';
import { answerTo, type Load, type Measured, measureLoad, medianSpeed, type Speed } from '../load.ts';
import type { Server } from '../processes.ts';
import type { Goal, Section, Table } from '../section.ts';
import { seedZoomApps } from '../seed.ts';
import { startFloor, startGreenroom, startPlainBolt, workspaceId } from '../servers.ts';
import { type Stage, withStage } from '../stage.ts';
import { figure, ratio, whole } from '../words.ts';

const apps = 200;
const rounds = 3;
const warmUp = 500;
const requests = 2_000;
const everyApp = Array.from({ length: apps }, (_, number) => `show Integration ${number + 1}`);
const loads: readonly Load[] = [
  { name: 'help', forms: [commandForm('help')], requests, atOnce: 50 },
  { name: 'register', forms: [commandForm('register')], requests, atOnce: 50 },
  { name: 'list', forms: [commandForm('list')], requests, atOnce: 50 },
  { name: 'show', forms: everyApp.map((text) => commandForm(text)), requests, atOnce: 50 },
];

interface Contender {
  readonly name: string;
  readonly server: Server;
  readonly answers: boolean;
}

interface Row {
  readonly name: string;
  readonly acknowledged: Speed;
  readonly answered: Speed | null;
  /** Of all answers, how many were in the acknowledgement. */
  readonly inAcknowledgement: number;
}

const plain = 'plain Bolt';
const ours = 'Greenroom';

/** Signed slash commands, 50 at a time: how fast they are acknowledged, and how fast the answer is with Slack. */
export function measure(): Promise<Section> {
  return withStage(async (stage) => {
    const contenders = await startAll(stage);
    const played: { load: Load; rows: Row[] }[] = [];
    for (const load of loads) played.push({ load, rows: await play(stage, contenders, load) });
    return {
      title: 'Commands',
      goals: played.flatMap(({ load, rows }) => goalsOf(load, rows)),
      tables: played.map(({ load, rows }) => tableOf(load, rows)),
      notes: [
        `${apps} registered Zoom apps, 500 people (each in turn; “show” also each app), medians of ${rounds} rounds; all servers take turns in each round.`,
        '“Answered” ends when the message or the modal has reached Slack: in the acknowledgement, or by a call to a stub of Slack.',
        '“Plain Bolt” acknowledges only. “Sending the same answer” sends, byte for byte and in the same way, what Greenroom answered, without a database and without thinking.',
      ],
    };
  });
}

/** Greenroom first: one server sends its very answers again. */
async function startAll({ stub, db, databaseUrl, keep }: Stage): Promise<Contender[]> {
  const greenroom = await keep(startGreenroom(stub, databaseUrl));
  await seedZoomApps(db, workspaceId, apps);
  const answers: Record<string, unknown> = {};
  for (const load of loads) answers[load.name] = await answerTo(greenroom, stub, load);
  return [
    { name: 'node:http and HMAC, the floor', server: await keep(startFloor()), answers: false },
    { name: plain, server: await keep(startPlainBolt(stub)), answers: false },
    {
      name: 'plain Bolt, sending the same answer',
      server: await keep(startPlainBolt(stub, { answers })),
      answers: true,
    },
    { name: ours, server: greenroom, answers: true },
  ];
}

/** All servers in turn, round after round: what else the machine does hits them alike. */
async function play({ stub }: Stage, contenders: readonly Contender[], load: Load): Promise<Row[]> {
  const measured = new Map<string, Measured[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, server, answers } of contenders) {
      const found = await measureLoad(
        server,
        stub,
        round === 0 ? { ...load, requests: warmUp } : load,
        answers,
      );
      if (round > 0) measured.get(name)?.push(found);
    }
  }
  return [...measured].map(([name, some]) => rowOf(name, some));
}

function rowOf(name: string, measured: readonly Measured[]): Row {
  const answers = measured.flatMap(({ answered }) => answered ?? []);
  return {
    name,
    acknowledged: medianSpeed(measured.map(({ acknowledged }) => acknowledged)),
    answered: answers.length === 0 ? null : medianSpeed(answers),
    inAcknowledgement: answers.reduce((sum, { inAcknowledgement }) => sum + inAcknowledgement, 0),
  };
}

function goalsOf({ name }: Load, rows: readonly Row[]): Goal[] {
  const base = rows.find((row) => row.name === plain)?.acknowledged;
  const greenroom = rows.find((row) => row.name === ours);
  if (base === undefined || greenroom?.answered == null) throw new Error(`${name} was not answered`);
  const beside = { beside: base.perSecond, besideWhat: `${plain}, which only acknowledges` };
  const rate = { unit: 'requests/s', ...beside };
  if (name === 'help') return [];
  if (name === 'register') {
    return [
      {
        what: 'acknowledging a command that opens a modal, 50 at a time',
        ...rate,
        greenroom: greenroom.acknowledged.perSecond,
        target: { atLeast: 1.3 },
      },
    ];
  }
  const what = `\`/zoom-app ${name}\` answered, 50 at a time`;
  return [
    { what, ...rate, greenroom: greenroom.answered.perSecond, target: { atLeast: 0.8 } },
    {
      what: `${what}: p99`,
      unit: 'ms',
      ...beside,
      beside: base.p99,
      greenroom: greenroom.answered.p99,
      target: { atMost: 2 },
    },
  ];
}

function tableOf(load: Load, rows: readonly Row[]): Table {
  const base = rows.find((row) => row.name === plain)?.acknowledged.perSecond ?? Number.NaN;
  const head = [
    'server',
    'acknowledged/s',
    `beside ${plain}`,
    'p50 ms',
    'p99 ms',
    'answered/s',
    'p50 ms',
    'p99 ms',
    'lost',
    'answers',
  ];
  return {
    title: `\`/zoom-app ${load.name}\`, ${load.atOnce} at a time, ${whole(load.requests)} requests`,
    head,
    rows: rows.map(({ name, acknowledged, answered, inAcknowledgement }) => [
      name,
      whole(acknowledged.perSecond),
      ratio(acknowledged.perSecond, base),
      figure(acknowledged.p50),
      figure(acknowledged.p99),
      ...(answered === null
        ? ['', '', '', '', 'sends none']
        : [
            whole(answered.perSecond),
            figure(answered.p50),
            figure(answered.p99),
            whole(answered.lost),
            inAcknowledgement === 0 ? 'by a call' : 'in the acknowledgement',
          ]),
    ]),
  };
}
