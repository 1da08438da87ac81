import { type Simulators, startSimulators } from '../../sandbox/simulators/start_simulators.ts';
import { bringFaults, type Faults } from './faults/faults.ts';
import { type ChaosDatabase, startDatabase } from './ground/database.ts';
import { type Fleet, startFleet } from './ground/fleet.ts';
import { readSlate } from './ground/slate.ts';
import { beginStory, type Story } from './ground/story.ts';
import { botScopes, townOf } from './ground/town.ts';
import { watchRules } from './ground/violations.ts';
import { pause, within } from './ground/wait.ts';
import type { Breach, Rule } from './judge/breach.ts';
import { type Found, findAll } from './judge/found.ts';
import { judgeRun } from './judge/judge.ts';
import { judgeLeftovers, stillWaiting } from './judge/whole.ts';
import { passTime } from './people/passes_time.ts';
import type { Scene } from './people/people.ts';
import { type Done, workAll } from './people/works.ts';
import { type Plan, planRun, type RunOptions } from './plan/plan.ts';

export interface Run extends RunOptions {
  /** What a replica is: default, the source. */
  readonly program?: readonly string[];
  /** An earlier release, to be replaced by it in the middle of everything. */
  readonly earlier?: readonly string[];
  readonly say: (line: string) => void;
}

export interface Report {
  readonly plan: Plan;
  readonly breaches: readonly Breach[];
  readonly found: ReadonlyMap<string, Found>;
  readonly story: Story;
  /** What the processes wrote: warnings and worse. */
  readonly output: string;
  readonly steps: number;
  readonly faults: number;
  readonly messages: number;
  /** How the disk was filled. */
  readonly disk: ChaosDatabase['disk'];
  readonly memoryMb: readonly (number | null)[];
}

/** How long all that waits may take once the faults are over. */
const calmMs = 120_000;

interface Stage {
  readonly simulators: Simulators;
  readonly database: ChaosDatabase;
  readonly fleet: Fleet;
  readonly story: Story;
}

/** One whole run: the worlds, the database and the processes; people and faults; and the verdict. */
export async function runChaos(run: Run): Promise<Report> {
  const plan = planRun(run);
  const story = beginStory();
  const simulators = await startSimulators({ workspaces: [townOf(plan)], scopes: botScopes(run.history) });
  const database = await startDatabase();
  try {
    const { transport, replicas, program, earlier } = run;
    const fleet = await startFleet({ simulators, database, transport, replicas, program, earlier, story });
    return await play(run, plan, { simulators, database, fleet, story });
  } finally {
    await database.stop();
    await simulators.stop();
  }
}

async function play(run: Run, plan: Plan, stage: Stage): Promise<Report> {
  const { simulators, database, fleet, story } = stage;
  const faults = bringFaults(stage, plan.faults);
  const rules = watchRules(simulators.slack);
  const slate = readSlate(simulators.slack);
  const done: Done[] = [];
  let steps = 0;
  const scene: Scene = {
    simulators,
    slate,
    timeoutMs: 6_000,
    does(app, words) {
      steps += 1;
      story.note(app.mark, words);
      faults.reached(steps);
    },
  };
  const quiet = new AbortController();
  const beside = [
    passTime(database, quiet.signal),
    repeatedly(1_000, quiet.signal, () => rules.claimBatch()),
    repeatedly(5_000, quiet.signal, () =>
      run.say(`${done.length}/${plan.apps.length} live · ${steps} steps · ${faults.count()} faults`),
    ),
  ];
  const givenUp = await workAll(scene, plan, (one) => done.push(one));
  await calm(run, stage, faults);
  const breaches = await judgeRun({ scene, database, plan, done, givenUp, history: run.history });
  const found = await findAll(database, slate, plan.apps);
  const memoryMb = await fleet.memory();
  quiet.abort();
  await Promise.all(beside);
  breaches.push(...(await end(stage)));
  rules.claimBatch();
  return {
    plan,
    story,
    found,
    steps,
    memoryMb,
    breaches: [
      ...breaches,
      ...rules.all().map((words): Breach => ({ rule: "no rule of Slack's is broken", app: null, words })),
    ],
    output: fleet.output(),
    faults: faults.count(),
    messages: slate.team.messages.filter(({ onlyFor }) => onlyFor === null).length,
    disk: database.disk,
  };
}

/** The faults end, and everything that waits gets its time. */
async function calm({ say }: Run, { database, fleet, story }: Stage, faults: Faults): Promise<void> {
  await faults.over();
  await Promise.all(fleet.replicas.map(({ bot }) => bot.ready()));
  story.note('fault', 'from here on there are none');
  say('the faults are over; what still waits gets its time');
  await within(calmMs, async () => (await stillWaiting(database)).length === 0, 250);
}

/** Everybody is asked to stop, and nothing of them may be left. */
async function end({ fleet, database }: Stage): Promise<Breach[]> {
  const codes = await fleet.stop();
  const all = (rule: Rule, words: string): Breach => ({ rule, app: null, words });
  return [
    ...fleet.collapses.map((words) => all('no process ends by itself', words)),
    ...codes
      .filter((code) => code !== 0)
      .map((code) => all('a stop is clean', `a process ended with ${code}`)),
    ...(/Unhandled rejection/.test(fleet.output())
      ? [all('nothing is unhandled', 'an unhandled rejection is in the log')]
      : []),
    ...(await judgeLeftovers(database)),
  ];
}

async function repeatedly(everyMs: number, over: AbortSignal, work: () => void): Promise<void> {
  while (!over.aborted) {
    work();
    await pause(everyMs, undefined, { signal: over }).catch(() => {});
  }
}
