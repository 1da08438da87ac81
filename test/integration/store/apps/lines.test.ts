import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { nameKey } from '../../../../src/core/apps/app_name.ts';
import type { Stage } from '../../../../src/core/checks/stage.ts';
import { newId } from '../../../../src/ids.ts';
import { type LineFilter, mostSteps, pageOfLines } from '../../../../src/store/apps/app_lines.ts';
import { insertEnvironment, saveStages } from '../../../../src/store/apps/save_environments.ts';
import { insertZoomApp, updateZoomApp } from '../../../../src/store/apps/save_zoom_app.ts';
import { setOwners } from '../../../../src/store/ownership/owners.ts';
import type { Database } from '../../../../src/store/postgres/client/database.ts';
import { saveWorkspace } from '../../../../src/store/workspaces/workspaces.ts';
import { createTestDatabase, type TestDatabase } from '../../../harness/postgres.ts';

const now = new Date('2026-03-02T09:00:00Z');
const fields = {
  managementType: 'admin' as const,
  purpose: '',
  scopeDescription: '',
  channelId: 'C1',
};

let database: TestDatabase;
let db: Database;
let workspaceId: string;
let workspaces = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
});
afterAll(() => database.drop());
beforeEach(async () => {
  workspaceId = `T${++workspaces}`;
  await saveWorkspace(db, { id: workspaceId, name: 'W', botUserId: 'U' }, now);
});

interface App {
  readonly id: string;
  name: string;
  owners: readonly string[];
  /** Of its development environment, then of production. */
  stages: Stage[];
  environments: string[];
  archived: boolean;
}

async function add(given: Partial<App> & { name: string }): Promise<App> {
  const app: App = { id: newId(), owners: [], stages: [], environments: [], archived: false, ...given };
  await insertZoomApp(db, { ...fields, workspaceId, id: app.id, name: app.name }, 'U1', now);
  await setOwners(db, { workspaceId, id: app.id }, app.owners);
  for (const [place, stage] of app.stages.entries()) {
    const id = newId();
    app.environments.push(id);
    await insertEnvironment(db, {
      workspaceId,
      id,
      zoomAppId: app.id,
      kind: place === 0 ? 'development' : 'production',
      clientId: 'c',
      clientSecretSealed: 's',
      stage,
      baselineAt: null,
    });
  }
  return app;
}

const nothing: LineFilter = { words: [], stage: null, owner: null };

/** The names on all pages, each page as it comes; a page is asked for with what the one before gave. */
async function pagesOf(filter: Partial<LineFilter>, limit = 3): Promise<string[][]> {
  const pages: string[][] = [];
  let after: string | null = null;
  do {
    const page = await pageOfLines(db, workspaceId, { ...nothing, ...filter }, after, limit);
    pages.push(page.lines.map(({ name }) => name));
    after = page.next;
  } while (after !== null);
  return pages;
}

async function listed(filter: Partial<LineFilter>): Promise<string[]> {
  return (await pagesOf(filter)).flat();
}

/** The same, the plain way. */
function expected(apps: readonly App[], { words, stage, owner }: LineFilter): string[] {
  return apps
    .filter(({ archived }) => !archived)
    .filter((app) => stage === null || app.stages.includes(stage))
    .filter((app) => owner === null || app.owners.includes(owner))
    .filter((app) => {
      const own = nameKey(app.name).split(' ');
      return words.every((word) => own.some((one) => one.startsWith(word)));
    })
    .map(({ name }) => name)
    .sort((a, b) => Buffer.compare(Buffer.from(nameKey(a)), Buffer.from(nameKey(b))));
}

const word = fc.constantFrom('a', 'ab', 'abc', 'b', 'Ba', 'é', '会議', '会', '😀', '7', '77', 'Ⅷ', 'straße');
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const stage = fc.constantFrom<Stage>('credentials', 'testing', 'live', 'degraded');
const owners = fc.uniqueArray(fc.constantFrom('U1', 'U2', 'U3'), { maxLength: 2 });
const made = fc.record({ name, owners, stages: fc.array(stage, { maxLength: 2 }) });
const change = fc.record({
  app: fc.nat(),
  what: fc.constantFrom('rename', 'owners', 'stages', 'archive', 'restore'),
  name,
  owners,
  stages: fc.tuple(stage, stage),
});
const filter = fc.record({
  words: fc.array(
    word.map((one) => nameKey(one)).filter((one) => one !== ''),
    { maxLength: 3 },
  ),
  stage: fc.option(stage),
  owner: fc.option(fc.constantFrom('U1', 'U2', 'U9')),
});

test('however apps came, changed, left and came back, each list holds those that match, once, by name', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(made, { selector: (app) => nameKey(app.name), maxLength: 12 }),
      fc.array(change, { maxLength: 12 }),
      fc.array(filter, { minLength: 1, maxLength: 6 }),
      async (firsts, changes, filters) => {
        workspaceId = `T${++workspaces}`;
        await saveWorkspace(db, { id: workspaceId, name: 'W', botUserId: 'U' }, now);
        const apps: App[] = [];
        for (const first of firsts) apps.push(await add(first));
        for (const one of changes) {
          const app = apps[one.app % Math.max(1, apps.length)];
          if (app !== undefined) await carryOut(app, one, apps);
        }
        for (const one of filters) expect(await listed(one)).toEqual(expected(apps, one));
      },
    ),
    { numRuns: 60 },
  );
}, 120_000);

type Change = Parameters<Parameters<(typeof change)['map']>[0]>[0];

async function carryOut(app: App, to: Change, all: readonly App[]): Promise<void> {
  const taken = (key: string) => all.some((one) => one !== app && !one.archived && nameKey(one.name) === key);
  const at = [workspaceId, app.id];
  switch (to.what) {
    case 'rename':
      if (taken(nameKey(to.name))) return;
      await updateZoomApp(db, { ...fields, workspaceId, id: app.id, name: to.name }, 'U1', now);
      app.name = to.name;
      return;
    case 'owners':
      await setOwners(db, { workspaceId, id: app.id }, to.owners);
      app.owners = to.owners;
      return;
    case 'stages': {
      app.stages = app.stages.flatMap((_, place) => to.stages[place] ?? []);
      const moved = app.environments.map((environmentId, place) => {
        return { environmentId, stage: app.stages[place] ?? 'draft', liveAt: null };
      });
      await saveStages(db, workspaceId, moved);
      return;
    }
    case 'archive':
      await db.query('update zoom_app set archived_at = now() where workspace_id = $1 and id = $2', at);
      app.archived = true;
      return;
    case 'restore':
      if (taken(nameKey(app.name))) return;
      await db.query('update zoom_app set archived_at = null where workspace_id = $1 and id = $2', at);
      app.archived = false;
  }
}

test('a person who takes the place of another is found at once, and the other no more', async () => {
  await add({ name: 'One', owners: ['U1'] });
  await add({ name: 'Two', owners: ['U2'] });
  await db.query(
    `update zoom_app_owner set user_id = case user_id when 'U1' then 'U2' else 'U1' end where workspace_id = $1`,
    [workspaceId],
  );
  expect(await listed({ owner: 'U1' })).toEqual(['Two']);
  expect(await listed({ owner: 'U2' })).toEqual(['One']);
});

test('an app of another workspace with the same name is none of ours', async () => {
  await add({ name: 'Acme', owners: ['U1'], stages: ['live'] });
  workspaceId = `T${++workspaces}`;
  await saveWorkspace(db, { id: workspaceId, name: 'W', botUserId: 'U' }, now);
  await add({ name: 'Other' });
  expect(await listed({ words: ['acme'] })).toEqual([]);
  expect(await listed({ owner: 'U1' })).toEqual([]);
  expect(await listed({ stage: 'live' })).toEqual([]);
});

test.each([
  ['a thousand different words', Array.from({ length: 1000 }, (_, n) => `w${n}x`), []],
  [
    'a thousand words that each begin another',
    Array.from({ length: 1000 }, (_, n) => 'a'.repeat(n)),
    ['Aaa'],
  ],
  ['a word of 4,000 letters', ['a'.repeat(4_000)], []],
  ['quotes, signs and NUL-like letters', ["a'b", '\\', '%', ':*', '\u0001'], []],
])('%s are narrowed by like any other', async (_what, words, names) => {
  await add({ name: 'Aaa' });
  const short = words.map((one) => one.slice(0, names.length === 0 ? 4_000 : 3)).filter(Boolean);
  expect(await listed({ words: short })).toEqual(names);
});

test('a word longer than any that is kept finds the name by as much of it as is kept', async () => {
  const name = '\ufb03'.repeat(50); // folds to three letters each
  await add({ name });
  expect(nameKey(name)).toHaveLength(150);
  expect(await listed({ words: [nameKey(name)] })).toEqual([name]);
  expect(await listed({ words: [`${nameKey(name).slice(0, 49)}x`] })).toEqual([]);
});

test('what hardly ever meets is looked for in bounded pieces, and each piece says that there is more', async () => {
  // Every second app is one, every other second the other: no skipping helps.
  const apps = mostSteps;
  await db.query(
    `insert into zoom_app (workspace_id, id, name, name_key, management_type, channel_id, created_by, updated_by, created_at, updated_at)
     select $1, gen_random_uuid(), name, name, 'admin', 'C', 'U', 'U', now(), now()
     from (select 'n' || lpad(n::text, 5, '0') || case n % 2 when 0 then ' even' else ' odd' end as name
           from generate_series(1, $2::int) n union all select 'z even odd') named`,
    [workspaceId, apps],
  );
  const pages = await pagesOf({ words: ['even', 'odd'] });
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.slice(0, -1).flat()).toEqual([]);
  expect(pages.at(-1)).toEqual(['z even odd']);
});
