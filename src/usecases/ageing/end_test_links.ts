import type { Environment, ZoomApp } from '../../core/apps/zoom_app.ts';
import { readEnvironmentsOf } from '../../store/apps/environments.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import type { Context } from '../changes/context.ts';
import { recordOutcome } from '../changes/record_outcome.ts';

/**
 * With publishing, Zoom ends the links of all tests (Z23): what was said of Local Test is unknown from then on. Which way the app
 * was published stands on the check of Production.
 */
export async function endTestLinks(
  tx: Queryable,
  ctx: Pick<Context, 'clock' | 'newId'>,
  app: ZoomApp,
  published: Environment,
  actor: string,
): Promise<void> {
  const environments = await readEnvironmentsOf(tx, app.workspaceId, [app.id]);
  for (const environment of environments.filter(({ id }) => id !== published.id)) {
    await recordOutcome(tx, ctx, app, environment, 'test_status', { kind: 'expired' }, { actor });
  }
}
