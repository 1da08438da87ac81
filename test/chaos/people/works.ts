import type { Plan, PlannedApp } from '../plan/plan.ts';
import { bringsToLive, type Ending } from './brings_to_live.ts';
import type { Scene } from './people.ts';
import { registers } from './registers.ts';

export interface Done extends Ending {
  readonly app: PlannedApp;
}

/** Everybody brings their apps to live, one after the other. Returns what somebody gave up on, and why. */
export async function workAll(
  scene: Scene,
  plan: Plan,
  isDone: (done: Done) => void,
): Promise<{ readonly app: PlannedApp; readonly why: string }[]> {
  const givenUp: { app: PlannedApp; why: string }[] = [];
  await Promise.all(
    plan.people.map(async (owner) => {
      for (const app of plan.apps.filter((one) => one.owner === owner)) {
        try {
          await registers(scene, app, scene.simulators.zoom.addApp({}));
          isDone({ app, ...(await bringsToLive(scene, app)) });
        } catch (error) {
          givenUp.push({ app, why: error instanceof Error ? error.message : String(error) });
        }
      }
    }),
  );
  return givenUp;
}
