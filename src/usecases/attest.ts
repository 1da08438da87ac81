import type { Attestation } from '../core/messages.ts';
import type { CheckName, MissingField, Outcome } from '../core/readiness/checks.ts';
import { Ok, type Result } from '../core/result.ts';
import { promotePendingCredentials } from '../store/credentials.ts';
import { saveAskAgainAt } from '../store/environments.ts';
import { appendEvent } from '../store/events.ts';
import { changeEnvironment } from './change_app.ts';
import type { By, Context, Refusal } from './context.ts';
import { aboutOf, checkOf, recordOutcome } from './record_outcome.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'newId' | 'settings'>;

export interface Attested {
  readonly changed: boolean;
  readonly appName: string;
}

/**
 * A person says what only a person can see. Anyone in the workspace may: the Zoom admin is seldom the owner; who said
 * it and when stays visible. Saying it twice changes nothing (`changed: false`).
 */
export async function attest(
  ctx: Needs,
  input: By & { readonly environmentId: string; readonly what: Attestation },
): Promise<Result<Attested, Refusal>> {
  return changeEnvironment<Attested, never>(ctx, input, 'anyone', async (tx, app, environment) => {
    const check = checkOf(environment, input.what);
    // A machine's answer is worth more than a word; and the same word twice is one.
    if (check.status === 'passed' || (input.what === 'credentials' && check.lastKnown === 'failed')) {
      return Ok({ changed: false, appName: app.name });
    }
    const { workspaceId } = app;
    if (input.what === 'credentials') await promotePendingCredentials(tx, workspaceId, [environment.id]);
    if (input.what === 'test_status') await saveAskAgainAt(tx, workspaceId, [environment.id], null);
    const about = aboutOf(app, environment);
    const outcome: Outcome = { kind: 'passed', evidence: 'attested', by: input.actor };
    await recordOutcome(tx, ctx, app, environment, input.what, outcome, {
      actor: input.actor,
      instead: () => ({
        where: 'thread',
        message: { kind: 'attested', about, by: input.actor, what: input.what },
      }),
    });
    return Ok({ changed: true, appName: app.name });
  });
}

/**
 * Zoom does not show Ready yet: what is missing becomes the next action, and Greenroom asks again after
 * `settings.remindAfterMs`. A test that had passed before regresses, which is announced.
 */
export async function reportNotReady(
  ctx: Needs,
  input: By & {
    readonly environmentId: string;
    readonly missing: readonly MissingField[];
    readonly note: string;
  },
): Promise<Result<{ askAgainAt: Date }, Refusal>> {
  return changeEnvironment(ctx, input, 'anyone', async (tx, app, environment) => {
    const askAgainAt = new Date(ctx.clock.now().getTime() + ctx.settings.remindAfterMs);
    const at = { workspaceId: app.workspaceId, environmentId: environment.id };
    await saveAskAgainAt(tx, app.workspaceId, [environment.id], askAgainAt);
    const detail = { missing: input.missing, note: input.note };
    const name: CheckName = 'test_status';
    const wasReady = checkOf(environment, name).lastKnown === 'passed';
    // What was reported broken stays broken until somebody sees Ready again, however often it is reported.
    const outcome: Outcome =
      wasReady || checkOf(environment, name).lastKnown === 'failed'
        ? { kind: 'failed', evidence: 'attested', by: input.actor, reason: 'not_ready', detail }
        : { kind: 'pending', reason: 'not_ready', by: input.actor, detail };
    const about = aboutOf(app, environment);
    await recordOutcome(tx, ctx, app, environment, name, outcome, {
      actor: input.actor,
      ...(wasReady
        ? {}
        : {
            instead: () => ({
              where: 'thread',
              message: { kind: 'not_ready', about, by: input.actor, ...detail },
            }),
          }),
    });
    await appendEvent(tx, {
      id: ctx.newId(),
      ...at,
      at: ctx.clock.now(),
      kind: 'not_ready_reported',
      actor: input.actor,
      appId: app.id,
      detail,
    });
    return Ok({ askAgainAt });
  });
}
