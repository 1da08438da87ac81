import { deleteCheckRequests } from '../store/check_requests.ts';
import { deleteExpiredDraftSecrets, deleteExpiredDrafts } from '../store/drafts.ts';
import { saveAskAgainAt, takeDueAsks } from '../store/environments.ts';
import type { Queryable } from '../store/postgres/database.ts';
import { readZoomApps } from '../store/zoom_apps.ts';
import { type Locked, lockEnvironments } from './change_app.ts';
import { checkEveryMs } from './check_now.ts';
import type { Context } from './context.ts';
import { noEffects, writeEffects } from './effects.ts';
import { inTurn } from './in_turn.ts';
import { aboutOf, checkOf } from './record_outcome.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'newId' | 'settings'>;

const atOnce = 100;
/** A registration that nobody has gone on with for so long is thrown away. */
const draftLifeMs = 30 * 24 * 60 * 60_000;

/** Does what has become due: indexed, in batches, whatever the number of apps. */
export async function sweep(ctx: Needs, input: { readonly workspaceId: string }): Promise<void> {
  const { db, clock } = ctx;
  const { workspaceId } = input;
  await inBatches(() => askAgain(ctx, workspaceId));
  await deleteExpiredDraftSecrets(db, workspaceId, clock.now());
  const before = (ms: number) => new Date(clock.now().getTime() - ms);
  await inBatches(() => deleteExpiredDrafts(db, workspaceId, before(draftLifeMs), atOnce));
  await inBatches(() => deleteCheckRequests(db, workspaceId, before(checkEveryMs), atOnce));
}

/** Until a batch is not full any more. */
async function inBatches(batch: () => Promise<number>): Promise<void> {
  for (let taken = atOnce; taken === atOnce; ) taken = await batch();
}

/** Somebody said "not ready yet" a while ago: ask whether it is by now, in the thread, and again later. Returns how many. */
function askAgain(ctx: Needs, workspaceId: string): Promise<number> {
  const now = ctx.clock.now();
  const next = new Date(now.getTime() + ctx.settings.remindAfterMs);
  return inTurn(ctx, workspaceId, async (tx) => {
    const due = await takeDueAsks(tx, workspaceId, now, next, atOnce);
    const locked = [...(await lockEnvironments(tx, workspaceId, due)).values()];
    const isReady = ({ environment }: Locked) => checkOf(environment, 'test_status').reason !== 'not_ready';
    const settled = locked.filter(isReady).map(({ environment }) => environment.id);
    await saveAskAgainAt(tx, workspaceId, settled, null);
    await ask(
      tx,
      ctx,
      workspaceId,
      locked.filter((one) => !isReady(one)),
    );
    return due.length;
  });
}

async function ask(tx: Queryable, ctx: Needs, workspaceId: string, asked: readonly Locked[]): Promise<void> {
  const effects = noEffects();
  const apps = await readZoomApps(
    tx,
    workspaceId,
    asked.map(({ app }) => app.id),
  );
  const owners = new Map(apps.map((app) => [app.id, app.owners]));
  for (const { app, environment } of asked) {
    effects.events.push({
      id: ctx.newId(),
      at: ctx.clock.now(),
      kind: 'asked_again',
      actor: 'greenroom',
      appId: app.id,
      environmentId: environment.id,
    });
    const about = aboutOf(app, environment);
    const missing = checkOf(environment, 'test_status').detail.missing ?? [];
    const message = { kind: 'ask_again', about, missing, owners: owners.get(app.id) ?? [] } as const;
    effects.news.push({ appId: app.id, messages: [{ where: 'thread', message }] });
  }
  await writeEffects(tx, ctx, workspaceId, effects);
}
