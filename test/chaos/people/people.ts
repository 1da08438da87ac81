import type { MessageHandle, Person } from '../../../sandbox/simulators/slack/index.ts';
import { handleOf } from '../../../sandbox/simulators/slack/person/handle.ts';
import type { Simulators } from '../../../sandbox/simulators/start_simulators.ts';
import type { Slate } from '../ground/slate.ts';
import type { PlannedApp } from '../plan/plan.ts';

/** What people have in front of them, and how what they do is counted. */
export interface Scene {
  readonly simulators: Simulators;
  readonly slate: Slate;
  /** Written down, and counted: faults come by this count. */
  does(app: PlannedApp, words: string): void;
  /** How long somebody waits for something to happen before they try again. */
  readonly timeoutMs: number;
}

/** Somebody tried for so long that nobody would go on. */
export class GivesUp extends Error {
  override readonly name = 'GivesUp';
}

export function personOf({ simulators }: Scene, name: string): Person {
  return simulators.slack.person(name);
}

/** Cards of an app: what stands in the channel itself and begins with its name. */
function cardsOf(
  { slate }: Pick<Scene, 'slate'>,
  app: Pick<PlannedApp, 'channel' | 'mark'>,
): MessageHandle[] {
  return slate
    .about(app.channel, app.mark)
    .filter((message) => message.threadTs === null && / Zoom app\)/.test(message.text))
    .map((message) => handleOf(slate.team, message));
}

/** The one people look at: the newest, should there be two. */
export function cardOf(scene: Pick<Scene, 'slate'>, app: PlannedApp): MessageHandle | null {
  return cardsOf(scene, app).at(-1) ?? null;
}
