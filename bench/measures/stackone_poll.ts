import { request } from 'undici';
import { pollStackone } from '../../src/usecases/profiles/poll_stackone.ts';
import { seedCrowd } from '../../test/harness/crowd.ts';
import { contextFor, startHosts, timed } from '../hosts.ts';
import type { Server } from '../processes.ts';
import type { Goal, Section } from '../section.ts';
import { type Stage, withStage } from '../stage.ts';
import { median, ratio, whole } from '../words.ts';

const waiting = 10_000;
const profiles = 2_000;
const perPage = 25;
const workspaceId = 'TBENCH';
const latencies = [0, 20];
const rounds = 15;

interface Found {
  readonly latencyMs: number;
  /** Milliseconds for one poll. */
  readonly undici: number;
  readonly first: number;
  readonly same: number;
}

/** One poll while 10,000 environments wait and StackOne lists 2,000 profiles; beside undici that fetches the pages. */
export function measure(): Promise<Section> {
  return withStage(async (stage) => {
    await seedCrowd(
      { connectionString: stage.databaseUrl },
      { workspaceId, apps: waiting, channels: 1_000, live: 0 },
    );
    const found: Found[] = [];
    for (const latencyMs of latencies) {
      found.push(await compare(stage, await stage.keep(startHosts(latencyMs, profiles)), latencyMs));
    }
    const matched = await firstListThatFits(stage, await stage.keep(startHosts(0, profiles)));
    return section(found, matched);
  });
}

async function compare({ db }: Stage, host: Server, latencyMs: number): Promise<Found> {
  const { ctx, close } = contextFor(db, host, 4);
  const poll = () => pollStackone(ctx, { workspaceId, force: true });
  await db.query('truncate connector_profile cascade');
  await db.query('truncate profile_question');
  const first = await timed(poll);
  await db.query('vacuum analyze connector_profile');
  const [undici, same]: number[][] = [[], []];
  // As when people have been asked about all of them; a poll asks about 50.
  await db.query(
    `insert into profile_question (workspace_id, id, channel_id, profile_ids, created_at)
     select workspace_id, gen_random_uuid(), 'C1', array_agg(id), now() from connector_profile group by workspace_id`,
  );
  for (let round = 0; round < (latencyMs === 0 ? rounds : 3); round += 1) {
    undici?.push(await timed(() => fetchPages(host)));
    same?.push(await timed(poll));
  }
  await close();
  return { latencyMs, first, undici: median(undici ?? []), same: median(same ?? []) };
}

async function fetchPages({ url }: Server): Promise<void> {
  for (let page = 1; page <= profiles / perPage; page += 1) {
    const reply = await request(`${url}/connector_profiles?connector_key=zoom&page=${page}`, {
      headers: { authorization: 'Basic bench' },
    });
    await reply.body.json();
  }
}

/** Every profile is new, and bears the name of an app that waits for it: as many environments get theirs. */
async function firstListThatFits({ db }: Stage, host: Server): Promise<number> {
  const { ctx, close } = contextFor(db, host, 4);
  await db.query('truncate connector_profile cascade');
  await db.query(
    `update zoom_app set name = 'Stray ' || substr(name_key, 13), name_key = 'stray ' || substr(name_key, 13)`,
  );
  const ms = await timed(() => pollStackone(ctx, { workspaceId, force: true }));
  await close();
  return ms;
}

function section(found: readonly Found[], matched: number): Section {
  return {
    title: `One StackOne poll, ${whole(waiting)} waiting environments, ${whole(profiles)} profiles`,
    goals: found.map(({ latencyMs, undici, same }): Goal => {
      return {
        what: `one StackOne poll; StackOne answers ${latencyMs === 0 ? 'at once' : `after ${latencyMs} ms`}`,
        unit: 'ms',
        greenroom: same,
        beside: undici,
        besideWhat: 'undici fetching the pages only',
        target: { atMost: 1.5 },
      };
    }),
    tables: [
      {
        title: 'Milliseconds a poll',
        head: ['StackOne answers after', 'undici fetches only', 'nothing new', 'beside', 'all profiles new'],
        rows: found.map(({ latencyMs, undici, same, first }) => [
          latencyMs === 0 ? 'at once' : `${latencyMs} ms`,
          whole(undici),
          whole(same),
          ratio(same, undici),
          whole(first),
        ]),
      },
    ],
    notes: [
      'Page after page on both sides. The delay of 100 ms that Greenroom keeps between two calls (StackOne allows 1,000 a minute) is left out: with it, 80 pages take 8 s with any client.',
      `When the names of the newest 1,000 new profiles say to which waiting environment they belong, the poll takes ${whole(matched)} ms, in transactions of 100 environments.`,
    ],
  };
}
