import { checkOf } from '../../core/apps/zoom_app.ts';
import { attestationMark } from '../../core/checks/attestation.ts';
import type { Outcome } from '../../core/checks/check.ts';
import { Ok, type Result } from '../../core/result.ts';
import { changeEnvironment } from '../changes/change_app.ts';
import type { By, Context, Deciding, Refusal } from '../changes/context.ts';
import { notifyWatchers } from '../changes/notify_watchers.ts';
import { recordOutcome } from '../changes/record_outcome.ts';
import { settleQuestion } from './ask_owners.ts';

/**
 * A person says that the redirect URL or the allow list is not right any more: a regression, which is announced. Anyone in the
 * workspace may, as for the opposite. `mark`: the state that was shown.
 */
export async function withdrawRedirect(
  ctx: Pick<Context, Deciding | 'clock' | 'newId'>,
  input: By & { readonly environmentId: string; readonly mark?: string | undefined },
): Promise<Result<{ changed: boolean; appName: string }, Refusal>> {
  const { actor, mark } = input;
  return changeEnvironment<{ changed: boolean; appName: string }, never>(
    ctx,
    input,
    'tick',
    async (tx, app, environment) => {
      const isSame = mark === attestationMark(environment, 'redirect');
      if (!isSame || checkOf(environment, 'redirect').lastKnown !== 'passed') {
        await notifyWatchers(tx, ctx, { workspaceId: app.workspaceId, appId: app.id }, []);
        return Ok({ changed: false, appName: app.name });
      }
      const outcome: Outcome = { kind: 'failed', evidence: 'attested', reason: 'withdrawn', by: actor };
      await recordOutcome(tx, ctx, app, environment, 'redirect', outcome, { actor });
      await settleQuestion(tx, ctx, app, environment, 'redirect', { by: actor, isSo: false });
      return Ok({ changed: true, appName: app.name });
    },
  );
}
