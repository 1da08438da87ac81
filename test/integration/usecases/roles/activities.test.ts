import { expect, test } from 'vitest';
import { type Activity, activities, roleChoices } from '../../../../src/core/roles/activities.ts';
import { bindUseCases, type UseCases } from '../../../../src/usecases/bind_use_cases.ts';
import { ana, draft, type Fixture, type Registered, T1, useFixture, zoe } from '../fixture.ts';

const stage = useFixture();
/** Ana owns the app, Zoe is nobody in particular; the others are admins, each known in another way. */
const people = { owner: ana, other: zoe, configured: 'UCONFIG', added: 'UADDED', inSlack: 'USLACK' } as const;
type Who = keyof typeof people;

type Try = (usecases: UseCases, app: Registered, actor: string, fixture: Fixture) => Promise<unknown>;

/** One use case of each activity. Whatever else it returns: only a role denies it with one of two codes. */
const tries: Readonly<Record<Activity, Try>> = {
  async register(usecases, _app, actor, fixture) {
    const { pairs: _, ...submitted } = await draft(fixture, { name: `Of ${actor}`, actor });
    return usecases.registerZoomApp(submitted);
  },
  edit: (usecases, { appId }, actor) =>
    usecases.editZoomApp({ workspaceId: T1, actor, appId, version: 1, changes: {} }),
  tick: (usecases, { environments: { development: environmentId } }, actor) =>
    usecases.attest({ workspaceId: T1, actor, environmentId, what: 'redirect' }),
  rotate: (usecases, { environments: { development: environmentId } }, actor) =>
    usecases.forgetSecret({ workspaceId: T1, actor, environmentId, mark: 'of another pair' }),
  prove: (usecases, { environments: { development: environmentId } }, actor) =>
    usecases.startConnectSession({ workspaceId: T1, actor, environmentId, purpose: 'prove' }),
  archive: (usecases, { appId }, actor) => usecases.archiveApp({ workspaceId: T1, actor, appId }),
  delete: (usecases, { appId }, actor) =>
    usecases.deleteApp({ workspaceId: T1, actor, appId, name: 'another one' }),
};

const admins: readonly Who[] = ['configured', 'added', 'inSlack'];
const allowed: Readonly<Record<'everyone' | 'owners' | 'admins', readonly Who[]>> = {
  everyone: ['owner', 'other', ...admins],
  owners: ['owner', ...admins],
  admins,
};

const isDenied = (result: unknown): boolean => /"not_(owner|admin)"/.test(JSON.stringify(result) ?? '');

test.each(activities.map((activity) => ({ activity })))(
  'only who was chosen may $activity, whoever asks',
  async ({ activity }) => {
    const { fixture } = stage;
    const { db } = fixture.database;
    const usecases = bindUseCases({
      ...fixture.ctx,
      admins: [people.configured],
      isWorkspaceAdmin: async (userId) => userId === people.inSlack,
    });
    await db.query('insert into workspace_admin values ($1, $2, $2, now())', [T1, people.added]);
    // An admin registers it, whoever may; Ana owns it. Only what archives an app uses it up.
    const registers = (name: string) => fixture.register({ name, actor: people.added, owners: [ana] });
    const shared = await registers('Acme');
    for (const who of roleChoices[activity]) {
      await usecases.setRoles({ workspaceId: T1, actor: people.added, roles: { [activity]: who } });
      for (const name of allowed.everyone) {
        const app = activity === 'archive' ? await registers(`Acme ${who} ${name}`) : shared;
        const result = await tries[activity](usecases, app, people[name], fixture);
        expect([who, name, !isDenied(result)]).toEqual([who, name, allowed[who].includes(name)]);
      }
    }
  },
);
