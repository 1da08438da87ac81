import type { Environment } from '../../core/apps/zoom_app.ts';
import type { EnvironmentKind } from '../../core/checks/check.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import type { Secret } from '../../core/secrets/secret.ts';
import { savePendingCredentials } from '../../store/apps/credentials.ts';
import { appendEvent, lastActor } from '../../store/apps/events.ts';
import { enqueue } from '../../store/jobs.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { changeApp, changeEnvironment } from '../changes/change_app.ts';
import type { By, Context, Refusal } from '../changes/context.ts';
import { notifyWatchers } from '../changes/notify_watchers.ts';
import { startEnvironment } from './start_environment.ts';

type Needs = Pick<Context, 'db' | 'vault' | 'clock' | 'newId'>;

/**
 * Saves a pending pair; the old one stays in use until Zoom has accepted the new one. Owners only. `mark`: fingerprint of the
 * pair when the form was opened (`Environment.pairMark`); a pair that somebody else has entered since then is not replaced
 * (`outdated`). Undefined for a form of an earlier release.
 */
export async function replaceCredentials(
  ctx: Needs,
  input: By & {
    readonly environmentId: string;
    readonly clientId: string;
    readonly secret: Secret;
    readonly mark?: string | undefined;
  },
): Promise<Result<{ environmentId: string }, Refusal | 'outdated'>> {
  const { workspaceId, environmentId, actor, clientId } = input;
  return changeEnvironment<{ environmentId: string }, 'outdated'>(
    ctx,
    input,
    'owners',
    async (tx, app, environment) => {
      if (await hidesAnothers(tx, environment, input)) return Err('outdated');
      const place = { workspaceId, rowId: environmentId, field: 'client_secret' };
      const sealed = ctx.vault.seal(input.secret, place);
      await savePendingCredentials(tx, { workspaceId, environmentId }, { clientId, sealed });
      await appendEvent(tx, {
        id: ctx.newId(),
        workspaceId,
        at: ctx.clock.now(),
        kind: 'credentials_replaced',
        actor,
        appId: app.id,
        environmentId,
      });
      await notifyWatchers(tx, ctx, { workspaceId, appId: app.id }, [
        {
          where: 'thread',
          message: { kind: 'edited', appId: app.id, appName: app.name, by: actor, what: ['credentials'] },
        },
      ]);
      await enqueue(tx, { task: 'probe_credentials', workspaceId, environmentId });
      return Ok({ environmentId });
    },
  );
}

/** Has somebody else entered a pending pair while this form was open? A form that is saved twice finds its own pair. */
async function hidesAnothers(
  tx: Queryable,
  { workspaceId, id, pairMark, pendingClientId, zoomAppId }: Environment,
  { actor, mark }: { readonly actor: string; readonly mark?: string | undefined },
): Promise<boolean> {
  if (mark === undefined || mark === pairMark || pendingClientId === null) return false;
  const at = { workspaceId, appId: zoomAppId, environmentId: id };
  return (await lastActor(tx, at, 'credentials_replaced')) !== actor;
}

/** The other environment of a registered app: Production is often added when Development works. Owners only. */
export async function addEnvironment(
  ctx: Needs,
  input: By & {
    readonly appId: string;
    readonly kind: EnvironmentKind;
    readonly clientId: string;
    readonly secret: Secret;
  },
): Promise<Result<{ environmentId: string }, Refusal | 'exists'>> {
  const { workspaceId, actor, kind, clientId, secret } = input;
  return changeApp(ctx, input, 'owners', async (tx, app) => {
    const environmentId = await startEnvironment(tx, ctx, app, {
      kind,
      clientId,
      secret,
      actor,
      baselineAt: null,
    });
    if (environmentId === null) return Err('exists' as const);
    await appendEvent(tx, {
      id: ctx.newId(),
      workspaceId,
      at: ctx.clock.now(),
      kind: 'environment_added',
      actor,
      appId: app.id,
      environmentId,
      detail: { kind },
    });
    await notifyWatchers(tx, ctx, { workspaceId, appId: app.id }, [
      {
        where: 'thread',
        message: { kind: 'edited', appId: app.id, appName: app.name, by: actor, what: ['environment'] },
      },
    ]);
    await enqueue(tx, { task: 'poll_stackone', workspaceId });
    return Ok({ environmentId });
  });
}
