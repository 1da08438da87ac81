import type { ZoomApp } from '../../core/apps/zoom_app.ts';
import type { EnvironmentKind } from '../../core/checks/check.ts';
import { checkNames, newCheck } from '../../core/checks/check.ts';
import type { Secret } from '../../core/secrets/secret.ts';
import { readEnvironment } from '../../store/apps/environments.ts';
import { insertEnvironment } from '../../store/apps/save_environments.ts';
import { saveChecks } from '../../store/checks/readiness_checks.ts';
import { enqueue } from '../../store/jobs.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import type { Context } from '../changes/context.ts';
import { recordOutcome } from '../changes/record_outcome.ts';

/**
 * A new environment of a locked app: seals its secret, records its scopes check, queues the probe of its credentials.
 * Returns its id, or null when the app has an environment of this kind already.
 */
export async function startEnvironment(
  tx: Queryable,
  ctx: Pick<Context, 'vault' | 'clock' | 'newId'>,
  app: ZoomApp,
  start: { kind: EnvironmentKind; clientId: string; secret: Secret; actor: string; baselineAt: Date | null },
): Promise<string | null> {
  const { workspaceId } = app;
  const id = ctx.newId();
  const inserted = await insertEnvironment(tx, {
    workspaceId,
    id,
    zoomAppId: app.id,
    kind: start.kind,
    clientId: start.clientId,
    clientSecretSealed: ctx.vault.seal(start.secret, { workspaceId, rowId: id, field: 'client_secret' }),
    stage: 'credentials',
    baselineAt: start.baselineAt,
  });
  if (!inserted) return null;
  const unknown = checkNames.filter((name) => name !== 'scopes');
  await saveChecks(
    tx,
    workspaceId,
    unknown.map((name) => ({ environmentId: id, check: newCheck(name) })),
  );
  const environment = await readEnvironment(tx, workspaceId, id);
  if (environment === null) throw new Error('the environment that was just added is gone');
  const scopes = { kind: 'passed', evidence: 'derived', detail: { count: app.scopes.length } } as const;
  await recordOutcome(tx, ctx, app, environment, 'scopes', scopes, { actor: start.actor });
  await enqueue(tx, { task: 'probe_credentials', workspaceId, environmentId: id });
  return id;
}
