import { Ok, type Result } from '../../core/result.ts';
import { readCredentials } from '../../store/apps/credentials.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { deleteAllDraftSecrets } from '../../store/secrets/draft_secrets.ts';
import { environmentsWithSecret, savePairsWithoutSecret } from '../../store/secrets/stored_secrets.ts';
import { lockEnvironments } from '../changes/change_app.ts';
import type { By, Context, Deciding } from '../changes/context.ts';
import type { AdminRefusal } from '../changes/roles/admin.ts';
import { changeAsAdmin } from '../changes/roles/change_as_admin.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';
import { noEffects, writeEffects } from '../changes/write_effects.ts';
import { decideForgotten, pairWithoutSecret } from './forget_secret.ts';

type Needs = Pick<Context, Deciding | 'vault' | 'clock' | 'newId'>;

/** Environments that are written in one transaction: a change of an app by a person waits for at most one of these. */
const atOnce = 100;

/**
 * Has every stored client secret of the workspace forgotten, those in unfinished registrations too. Admins of the workspace only.
 * In batches, each a transaction of its own: after a crash the rest is still stored, and asking again goes on. Returns how many
 * environments had one.
 */
export async function forgetAllSecrets(
  ctx: Needs,
  by: By,
): Promise<Result<{ readonly environments: number }, AdminRefusal>> {
  const decided = await changeAsAdmin<true, never>(
    ctx,
    by,
    () => null,
    async (tx) => {
      await deleteAllDraftSecrets(tx, by.workspaceId);
      return Ok(true);
    },
  );
  if (!decided.ok) return decided;
  let environments = 0;
  for (let after: string | null = null; ; ) {
    const ids = await environmentsWithSecret(ctx.db, by.workspaceId, after, atOnce);
    if (ids.length > 0) await withWorkspaceLock(ctx, by.workspaceId, (tx) => forgetBatch(tx, ctx, by, ids));
    environments += ids.length;
    after = ids.at(-1) ?? after;
    if (ids.length < atOnce) return Ok({ environments });
  }
}

async function forgetBatch(tx: Queryable, ctx: Needs, by: By, ids: readonly string[]): Promise<void> {
  const { workspaceId, actor } = by;
  const locked = await lockEnvironments(tx, workspaceId, ids);
  const stored = await readCredentials(tx, workspaceId, ids);
  const pairs = stored.flatMap((one) => pairWithoutSecret(ctx.vault, workspaceId, one) ?? []);
  const effects = noEffects();
  for (const { environmentId } of pairs) {
    const found = locked.get(environmentId);
    // An archived one has no card and no check that anybody looks at.
    if (found === undefined) continue;
    decideForgotten(ctx, effects, found.app, found.environment, actor);
    effects.notifications.push({ appId: found.app.id, messages: [] });
  }
  await savePairsWithoutSecret(tx, workspaceId, pairs, ctx.clock.now());
  await writeEffects(tx, ctx, workspaceId, effects);
}
