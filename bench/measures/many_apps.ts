import { listZoomApps, readBoard, type ZoomAppPage } from '../../src/usecases/apps/list_zoom_apps.ts';
import type { Context } from '../../src/usecases/changes/context.ts';
import { readDraft } from '../../src/usecases/drafts/drafts.ts';
import { seedCrowd } from '../../test/harness/crowd.ts';
import { timed } from '../hosts.ts';
import type { Goal, Section } from '../section.ts';
import { withStage } from '../stage.ts';
import { median, ratio } from '../words.ts';

const few = { workspaceId: 'TFEW', apps: 100, channels: 10, live: 80 };
const many = { workspaceId: 'TMANY', apps: 100_000, channels: 1_000, live: 80_000 };
const rounds = 200;

type ReadPage<T = unknown> = (ctx: Pick<Context, 'db'>, workspaceId: string) => Promise<T>;

const me = 'U7';
const list =
  (words: string, after?: string): ReadPage<ZoomAppPage> =>
  (ctx, workspaceId) =>
    listZoomApps(ctx, { workspaceId, words, after });
const board: ReadPage = (ctx, workspaceId) => readBoard(ctx, { workspaceId, words: '' });
const home: ReadPage = (ctx, workspaceId) =>
  Promise.all([
    board(ctx, workspaceId),
    list(`<@${me}>`)(ctx, workspaceId),
    readDraft(ctx, { workspaceId, actor: me }),
  ]);

const goals: readonly (readonly [string, ReadPage])[] = [
  ['the list', list('')],
  ['the board', board],
  ['App Home', home],
];
/**
 * Lists narrowed by what many have, few, nobody; the seeded names are `Integration <number>`, and the first four of five
 * are live. Each finds as many lines for its page among 100 apps as among 100,000: a line costs the same anywhere.
 */
const narrowed: readonly (readonly [string, ReadPage<ZoomAppPage>])[] = [
  ['apps by a word that all have', list('integration')],
  ['apps by a word of their names', list('7')],
  ['apps by a word that one has', list('zanzibar')],
  ['apps by a word that nobody has', list('zebra')],
  ['apps at a stage that most stand at', list('live')],
  ['apps at a stage that many stand at', list('credentials')],
  ['apps at a stage that nobody stands at', list('degraded')],
  ['apps by a word and a stage', list('7 live')],
  ['apps by a word and a stage that never meet', list('77 credentials')],
  ['apps by several words', list('integration 7')],
  ['apps by two words that never meet, by turns', list('even odd')],
  ['my apps', list(`<@${me}>`)],
  ['my apps at a stage', list(`<@${me}> live`)],
];
const others: readonly (readonly [string, ReadPage])[] = [
  ['a page in the middle of the list', list('', 'integration 5')],
  ['the last page of a narrowed list', list('live', 'integration 79')],
];

/** In both workspaces, one app has a word of its own, and others one of two by turns: no skipping helps. */
const renamed: readonly string[] = [
  `update zoom_app set name_key = name_key || case substr(name_key, 13)::int % 2 when 0 then ' even' else ' odd' end
   where substr(name_key, 13)::int <= 1000`,
  `update zoom_app set name_key = 'zanzibar' where name_key = 'integration 50 even'`,
  'vacuum analyze zoom_app_term',
];

/** What a person looks at, in a workspace of 100,000 apps and in one of 100, on the same database. */
export function measure(): Promise<Section> {
  return withStage(async ({ db, databaseUrl }) => {
    const connection = { connectionString: databaseUrl };
    await seedCrowd(connection, few);
    await seedCrowd(connection, many);
    for (const sql of renamed) await db.query(sql);
    for (const [what, readPage] of narrowed) await requireEqualPages({ db }, what, readPage);
    const found = new Map<string, { few: number; many: number }>();
    for (const [what, readPage] of [...goals, ...narrowed, ...others]) {
      const times = { few: [] as number[], many: [] as number[] };
      for (let round = 0; round < rounds; round += 1) {
        times.few.push(await timed(() => readPage({ db }, few.workspaceId)));
        times.many.push(await timed(() => readPage({ db }, many.workspaceId)));
      }
      found.set(what, { few: median(times.few), many: median(times.many) });
    }
    return section(found);
  });
}

async function requireEqualPages(
  ctx: Pick<Context, 'db'>,
  what: string,
  readPage: ReadPage<ZoomAppPage>,
): Promise<void> {
  const [short, long] = await Promise.all([readPage(ctx, few.workspaceId), readPage(ctx, many.workspaceId)]);
  if (short.lines.length === long.lines.length) return;
  throw new Error(`${what}: ${short.lines.length} lines beside ${long.lines.length} cannot be compared`);
}

function section(found: ReadonlyMap<string, { few: number; many: number }>): Section {
  return {
    title: 'Many apps',
    goals: [...goalsOf(found, goals, 1.3), ...goalsOf(found, narrowed, 1.5)],
    tables: [
      {
        title: 'Milliseconds, p50',
        head: ['what', '100 apps', '100,000 apps', 'beside'],
        rows: [...found].map(([what, { few, many }]) => [
          what,
          few.toFixed(2),
          many.toFixed(2),
          ratio(many, few),
        ]),
      },
    ],
    notes: [
      'The use cases with their queries, in one process, one at a time. Both workspaces are in one database. Each narrowed list finds as many lines for its page in the one as in the other. The machine had other work meanwhile: the ratios count, not the milliseconds.',
    ],
  };
}

function goalsOf(
  found: ReadonlyMap<string, { few: number; many: number }>,
  looks: readonly (readonly [string, ReadPage])[],
  atMost: number,
): Goal[] {
  return looks.map(([what]) => ({
    what: `${what} at 100,000 apps, p50`,
    unit: 'ms',
    greenroom: found.get(what)?.many ?? Number.NaN,
    beside: found.get(what)?.few ?? Number.NaN,
    besideWhat: 'at 100 apps',
    target: { atMost },
  }));
}
