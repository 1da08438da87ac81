import { checkOf } from '../../core/apps/zoom_app.ts';
import { attestationMark, attestedOutcome, decideAttestation } from '../../core/checks/attestation.ts';
import type { CheckName, Outcome } from '../../core/checks/check.ts';
import type { BetaShare, MissingField } from '../../core/checks/check_detail.ts';
import type { Attestation } from '../../core/deliveries/messages/message_facts.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { promotePendingCredentials } from '../../store/apps/credentials.ts';
import { appendEvent } from '../../store/apps/events.ts';
import { saveAskAgainAt } from '../../store/apps/save_environments.ts';
import { readAttestationDays } from '../../store/checks/attestation_ages.ts';
import { settleQuestion } from '../ageing/ask_owners.ts';
import { endTestLinks } from '../ageing/end_test_links.ts';
import { changeEnvironment } from '../changes/change_app.ts';
import type { By, Context, Deciding, Refusal } from '../changes/context.ts';
import { notifyWatchers } from '../changes/notify_watchers.ts';
import { aboutOf, recordOutcome } from '../changes/record_outcome.ts';
import { startSecretAge } from '../changes/start_secret_age.ts';

type Needs = Pick<Context, Deciding | 'clock' | 'newId' | 'settings'>;

export interface Attested {
  readonly changed: boolean;
  readonly appName: string;
  /** It is about a state that has changed since: nothing is recorded, and the card is redrawn. */
  readonly outdated?: true;
}

/**
 * A person attests what no machine can see. Anyone in the workspace may, because the Zoom admin is seldom the owner; only an
 * owner may put a pending pair into use. Who attested and when stays visible. Idempotent (`changed: false`). `mark`: the
 * state for which the button was drawn (`attestationMark`).
 */
export async function attest(
  ctx: Needs,
  input: By & {
    readonly environmentId: string;
    readonly what: Attestation;
    readonly mark?: string | undefined;
    /** "Still so": what was said before is said again, before its end or after it. */
    readonly again?: boolean | undefined;
    /** Of Beta Test: how its link stands, or that the app is published, which ends the links of all tests. */
    readonly shared?: BetaShare;
    readonly published?: boolean;
  },
): Promise<Result<Attested, Refusal>> {
  return changeEnvironment<Attested, 'not_owner'>(ctx, input, 'tick', async (tx, app, environment, may) => {
    const { workspaceId } = app;
    const isOwner = may('rotate');
    const decision = decideAttestation(environment, input.what, {
      isOwner,
      mark: input.mark,
      again: input.again,
    });
    if (decision === 'known') return Ok({ changed: false, appName: app.name });
    if (decision === 'owners_only') return Err('not_owner');
    if (decision === 'outdated') {
      await notifyWatchers(tx, ctx, { workspaceId, appId: app.id }, []);
      return Ok({ changed: false, appName: app.name, outdated: true });
    }
    if (input.what === 'credentials' && environment.pendingClientId !== null) {
      await promotePendingCredentials(tx, workspaceId, [environment.id]);
      await startSecretAge(tx, environment, ctx.clock.now());
    }
    if (input.what === 'test_status') await saveAskAgainAt(tx, workspaceId, [environment.id], null);
    const about = aboutOf(app, environment);
    const lifeDays = await readAttestationDays(tx, workspaceId);
    const { actor: by, shared, published } = input;
    const said = { by, at: ctx.clock.now(), shared, published };
    const outcome = attestedOutcome(environment, input.what, said, lifeDays);
    await recordOutcome(tx, ctx, app, environment, input.what, outcome, {
      actor: input.actor,
      instead: () => ({
        where: 'thread',
        message: {
          kind: 'attested',
          about,
          by: input.actor,
          what: input.what,
          ...(outcome.kind === 'pending' ? { clientIdOnly: true } : {}),
        },
      }),
    });
    await settleQuestion(tx, ctx, app, environment, input.what, { by, isSo: true });
    if (published === true) await endTestLinks(tx, ctx, app, environment, by);
    return Ok({ changed: true, appName: app.name });
  });
}

/**
 * Zoom does not show Ready yet: what is missing becomes the next action, and a reminder is sent after
 * `settings.remindAfterMs`. If the test had passed before, that is a regression, which is announced.
 */
export async function reportNotReady(
  ctx: Needs,
  input: By & {
    readonly environmentId: string;
    readonly missing: readonly MissingField[];
    readonly note: string;
    /** The state for which the form was drawn; undefined for a form of an earlier release. */
    readonly mark?: string | undefined;
  },
): Promise<Result<{ askAgainAt: Date }, Refusal | 'outdated'>> {
  return changeEnvironment<{ askAgainAt: Date }, 'outdated'>(
    ctx,
    input,
    'tick',
    async (tx, app, environment) => {
      // Somebody has attested the opposite while the form was open: the card is shown before it can be overruled.
      const { attestedBy } = checkOf(environment, 'test_status');
      const isSame = input.mark === undefined || input.mark === attestationMark(environment, 'test_status');
      if (!isSame && attestedBy !== input.actor) return Err('outdated');
      const askAgainAt = new Date(ctx.clock.now().getTime() + ctx.settings.remindAfterMs);
      const at = { workspaceId: app.workspaceId, environmentId: environment.id };
      await saveAskAgainAt(tx, app.workspaceId, [environment.id], askAgainAt);
      const detail = { missing: input.missing, note: input.note };
      const name: CheckName = 'test_status';
      const wasReady = checkOf(environment, name).lastKnown === 'passed';
      // A regression stays one until somebody sees Ready again, however often it is reported.
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
      await settleQuestion(tx, ctx, app, environment, name, { by: input.actor, isSo: false });
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
    },
  );
}
