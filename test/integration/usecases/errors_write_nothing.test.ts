import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { isErr } from '../../../src/core/result.ts';
import { Secret } from '../../../src/core/secrets/secret.ts';
import { newId } from '../../../src/ids.ts';
import { insertConfirmedScopes, MOST_CONFIRMED } from '../../../src/store/scopes/confirmed_scopes.ts';
import { editZoomApp } from '../../../src/usecases/apps/edit_zoom_app.ts';
import { registerZoomApp } from '../../../src/usecases/apps/register_zoom_app.ts';
import type { UseCases } from '../../../src/usecases/bind_use_cases.ts';
import { type Answers, ana, draft, T1, useWorld, type World, zoe } from './world.ts';

type ErrorOf<UseCase extends (input: never) => Promise<unknown>> = Extract<
  Awaited<ReturnType<UseCase>>,
  { readonly ok: false; readonly error: unknown }
>['error'];
type CodeOf<E> = E extends { readonly code: infer Code } ? Code : E;

/** Prepares what the error needs, and returns the call that gets it. */
type Case = (world: World) => Promise<() => Promise<unknown>>;

/** Every error code of every use case that returns a `Result`: a new one without a case here does not compile. */
type EveryError = {
  readonly [Name in keyof UseCases as [ErrorOf<UseCases[Name]>] extends [never] ? never : Name]: {
    readonly [Code in CodeOf<ErrorOf<UseCases[Name]>> & string]: Case | 'anyone may' | 'a test of its own';
  };
};

const ben = 'UBEN';
const bot = 'UBOT';
const byAna = { workspaceId: T1, actor: ana };
const byZoe = { workspaceId: T1, actor: zoe };
const withBots = ({ ctx }: World) => ({ ...ctx, standingsOf: async () => new Map([[bot, 'bot']] as const) });
const unknownScopes = (count: number) => Array.from({ length: count }, (_, i) => `meeting:read:x${i}:admin`);
const tooMany = { pickedScopes: unknownScopes(51), confirmedScopes: unknownScopes(51) };

async function fillConfirmed({ database, ctx }: World): Promise<void> {
  const scopes = Array.from({ length: MOST_CONFIRMED }, (_, i) => `meeting:read:full${i}:admin`);
  await insertConfirmedScopes(database.db, T1, scopes, zoe, ctx.clock.now());
}

/** No other app of the test has it. */
const nameOfOne = () => `App ${newId()}`;

/** An app of Ana's with one environment. */
async function app(world: World, answers: Answers = {}) {
  const { appId, environments } = await world.register({ name: nameOfOne(), ...answers });
  return { appId, environmentId: environments.development };
}

async function archived(world: World) {
  const one = await app(world);
  await world.database.db.query('update zoom_app set archived_at = now() where id = $1', [one.appId]);
  return one;
}

const pair = (world: World) => {
  const { clientId, clientSecret } = world.zoom.addApp();
  return { clientId, secret: new Secret(clientSecret) };
};

const registering =
  (answers: Answers, more: { readonly mark?: string } = {}): Case =>
  async (world) => {
    const { pairs: _, ...submitted } = await draft(world, { name: nameOfOne(), ...answers });
    return () => world.usecases.registerZoomApp({ ...submitted, ...more });
  };

type Changes = Parameters<UseCases['editZoomApp']>[0]['changes'];
const editing =
  (changes: Changes, more: { readonly actor?: string; readonly version?: number } = {}): Case =>
  async (world) => {
    const { appId } = await app(world);
    return () => world.usecases.editZoomApp({ ...byAna, appId, version: 1, changes, ...more });
  };

type Which = { readonly appId: string; readonly environmentId: string };
/** The cases that every change of an app or environment has. */
const ofApps = (call: (world: World, which: Which, actor: string) => Promise<unknown>) =>
  ({
    not_found: async (world) => () => call(world, { appId: newId(), environmentId: newId() }, ana),
    archived: async (world) => {
      const which = await archived(world);
      return () => call(world, which, ana);
    },
    not_owner: async (world) => {
      const which = await app(world);
      return () => call(world, which, zoe);
    },
  }) satisfies Record<string, Case>;

const assign = (world: World, environmentId: string, profileId: string) =>
  world.usecases.assignProfile({ ...byAna, environmentId, profileId, how: 'person' });

async function openQuestion(world: World) {
  await app(world);
  await app(world);
  await world.tick();
  const { id: profileId } = world.stackone.createProfile({ name: 'Stray' });
  await world.tick();
  const [row] = await world.database.db.query<{ id: string }>('select id from profile_question');
  return { questionId: row?.id ?? '', profileId };
}

const errors: EveryError = {
  registerZoomApp: {
    draft_gone: async (world) => () => world.usecases.registerZoomApp({ ...byAna, draftId: newId() }),
    draft_changed: registering({}, { mark: 'of other answers' }),
    incomplete: registering({ name: '' }),
    name_taken: async (world) => {
      await app(world, { name: 'Acme Zoom' });
      return registering({ name: 'ACME zoom' })(world);
    },
    no_owner: async (world) => {
      const { pairs: _, ...submitted } = await draft(world, { name: nameOfOne(), owners: [ana, bot] });
      return () => registerZoomApp(withBots(world), submitted);
    },
    too_many_confirmed: registering(tooMany),
    confirmed_full: async (world) => {
      await fillConfirmed(world);
      return registering({ pickedScopes: unknownScopes(1), confirmedScopes: unknownScopes(1) })(world);
    },
    secrets_gone: registering({ secretsFor: [] }),
    scopes_blocking: registering({ pickedScopes: ['user:read:user'] }),
  },
  editZoomApp: {
    ...ofApps((world, { appId }, actor) =>
      world.usecases.editZoomApp({ workspaceId: T1, actor, appId, version: 1, changes: { purpose: 'x' } }),
    ),
    conflict: editing({ purpose: 'x' }, { version: 9 }),
    name_taken: async (world) => {
      await app(world, { name: 'Acme Zoom' });
      return editing({ name: 'acme ZOOM' })(world);
    },
    no_owner: async (world) => {
      const { appId } = await app(world);
      const changes = { owners: [ana, bot] };
      return () => editZoomApp(withBots(world), { ...byAna, appId, version: 1, changes });
    },
    scopes_blocking: editing({ purpose: 'x', scopes: ['user:read:user'] }),
    too_many_confirmed: editing({ name: 'New', scopes: unknownScopes(51), ...tooMany }),
    confirmed_full: async (world) => {
      await fillConfirmed(world);
      return editing({ name: 'New', scopes: unknownScopes(1), confirmedScopes: unknownScopes(1) })(world);
    },
  },
  assignProfile: {
    ...ofApps((world, { environmentId }, actor) =>
      world.usecases.assignProfile({
        workspaceId: T1,
        actor,
        environmentId,
        profileId: 'p',
        how: 'adopted',
      }),
    ),
    profile_gone: async (world) => {
      const { environmentId } = await app(world);
      return () => assign(world, environmentId, 'no such profile');
    },
    profile_taken: async (world) => {
      const { profileId } = await world.registerLive(nameOfOne());
      const { environmentId } = await app(world);
      return () => assign(world, environmentId, profileId);
    },
    has_profile: async (world) => {
      const { environmentId } = await world.registerLive(nameOfOne());
      // Two other environments wait, so that the new profile is not assigned to one of them.
      await app(world);
      await app(world);
      const { id } = world.stackone.createProfile({ name: 'Stray' });
      await world.tick();
      return () => assign(world, environmentId, id);
    },
  },
  rejectProfile: {
    ...ofApps((world, { environmentId }, actor) =>
      world.usecases.rejectProfile({ workspaceId: T1, actor, environmentId, profileId: 'p' }),
    ),
    no_profile: async (world) => {
      const { environmentId } = await app(world);
      return () => world.usecases.rejectProfile({ ...byAna, environmentId, profileId: 'p' });
    },
    outdated: async (world) => {
      const { environmentId } = await world.registerLive(nameOfOne());
      return () => world.usecases.rejectProfile({ ...byAna, environmentId, profileId: 'another' });
    },
  },
  dismissProfile: {
    not_found: async (world) => () =>
      world.usecases.dismissProfile({ ...byAna, questionId: newId(), profileId: 'p', mark: '' }),
    question_changed: 'a test of its own',
  },
  attest: {
    ...ofApps((world, { environmentId }, actor) =>
      world.usecases.attest({ workspaceId: T1, actor, environmentId, what: 'redirect' }),
    ),
    not_owner: async (world) => {
      world.zoom.checksCodeFirst(true);
      const { environmentId } = await app(world);
      await world.runJobs();
      await world.usecases.replaceCredentials({ ...byAna, environmentId, ...pair(world) });
      await world.runJobs();
      const { pairMark: mark } = await world.environment(environmentId);
      return () => world.usecases.attest({ ...byZoe, environmentId, what: 'credentials', mark });
    },
  },
  reportNotReady: {
    ...ofApps((world, { environmentId }, actor) =>
      world.usecases.reportNotReady({ workspaceId: T1, actor, environmentId, missing: [], note: '' }),
    ),
    not_owner: 'anyone may',
    outdated: async (world) => {
      const { environmentId } = await app(world);
      const said = { ...byZoe, environmentId, missing: [], note: '', mark: 'another state' };
      return () => world.usecases.reportNotReady(said);
    },
  },
  replaceCredentials: {
    ...ofApps((world, { environmentId }, actor) =>
      world.usecases.replaceCredentials({ workspaceId: T1, actor, environmentId, ...pair(world) }),
    ),
    outdated: async (world) => {
      const { environmentId } = await app(world, { owners: [ana, ben] });
      await world.usecases.replaceCredentials({ ...byAna, environmentId, ...pair(world) });
      const late = { workspaceId: T1, actor: ben, environmentId, ...pair(world), mark: 'the pair before' };
      return () => world.usecases.replaceCredentials(late);
    },
  },
  addEnvironment: {
    ...ofApps((world, { appId }, actor) =>
      world.usecases.addEnvironment({ workspaceId: T1, actor, appId, kind: 'production', ...pair(world) }),
    ),
    exists: async (world) => {
      const { appId } = await app(world);
      return () => world.usecases.addEnvironment({ ...byAna, appId, kind: 'development', ...pair(world) });
    },
  },
  checkNow: {
    ...ofApps((world, { appId }, actor) => world.usecases.checkNow({ workspaceId: T1, actor, appId })),
    not_owner: 'anyone may',
  },
  confirmScopes: {
    too_many_confirmed: async (world) => () =>
      world.usecases.confirmScopes({ ...byAna, scopes: unknownScopes(51), managementType: 'admin' }),
    confirmed_full: async (world) => {
      await fillConfirmed(world);
      return () =>
        world.usecases.confirmScopes({ ...byAna, scopes: unknownScopes(1), managementType: 'admin' });
    },
  },
  withdrawScope: {
    not_found: async (world) => () => world.usecases.withdrawScope({ ...byAna, scope: 'a:b:c' }),
    not_yours: async (world) => {
      const [scope = ''] = unknownScopes(1);
      await world.usecases.confirmScopes({ ...byZoe, scopes: [scope], managementType: 'admin' });
      return () => world.usecases.withdrawScope({ ...byAna, scope });
    },
  },
};

/** Every row of every table, the queue's too. */
async function everyRow({ database: { db } }: World): Promise<Record<string, unknown>> {
  const tables = await db.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname in ('public', 'graphile_worker') order by 1`,
  );
  const each = tables.map(({ name }) => `select '${name}' as name, to_jsonb(t) as row from ${name} t`);
  const rows = await db.query<{ name: string; rows: unknown }>(
    `select name, jsonb_agg(row order by row::text) as rows from (${each.join(' union all ')}) as every_table
     group by name`,
  );
  return Object.fromEntries(rows.map(({ name, rows }) => [name, rows]));
}

const stage = useWorld();

describe('a use case that returns an error has written nothing', () => {
  test.each(Object.entries(errors).map(([name, codes]) => ({ name, codes })))('$name', async ({ codes }) => {
    const { world } = stage;
    for (const [code, prepare] of Object.entries<Case | string>(codes)) {
      if (typeof prepare === 'string') continue;
      const call = await prepare(world);
      const before = await everyRow(world);
      expect(codeOf(await call())).toBe(code);
      expect(await everyRow(world), code).toEqual(before);
    }
  });

  test('except the redraw of a profile question whose offer has changed', async () => {
    const { world } = stage;
    const { questionId, profileId } = await openQuestion(world);
    await world.database.db.query(`update delivery set state = 'sent'`);
    await world.news();
    const before = await everyRow(world);
    const old = { ...byAna, questionId, profileId, mark: 'another offer' };
    expect(codeOf(await world.usecases.dismissProfile(old))).toBe('question_changed');
    expect((await world.news()).map(({ card }) => card)).toEqual(['profile_question']);
    const after = await everyRow(world);
    const changed = Object.keys({ ...before, ...after }).filter(
      (table) => !isDeepStrictEqual(before[table], after[table]),
    );
    expect(changed.sort()).toEqual(['graphile_worker._private_jobs', 'public.delivery']);
  });
});

/** The error code of a `Result`; what it brings beside its code (`conflict`: the app as it is now) is left out. */
function codeOf(result: unknown): string | null {
  const error = isErr(result) ? result.error : null;
  if (typeof error === 'string') return error;
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : null;
}
