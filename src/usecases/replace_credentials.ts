import type { EnvironmentKind } from '../core/readiness/checks.ts';
import { Err, Ok, type Result } from '../core/result.ts';
import type { Secret } from '../core/secret.ts';
import { savePendingCredentials } from '../store/credentials.ts';
import { appendEvent } from '../store/events.ts';
import { enqueue } from '../store/jobs.ts';
import { changeApp, changeEnvironment } from './change_app.ts';
import type { By, Context, Refusal } from './context.ts';
import { startEnvironment } from './register_zoom_app.ts';
import { tellWatchers } from './tell.ts';

type Needs = Pick<Context, 'db' | 'vault' | 'clock' | 'newId'>;

/** Keeps a new pair beside the old one, which stays in use until Zoom has accepted the new one. Owners only. */
export async function replaceCredentials(
  ctx: Needs,
  input: By & { readonly environmentId: string; readonly clientId: string; readonly secret: Secret },
): Promise<Result<{ environmentId: string }, Refusal>> {
  const { workspaceId, environmentId, actor, clientId } = input;
  return changeEnvironment(ctx, input, 'owners', async (tx, app) => {
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
    await tellWatchers(tx, ctx, { workspaceId, appId: app.id }, [
      {
        where: 'thread',
        message: { kind: 'edited', appId: app.id, appName: app.name, by: actor, what: ['credentials'] },
      },
    ]);
    await enqueue(tx, { task: 'probe_credentials', workspaceId, environmentId });
    return Ok({ environmentId });
  });
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
    await tellWatchers(tx, ctx, { workspaceId, appId: app.id }, [
      {
        where: 'thread',
        message: { kind: 'edited', appId: app.id, appName: app.name, by: actor, what: ['environment'] },
      },
    ]);
    await enqueue(tx, { task: 'poll_stackone', workspaceId });
    return Ok({ environmentId });
  });
}
