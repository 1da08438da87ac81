import type { Environment } from '../../core/apps/zoom_app.ts';
import { nextSecretStep, type SecretAge } from '../../core/credentials/secret_age.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { appendEvent } from '../../store/apps/events.ts';
import { saveSecretAge } from '../../store/checks/secret_ages.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { changeEnvironment } from '../changes/change_app.ts';
import type { By, Context, Deciding, Refusal } from '../changes/context.ts';
import { notifyWatchers } from '../changes/notify_watchers.ts';

type Needs = Pick<Context, Deciding | 'clock' | 'newId'>;
const yearMs = 365 * 24 * 60 * 60_000;
/** A date further away is a typing error. */
const furthestMs = 10 * yearMs;

/** By when an owner wants the secret renewed; null: no date. Also where Greenroom holds no secret. Owners only. */
export async function setSecretRenewal(
  ctx: Needs,
  input: By & { readonly environmentId: string; readonly renewalAt: Date | null },
): Promise<Result<{ renewalAt: Date | null }, Refusal | 'date'>> {
  const { actor, renewalAt, environmentId } = input;
  return changeEnvironment<{ renewalAt: Date | null }, 'date'>(
    ctx,
    input,
    'rotate',
    async (tx, app, environment) => {
      const now = ctx.clock.now();
      if (renewalAt !== null && (renewalAt <= now || renewalAt.getTime() > now.getTime() + furthestMs))
        return Err('date');
      const { replacedAt } = environment.secretAge;
      await save(tx, app.workspaceId, environmentId, { renewalAt, replacedAt }, now);
      const detail = { renewalAt: renewalAt?.toISOString() ?? null };
      await appendEvent(tx, { ...eventOf(ctx, environment, actor), kind: 'secret_renewal_set', detail });
      await notifyWatchers(tx, ctx, { workspaceId: app.workspaceId, appId: app.id }, []);
      return Ok({ renewalAt });
    },
  );
}

/**
 * A person says that StackOne's profile holds the new secret too. Anyone in the workspace may, as whoever has access to StackOne is
 * seldom the owner. `replacedAt`: the rotation that was shown. Idempotent.
 */
export async function confirmProfileSecret(
  ctx: Needs,
  input: By & { readonly environmentId: string; readonly replacedAt: Date },
): Promise<Result<{ changed: boolean }, Refusal>> {
  const { actor, environmentId } = input;
  return changeEnvironment<{ changed: boolean }, never>(ctx, input, 'tick', async (tx, app, environment) => {
    const now = ctx.clock.now();
    const age = environment.secretAge;
    const isSame = age.replacedAt?.getTime() === input.replacedAt.getTime();
    if (isSame) {
      await save(tx, app.workspaceId, environmentId, { ...age, replacedAt: null }, now);
      await appendEvent(tx, { ...eventOf(ctx, environment, actor), kind: 'profile_secret_replaced' });
    }
    await notifyWatchers(tx, ctx, { workspaceId: app.workspaceId, appId: app.id }, []);
    return Ok({ changed: isSame });
  });
}

async function save(
  tx: Queryable,
  workspaceId: string,
  environmentId: string,
  age: SecretAge,
  now: Date,
): Promise<void> {
  await saveSecretAge(tx, workspaceId, environmentId, { ...age, dueAt: nextSecretStep(age, now) });
}

function eventOf(ctx: Needs, { workspaceId, zoomAppId, id }: Environment, actor: string) {
  return { id: ctx.newId(), workspaceId, at: ctx.clock.now(), actor, appId: zoomAppId, environmentId: id };
}
