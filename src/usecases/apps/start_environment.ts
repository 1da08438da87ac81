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
import { secretPlace } from '../secrets/places.ts';

/**
 * A new environment of a locked app: seals its secret, if there is one, and queues the probe of its credentials; records its scopes
 * check. Returns its id, or null when the app has an environment of this kind already.
 */
export async function startEnvironment(
  tx: Queryable,
  ctx: Pick<Context, 'vault' | 'clock' | 'newId'>,
  app: ZoomApp,
  start: {
    kind: EnvironmentKind;
    clientId: string;
    /** Null: the person keeps it. Then the credentials are open until proven. */
    secret: Secret | null;
    actor: string;
    baselineAt: Date | null;
  },
): Promise<string | null> {
  const { workspaceId } = app;
  const id = ctx.newId();
  const inserted = await insertEnvironment(tx, {
    workspaceId,
    id,
    zoomAppId: app.id,
    kind: start.kind,
    clientId: start.clientId,
    clientSecretSealed:
      start.secret === null ? null : ctx.vault.seal(start.secret, secretPlace(workspaceId, id)),
    pairChangedAt: start.secret === null ? ctx.clock.now() : null,
    // The scopes are declared already, so that without a secret the first thing to do is in Zoom.
    stage: start.secret === null ? 'testing' : 'credentials',
    baselineAt: start.baselineAt,
  });
  if (!inserted) return null;
  const open = checkNames.filter((name) => name !== 'scopes').map(newCheck);
  const checks = open.map((check) =>
    check.name === 'credentials' && start.secret === null
      ? { ...check, reason: 'no_secret' as const }
      : check,
  );
  await saveChecks(
    tx,
    workspaceId,
    checks.map((check) => ({ environmentId: id, check })),
  );
  const environment = await readEnvironment(tx, workspaceId, id);
  if (environment === null) throw new Error('the environment that was just added is gone');
  const scopes = { kind: 'passed', evidence: 'derived', detail: { count: app.scopes.length } } as const;
  await recordOutcome(tx, ctx, app, environment, 'scopes', scopes, { actor: start.actor });
  if (start.secret !== null) await enqueue(tx, { task: 'probe_credentials', workspaceId, environmentId: id });
  return id;
}
