import { groupBy } from '../../../src/core/group_by.ts';
import type { ChaosDatabase } from '../ground/database.ts';
import { within } from '../ground/wait.ts';
import { cardOf, personOf, type Scene } from '../people/people.ts';
import type { Done } from '../people/works.ts';
import type { Plan, PlannedApp } from '../plan/plan.ts';
import { judgeApp } from './app.ts';
import type { Breach } from './breach.ts';
import { findAll } from './found.ts';
import { judgeWhole } from './whole.ts';

export interface Trial {
  readonly scene: Scene;
  readonly database: ChaosDatabase;
  readonly plan: Plan;
  readonly done: readonly Done[];
  readonly givenUp: readonly { readonly app: PlannedApp; readonly why: string }[];
  readonly history: boolean;
}

/** Everything that must be true at the end, of every app and of the whole. */
export async function judgeRun(trial: Trial): Promise<Breach[]> {
  const { scene, database, plan, done, history } = trial;
  const whole = await judgeWhole(database);
  const shown = await askAll(scene, done);
  const found = await findAll(database, scene.slate, plan.apps);
  const apps = done.flatMap(({ app, mayBeAdopted }) => {
    const of = found.get(app.mark);
    const played = {
      app,
      mayBeAdopted,
      ownerId: personOf(scene, app.owner).id,
      adminId: personOf(scene, app.admin).id,
      shown: shown.get(app.mark) ?? null,
    };
    return of === undefined ? [] : judgeApp(played, of, history);
  });
  const givenUp = trial.givenUp.map(
    ({ app, why }): Breach => ({
      rule: 'everybody gets done',
      app: app.mark,
      words: why,
    }),
  );
  return [...givenUp, ...whole, ...apps];
}

/** What `/zoom-app show` says of each app now; it may take a moment until the card says the same. */
async function askAll(scene: Scene, done: readonly Done[]): Promise<Map<string, string>> {
  const shown = new Map<string, string>();
  const byOwner = groupBy(done, ({ app }) => app.owner);
  await Promise.all(
    [...byOwner.values()].map(async (own) => {
      for (const { app } of own) shown.set(app.mark, await asks(scene, app));
    }),
  );
  return shown;
}

async function asks(scene: Scene, app: PlannedApp): Promise<string> {
  const person = personOf(scene, app.owner);
  let answer = 'no answer';
  await within(10_000, async () => {
    const before = scene.slate.whispers(person.id);
    await person.types(app.channel, `/zoom-app show ${app.name}`);
    await within(5_000, () => scene.slate.whispers(person.id) > before);
    answer = scene.slate.lastWhisper(person.id)?.text ?? answer;
    const card = cardOf(scene, app);
    return scene.slate
      .about(app.channel, app.mark)
      .some(({ ts, text }) => ts === card?.ts && text === answer);
  });
  return answer;
}
