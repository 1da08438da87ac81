import type { Context } from '../../src/usecases/context.ts';
import { readDraft } from '../../src/usecases/drafts.ts';
import { listZoomApps, readBoard } from '../../src/usecases/list_zoom_apps.ts';
import { seedCrowd } from '../../test/harness/crowd.ts';
import { timed } from '../outside.ts';
import type { Section } from '../section.ts';
import { withStage } from '../stage.ts';
import { median, ratio } from '../words.ts';

const few = { workspaceId: 'TFEW', apps: 100, channels: 10, live: 80 };
const many = { workspaceId: 'TMANY', apps: 100_000, channels: 1_000, live: 80_000 };
const rounds = 200;

type Look = (ctx: Pick<Context, 'db'>, workspaceId: string) => Promise<unknown>;

const me = 'U7';
const list =
  (words: string, after?: string): Look =>
  (ctx, workspaceId) =>
    listZoomApps(ctx, { workspaceId, words, after });
const board: Look = (ctx, workspaceId) => readBoard(ctx, { workspaceId, words: '' });
const home: Look = (ctx, workspaceId) =>
  Promise.all([
    board(ctx, workspaceId),
    list(`<@${me}>`)(ctx, workspaceId),
    readDraft(ctx, { workspaceId, actor: me }),
  ]);

const goals: readonly (readonly [string, Look])[] = [
  ['the list', list('')],
  ['the board', board],
  ['App Home', home],
];
const others: readonly (readonly [string, Look])[] = [
  ['a page in the middle of the list', list('', 'integration 5')],
  ['my apps', list(`<@${me}>`)],
  ['apps by a word of their names', list('77')],
  ['apps at a stage that many stand at', list('credentials')],
  ['apps at a stage that nobody stands at', list('degraded')],
];

/** What a person looks at, in a workspace of 100,000 apps and in one of 100, on the same database. */
export function measure(): Promise<Section> {
  return withStage(async ({ db, databaseUrl }) => {
    const connection = { connectionString: databaseUrl };
    await seedCrowd(connection, few);
    await seedCrowd(connection, many);
    const found = new Map<string, { few: number; many: number }>();
    for (const [what, look] of [...goals, ...others]) {
      const times = { few: [] as number[], many: [] as number[] };
      for (let round = 0; round < rounds; round += 1) {
        times.few.push(await timed(() => look({ db }, few.workspaceId)));
        times.many.push(await timed(() => look({ db }, many.workspaceId)));
      }
      found.set(what, { few: median(times.few), many: median(times.many) });
    }
    return section(found);
  });
}

function section(found: ReadonlyMap<string, { few: number; many: number }>): Section {
  return {
    title: 'Many apps',
    goals: goals.map(([what]) => ({
      what: `${what} at 100,000 apps, p50`,
      unit: 'ms',
      greenroom: found.get(what)?.many ?? Number.NaN,
      beside: found.get(what)?.few ?? Number.NaN,
      besideWhat: 'at 100 apps',
      target: { atMost: 1.3 },
    })),
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
      'The use cases with their queries, in one process, one at a time; what is drawn from them is the same number of lines in both workspaces. Both workspaces are in one database.',
    ],
  };
}
