import type { Environment } from '../../core/apps/zoom_app.ts';
import type { EnvironmentKind } from '../../core/checks/check.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import type { Secret } from '../../core/secrets/secret.ts';
import { appendEvent, lastActor } from '../../store/apps/events.ts';
import { enqueue } from '../../store/jobs.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { changeApp, changeEnvironment } from '../changes/change_app.ts';
import type { By, Context, Deciding, Refusal } from '../changes/context.ts';
import { notifyWatchers } from '../changes/notify_watchers.ts';
import { startSecretAge } from '../changes/start_secret_age.ts';
import { policyIn } from '../secrets/secrets_policy.ts';
import { keepSecret, storePair } from '../secrets/store_pair.ts';
import { startEnvironment } from './start_environment.ts';

type Needs = Pick<Context, Deciding | 'vault' | 'clock' | 'newId' | 'settings'>;

/**
 * What became of the pair. `waits`: Zoom is asked, and the old pair stays in use until it accepts. `stored`: Zoom is asked; there was no
 * old pair to keep in use. `same`: the one that was forgotten, or is stored, so that nothing is new. `kept`: the person keeps the
 * secret, and the credentials are open until proven.
 */
export type ReplacedHow = 'waits' | 'stored' | 'same' | 'kept';

interface Given {
  readonly clientId: string;
  /** Null: the pair was replaced in Zoom, and the person keeps the secret. */
  readonly secret: Secret | null;
}

/**
 * A new pair for an environment. With a secret the old pair stays in use until Zoom has accepted the new one; without, the new client
 * ID takes its place, and what was stored is deleted. Owners only. `mark`: fingerprint of the pair when the form was opened
 * (`Environment.pairMark`); a pair that somebody else has entered since then is not replaced (`outdated`). Undefined for a form
 * of an earlier release. `secrets_never`: no secret is taken in this workspace.
 */
export async function replaceCredentials(
  ctx: Needs,
  input: By & Given & { readonly environmentId: string; readonly mark?: string | undefined },
): Promise<Result<{ environmentId: string; how: ReplacedHow }, Refusal | 'outdated' | 'secrets_never'>> {
  const { workspaceId, environmentId, actor } = input;
  return changeEnvironment<{ environmentId: string; how: ReplacedHow }, 'outdated' | 'secrets_never'>(
    ctx,
    input,
    'rotate',
    async (tx, app, environment) => {
      if (await hidesAnothers(tx, environment, input)) return Err('outdated');
      const taken = await mayTake(tx, ctx, input);
      if (!taken) return Err('secrets_never');
      const how =
        input.secret === null
          ? await keepSecret(tx, ctx, app, environment, input)
          : await storePair(tx, ctx, app, environment, { ...input, secret: input.secret });
      if (isRotation(how, input, environment)) await startSecretAge(tx, environment, ctx.clock.now());
      await appendEvent(tx, {
        id: ctx.newId(),
        workspaceId,
        at: ctx.clock.now(),
        kind: 'credentials_replaced',
        actor,
        appId: app.id,
        environmentId,
        detail: { how },
      });
      const kept = { secret: { how: 'kept' as const, environment: environment.kind } };
      await notifyWatchers(tx, ctx, { workspaceId, appId: app.id }, [
        {
          where: 'thread',
          message: {
            kind: 'edited',
            appId: app.id,
            appName: app.name,
            by: actor,
            what: ['credentials'],
            ...(how === 'kept' ? kept : {}),
          },
        },
      ]);
      return Ok({ environmentId, how });
    },
  );
}

/**
 * Was the pair in use replaced? One that waits is not in use yet (its age starts when Zoom has accepted it), and the first secret of a
 * client ID may be the one that the profile holds.
 */
function isRotation(how: ReplacedHow, { clientId }: Given, environment: Environment): boolean {
  return how === 'kept' || (how === 'stored' && clientId !== environment.clientId);
}

async function mayTake(
  tx: Queryable,
  ctx: Pick<Context, 'settings'>,
  { workspaceId, secret }: By & Pick<Given, 'secret'>,
): Promise<boolean> {
  return secret === null || (await policyIn(tx, ctx, workspaceId)) !== 'never';
}

/**
 * Has somebody else entered a pending pair, or replaced one without its secret, while this form was open? Whoever keeps the secret also
 * deletes what is stored, so that for them a pair counts that Zoom has accepted since. A form that is saved twice finds its own pair.
 */
async function hidesAnothers(
  tx: Queryable,
  { workspaceId, id, pairMark, pendingClientId, hasSecret, zoomAppId }: Environment,
  { actor, mark, secret }: By & Pick<Given, 'secret'> & { readonly mark?: string | undefined },
): Promise<boolean> {
  const isOld = mark !== undefined && mark !== pairMark;
  const staysInUse = secret !== null && pendingClientId === null && hasSecret;
  if (!isOld || staysInUse) return false;
  const at = { workspaceId, appId: zoomAppId, environmentId: id };
  const last = await lastActor(tx, at, 'credentials_replaced');
  // Null without a pending pair: only its secret was forgotten.
  return last !== actor && (last !== null || pendingClientId !== null);
}

/** The other environment of a registered app: Production is often added when Development works. Owners only. */
export async function addEnvironment(
  ctx: Needs,
  input: By & {
    readonly appId: string;
    readonly kind: EnvironmentKind;
  } & Given,
): Promise<Result<{ environmentId: string }, Refusal | 'exists' | 'secrets_never'>> {
  const { workspaceId, actor, kind, clientId, secret } = input;
  return changeApp(ctx, input, 'edit', async (tx, app) => {
    if (!(await mayTake(tx, ctx, input))) return Err('secrets_never' as const);
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
