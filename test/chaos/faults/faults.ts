import type { Simulators } from '../../../sandbox/simulators/start_simulators.ts';
import type { ChaosDatabase } from '../ground/database.ts';
import type { Fleet, Replica } from '../ground/fleet.ts';
import type { Story } from '../ground/story.ts';
import { pause } from '../ground/wait.ts';
import type { FaultKind } from '../plan/fault_kinds.ts';
import type { PlannedFault } from '../plan/plan.ts';

export interface Targets {
  readonly simulators: Simulators;
  readonly database: ChaosDatabase;
  readonly fleet: Fleet;
  readonly story: Story;
}

export interface Faults {
  /** Lets begin what is due after so many steps. */
  reached(step: number): void;
  /** How many have begun. */
  count(): number;
  /** Resolves when none is under way; everything is as it should be then. */
  over(): Promise<void>;
}

/** Brings the planned faults over the run, at the steps they are planned for. Two on the same thing come one after the other. */
export function bringFaults(targets: Targets, planned: readonly PlannedFault[]): Faults {
  const waiting = [...planned];
  const lines = new Map<string, Promise<void>>();
  let begun = 0;
  const bring = (fault: PlannedFault): void => {
    begun += 1;
    const target = targetOf(fault);
    const before = lines.get(target) ?? Promise.resolve();
    lines.set(
      target,
      before.then(async () => {
        targets.story.note('fault', `${fault.kind}${detailOf(fault)}`);
        await happen(targets, fault).catch((error: unknown) => {
          // A process that does not come back, for example: the run goes on, and the verdict tells it.
          targets.fleet.collapses.push(`after "${fault.kind}": ${String(error)}`);
        });
        targets.story.note('fault', `${fault.kind}: over`);
      }),
    );
  };
  return {
    count: () => begun,
    reached(step) {
      for (let next = waiting[0]; next !== undefined && next.atStep <= step; next = waiting[0]) {
        waiting.shift();
        bring(next);
      }
    },
    async over() {
      await Promise.all(lines.values());
      targets.simulators.slack.faults.clear();
      targets.simulators.zoom.clearFaults();
      targets.simulators.stackone.clearFaults();
    },
  };
}

function targetOf({ kind, replica }: PlannedFault): string {
  if (!kind.includes(':')) return 'processes';
  const [host = ''] = kind.split(':');
  return kind.endsWith('line') ? `line ${replica}` : host;
}

function detailOf({ kind, replica, ms }: PlannedFault): string {
  return / one/.test(kind) ? ` (replica ${replica}, ${ms} ms)` : ` (${ms} ms)`;
}

/** What happens, from its beginning to its end. */
async function happen(targets: Targets, fault: PlannedFault): Promise<void> {
  const replica = targets.fleet.replicas[fault.replica];
  if (replica === undefined) throw new Error(`there is no replica ${fault.replica}`);
  await acts[fault.kind](targets, fault, replica);
}

type Act = (targets: Targets, fault: PlannedFault, replica: Replica) => Promise<unknown>;

/** Faults of one simulator for a while. */
function faults(
  begin: (simulators: Simulators, fault: PlannedFault) => void,
  end: (simulators: Simulators) => void,
): Act {
  return async ({ simulators }, fault) => {
    begin(simulators, fault);
    await pause(fault.ms);
    end(simulators);
  };
}

const slack = (begin: (faults: Simulators['slack']['faults'], fault: PlannedFault) => void): Act =>
  faults(
    (simulators, fault) => begin(simulators.slack.faults, fault),
    (simulators) => simulators.slack.faults.clear(),
  );
const zoom = (begin: (zoom: Simulators['zoom'], fault: PlannedFault) => void): Act =>
  faults(
    (simulators, fault) => begin(simulators.zoom, fault),
    (simulators) => simulators.zoom.clearFaults(),
  );
const stackone = (begin: (stackone: Simulators['stackone'], fault: PlannedFault) => void): Act =>
  faults(
    (simulators, fault) => begin(simulators.stackone, fault),
    (simulators) => simulators.stackone.clearFaults(),
  );

const tooMany = { status: 429, headers: { 'retry-after': '1' }, body: { message: 'Too many requests' } };
const broken = { status: 500, html: '<h1>Internal Server Error</h1>' };
/** Longer than a worker may be away before others take its jobs. */
const frozenMs = 6_000;

const acts: Readonly<Record<FaultKind, Act>> = {
  'kill one': ({ fleet }, { ms }, replica) => fleet.replace(replica, 'kill', ms),
  'kill all': ({ fleet }, { ms }) =>
    Promise.all(fleet.replicas.map((replica) => fleet.replace(replica, 'kill', ms))),
  'stop one': ({ fleet }, { ms }, replica) => fleet.replace(replica, 'stop', ms),
  'freeze one': async (_, { ms }, replica) => {
    replica.bot.freeze(true);
    await pause(frozenMs + ms);
    replica.bot.freeze(false);
  },
  'database: cut one line': async (_, { ms }, { proxy }) => {
    proxy.cut();
    await pause(ms);
    proxy.mend();
  },
  'database: hold one line': async (_, { ms }, { proxy }) => {
    proxy.hold();
    await pause(2 * ms);
    proxy.mend();
  },
  'database: end every connection': ({ database }) =>
    database.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = 'greenroom' and pid <> pg_backend_pid()`),
  'database: failover': ({ database }, { ms }) => database.failover(ms),
  'database: disk full': ({ database }, { ms }) => database.fillDisk(ms),
  'slack: 429': slack((faults, { times }) => faults.rateLimited({ retryAfter: 1, times: 5 * times })),
  'slack: one message a second': slack((faults) => faults.oneMessagePerSecond(true)),
  'slack: down': slack((faults) => faults.down()),
  'slack: 503': slack((faults) => faults.down('503')),
  'slack: slow': slack((faults, { ms }) => faults.slow(ms)),
  'slack: loses replies': slack((faults, { times }) => {
    faults.loseReplies('chat.postMessage', times);
    faults.loseReplies('chat.update', times);
    faults.loseReplies('views.update', 1);
  }),
  'slack: error of its own': slack((faults, { times }) => {
    faults.failNext('chat.postMessage', 'internal_error', times);
    faults.failNext('chat.update', 'fatal_error', times);
  }),
  'slack: page of HTML': slack((faults, { times }) => faults.html(times, 502)),
  'slack: sockets drop': async ({ simulators }) => simulators.slack.dropSockets(),
  'slack: sockets refresh': async ({ simulators }) => simulators.slack.refreshSockets(),
  'zoom: 429': zoom((host) => host.answer(tooMany)),
  'zoom: 500': zoom((host) => host.answer(broken)),
  'zoom: down': zoom((host) => host.down()),
  'zoom: slow': zoom((host, { ms }) => host.slow(4 * ms)),
  'zoom: cut': zoom((host) => host.cut()),
  'stackone: 429': stackone((host) => host.answer(tooMany)),
  'stackone: 500': stackone((host) => host.answer(broken)),
  'stackone: down': stackone((host) => host.down()),
  'stackone: slow': stackone((host, { ms }) => host.slow(4 * ms)),
  'stackone: cut': stackone((host) => host.cut()),
};
