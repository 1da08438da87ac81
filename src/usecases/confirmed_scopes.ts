import type { ManagementType } from '../core/readiness/checks.ts';
import { checkScopes, isConfirmable } from '../core/scopes/verdict.ts';
import type { DeclaredScope } from '../core/zoom_app.ts';
import {
  type ConfirmedScope,
  insertConfirmedScopes,
  readConfirmedScopes,
} from '../store/confirmed_scopes.ts';
import type { Queryable } from '../store/postgres/database.ts';
import type { By, Context } from './context.ts';

/** Unknown scopes that somebody of this workspace has seen in Zoom. */
export async function confirmedScopes(
  ctx: Pick<Context, 'db'>,
  input: { readonly workspaceId: string },
): Promise<readonly ConfirmedScope[]> {
  return readConfirmedScopes(ctx.db, input.workspaceId);
}

/** "I have seen these in Zoom." Remembers only what is written like a scope and is not known already. */
export async function confirmScopes(
  ctx: Pick<Context, 'db' | 'clock'>,
  input: By & { readonly scopes: readonly string[]; readonly managementType: ManagementType },
): Promise<void> {
  const { workspaceId, actor } = input;
  const unknown = checkScopes(input.scopes, input.managementType).verdicts.flatMap((verdict) =>
    isConfirmable(verdict) ? [verdict.scope] : [],
  );
  await insertConfirmedScopes(ctx.db, workspaceId, unknown, actor, ctx.clock.now());
}

/** In the transaction that saves an app: what was confirmed for one is known for the next. */
export async function rememberConfirmed(
  tx: Queryable,
  workspaceId: string,
  scopes: readonly DeclaredScope[],
  at: Date,
): Promise<void> {
  for (const by of new Set(scopes.flatMap(({ confirmedBy }) => confirmedBy ?? []))) {
    const own = scopes.filter(({ confirmedBy }) => confirmedBy === by).map(({ scope }) => scope);
    await insertConfirmedScopes(tx, workspaceId, own, by, at);
  }
}
