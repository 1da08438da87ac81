import { Err, Ok, type Result } from '../../core/result.ts';
import { appendEvent } from '../../store/apps/events.ts';
import { readProfileOf } from '../../store/profiles/connector_profiles.ts';
import { changeEnvironment } from '../changes/change_app.ts';
import type { By, Context, Deciding, Refusal } from '../changes/context.ts';
import { notifyPerson } from '../changes/notify_person.ts';
import { aboutOf } from '../changes/record_outcome.ts';
import { allowedIn } from '../changes/roles/allowed.ts';
import { retryAsAdmin } from '../changes/roles/retry_as_admin.ts';

/** The same request to the same person within this time is one message. */
const againMs = 60 * 60_000;

type Needs = Pick<Context, Deciding | 'clock' | 'newId'>;
type Input = By & { readonly environmentId: string; readonly userId: string };
type NoRequest = Refusal | 'not_an_owner' | 'no_profile';

/**
 * An owner asks another owner to prove the profile: a direct message with a button. Nothing is made at StackOne before that
 * person presses it. `not_an_owner`: the other one, who could not start it.
 */
export function askToProve(
  ctx: Needs,
  input: Input,
): Promise<Result<{ readonly appName: string }, NoRequest>> {
  // The other person may be an admin whom only Slack knows as one.
  return retryAsAdmin(
    ctx,
    input.userId,
    (otherInSlack) => askOnce(ctx, input, otherInSlack),
    (error) => error === 'not_an_owner',
  );
}

function askOnce(
  ctx: Needs,
  input: Input,
  otherInSlack: boolean,
): Promise<Result<{ readonly appName: string }, NoRequest>> {
  const { workspaceId, actor, userId } = input;
  return changeEnvironment<{ appName: string }, 'not_an_owner' | 'no_profile'>(
    ctx,
    input,
    'prove',
    async (tx, app, environment) => {
      const other = await allowedIn(tx, ctx, { workspaceId, actor: userId }, app, otherInSlack);
      if (!other.may('prove')) return Err('not_an_owner');
      const profile = await readProfileOf(tx, workspaceId, environment.id);
      if (profile === null || profile.removedAt !== null) return Err('no_profile');
      const at = ctx.clock.now();
      const isNew = await notifyPerson(tx, ctx, {
        workspaceId,
        userId,
        message: () => ({ kind: 'proof_asked', about: aboutOf(app, environment), by: actor }),
        editSince: new Date(at.getTime() - againMs),
      });
      if (!isNew) return Ok({ appName: app.name });
      await appendEvent(tx, {
        id: ctx.newId(),
        workspaceId,
        at,
        kind: 'proof_asked',
        actor,
        appId: app.id,
        environmentId: environment.id,
        detail: { asked: userId },
      });
      return Ok({ appName: app.name });
    },
  );
}
