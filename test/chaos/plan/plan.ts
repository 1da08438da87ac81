import type { Transport } from '../../../sandbox/bot.ts';
import { type Dice, diceOf } from './dice.ts';
import { type FaultKind, faultKinds } from './fault_kinds.ts';

export interface RunOptions {
  readonly seed: number;
  /** How many Zoom apps are registered and brought to live. */
  readonly apps: number;
  readonly replicas: number;
  readonly transport: Transport;
  /** May Greenroom read the channels it posts in? Without it a message may stand twice, and must say that it is a repeat. */
  readonly history: boolean;
  /** What may go wrong; default: everything. */
  readonly kinds?: readonly FaultKind[];
}

/** What is done with one Zoom app, and by whom. */
export interface PlannedApp {
  /** Stands in the name and in nothing else: `K0007`. */
  readonly mark: string;
  readonly name: string;
  readonly channel: string;
  readonly owner: string;
  /** Whoever ticks off what only a person can see in Zoom. */
  readonly admin: string;
  readonly managed: 'Admin-managed' | 'User-managed';
  readonly readyFirst: boolean;
  /** An account is linked through its profile too. */
  readonly linked: boolean;
}

export interface PlannedFault {
  /** It begins when people have done so much. */
  readonly atStep: number;
  readonly kind: FaultKind;
  readonly replica: number;
  /** How long it lasts. */
  readonly ms: number;
  /** How many calls it hits, where it is counted in calls. */
  readonly times: number;
}

export interface Plan {
  readonly people: readonly string[];
  readonly channels: readonly string[];
  readonly apps: readonly PlannedApp[];
  readonly faults: readonly PlannedFault[];
}

/** Each is at work on one app at a time; more of them only wait for each other on two cores. */
const mostPeople = 24;
/** A registration takes about so many steps: a command, four forms, two ticks, a profile. */
const stepsAnApp = 8;

/** Everything that is decided beforehand. The same options give the same plan. */
export function planRun(options: RunOptions): Plan {
  const people = Array.from(
    { length: Math.min(mostPeople, Math.ceil(options.apps / 3)) },
    (_, i) => `p${i + 1}`,
  );
  const channels = Array.from({ length: Math.ceil(options.apps / 12) }, (_, i) => `room-${i + 1}`);
  return {
    people,
    channels,
    apps: planApps(options, people, channels),
    faults: planFaults(options),
  };
}

const words = ['Atlas', 'Café & Søn', 'Zoom <Sales>', '会議室', "O'Neill_Sync", 'Kalender *neu*'] as const;

function planApps({ seed, apps }: RunOptions, people: readonly string[], channels: readonly string[]) {
  const dice = diceOf(seed);
  return Array.from({ length: apps }, (_, index): PlannedApp => {
    const mark = `K${String(index).padStart(4, '0')}`;
    return {
      mark,
      name: `${dice.pick(words)} ${mark}`,
      channel: `#${channels[index % channels.length]}`,
      owner: people[index % people.length] ?? '',
      admin: people[dice.below(people.length)] ?? '',
      managed: dice.chance(0.7) ? 'Admin-managed' : 'User-managed',
      readyFirst: dice.chance(0.3),
      linked: dice.chance(0.15),
    };
  });
}

/** Dealt from shuffled decks, so that no kind is forgotten and none comes too often; fewer kinds in a short run. */
function planFaults({ seed, apps, replicas, kinds = faultKinds }: RunOptions): PlannedFault[] {
  const dice = diceOf(seed + 1);
  const steps = apps * stepsAnApp;
  // About one in 90 steps in a long run; a short one sees every kind as well.
  const wanted = Math.max(kinds.length, Math.round(steps / 90));
  const faults: PlannedFault[] = [];
  let deck: FaultKind[] = [];
  for (let index = 0; index < wanted; index += 1) {
    if (deck.length === 0) deck = dice.shuffled(kinds);
    const kind = deck.pop();
    if (kind === undefined) break;
    const slot = steps / (wanted + 1);
    faults.push({
      atStep: Math.max(1, Math.round(slot * (index + 0.3 + dice.below(100) / 100))),
      kind,
      replica: dice.below(replicas),
      ms: lasting(dice),
      times: dice.between(1, 6),
    });
  }
  return faults;
}

const lasting = (dice: Dice): number => dice.pick([200, 500, 1000, 1500, 2500]);
