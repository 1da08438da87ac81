import { Agent, request } from 'undici';
import { checkCredentials } from '../../src/usecases/checks/probe_credentials.ts';
import { sealSecrets, seedCrowd } from '../../test/harness/crowd.ts';
import { contextFor, pump, startHosts, timed } from '../hosts.ts';
import type { Server } from '../processes.ts';
import type { Goal, Section } from '../section.ts';
import { type Stage, withStage } from '../stage.ts';
import { median, ratio, whole } from '../words.ts';

const checks = 10_000;
const atOnce = 16;
const workspaceId = 'TBENCH';
const latencies = [0, 20];
const rounds = 3;

interface Found {
  readonly latencyMs: number;
  /** Milliseconds for all checks. */
  readonly undici: number;
  readonly same: number;
  readonly changed: number;
}

/** Due credentials: asked about, written down, and the messages they cause queued; beside undici that only asks. */
export function measure(): Promise<Section> {
  return withStage(async (stage) => {
    await seedCrowd(
      { connectionString: stage.databaseUrl },
      { workspaceId, apps: checks, channels: 1_000, live: 0 },
    );
    const found: Found[] = [];
    for (const latencyMs of latencies) {
      found.push(await compare(stage, await stage.keep(startHosts(latencyMs)), latencyMs));
    }
    return section(found);
  });
}

async function compare({ db }: Stage, host: Server, latencyMs: number): Promise<Found> {
  const { ctx, close } = contextFor(db, host, atOnce);
  await sealSecrets(db, ctx.vault, workspaceId);
  const plain = plainProbe(host);
  // A slow stub evens out what else the machine does.
  const times = latencyMs > 0 ? 1 : rounds;
  const [undici, same, changed]: number[][] = [[], [], []];
  await pump(1_000, atOnce, plain.ask);
  for (let round = 0; round < times; round += 1) {
    undici?.push(await timed(() => pump(checks, atOnce, plain.ask)));
    await makeDue(db, true);
    changed?.push(await timed(() => checkCredentials(ctx, { workspaceId })));
    await makeDue(db, false);
    same?.push(await timed(() => checkCredentials(ctx, { workspaceId })));
  }
  await plain.close();
  await close();
  return {
    latencyMs,
    undici: median(undici ?? []),
    same: median(same ?? []),
    changed: median(changed ?? []),
  };
}

/** `anew`: every check is reset to pending, so that it passes for the first time and is announced. */
async function makeDue(db: Stage['db'], anew: boolean): Promise<void> {
  if (anew) {
    await db.query(`update readiness_check set status = 'pending', last_known = 'pending', evidence = null
                    where name = 'credentials'`);
    await db.query(`update environment set stage = 'credentials'`);
    await db.query(`update delivery set state = 'sent'`);
  }
  await db.query(`update environment set next_probe_at = now()`);
  for (const table of ['environment', 'readiness_check', 'delivery'])
    await db.query(`vacuum analyze ${table}`);
}

function plainProbe({ url }: Server) {
  const dispatcher = new Agent({ connections: atOnce });
  const headers = {
    authorization: `Basic ${Buffer.from('client:the secret of a bench').toString('base64')}`,
    'content-type': 'application/x-www-form-urlencoded',
  };
  const form = {
    grant_type: 'authorization_code',
    code: 'x'.repeat(33),
    redirect_uri: 'https://a.example/b',
  };
  const body = new URLSearchParams(form).toString();
  return {
    ask: async () => {
      const reply = await request(`${url}/oauth/token`, { method: 'POST', dispatcher, headers, body });
      await reply.body.json();
    },
    close: () => dispatcher.close(),
  };
}

function section(found: readonly Found[]): Section {
  const perSecond = (ms: number) => checks / (ms / 1_000);
  return {
    title: `${whole(checks)} due checks of credentials`,
    goals: found.map(({ latencyMs, undici, changed }): Goal => {
      const answers = latencyMs === 0 ? 'answers at once' : `answers after ${latencyMs} ms`;
      return {
        what: `${whole(checks)} due checks, results stored, messages queued; Zoom ${answers}`,
        unit: 'checks/s',
        greenroom: perSecond(changed),
        beside: perSecond(undici),
        besideWhat: `undici asking only, ${atOnce} at a time`,
        target: { atLeast: 0.5 },
      };
    }),
    tables: [
      {
        title: 'Checks per second',
        head: [
          'Zoom answers after',
          'undici asks only',
          'nothing new',
          'beside',
          'each check changes',
          'beside',
        ],
        rows: found.map(({ latencyMs, undici, same, changed }) => [
          latencyMs === 0 ? 'at once' : `${latencyMs} ms`,
          whole(perSecond(undici)),
          whole(perSecond(same)),
          ratio(undici, same),
          whole(perSecond(changed)),
          ratio(undici, changed),
        ]),
      },
    ],
    notes: [
      `${atOnce} calls at a time on both sides (in production Greenroom makes 4 calls to Zoom at a time: Zoom's limits are not documented). One process, a stub in another, and Postgres with fsync.`,
      'Where each check changes: a check, a stage, two events, a card and a message for each of 10,000 apps in 1,000 channels, and the jobs that send them.',
    ],
  };
}
