import { Ok, type Result } from '../../core/result.ts';
import { appendEvent } from '../../store/apps/events.ts';
import { readAttestationDays, saveAttestationDays } from '../../store/checks/attestation_ages.ts';
import type { By, Context, Deciding } from '../changes/context.ts';
import type { AdminRefusal } from '../changes/roles/admin.ts';
import { changeAsAdmin } from '../changes/roles/change_as_admin.ts';

/** What admins can choose from. */
export const attestationDayChoices: readonly number[] = [14, 30, 60, 90, 180, 365];

/** For how many days what people say holds in this workspace. */
export function attestationDays(
  ctx: Pick<Context, 'db'>,
  { workspaceId }: { readonly workspaceId: string },
): Promise<number> {
  return readAttestationDays(ctx.db, workspaceId);
}

/** Admins of the workspace only. What was said before keeps its end. */
export async function setAttestationDays(
  ctx: Pick<Context, Deciding | 'clock' | 'newId'>,
  input: By & { readonly days: number },
): Promise<Result<{ readonly changed: boolean }, AdminRefusal | 'days'>> {
  const { workspaceId, actor, days } = input;
  const wrong = () => (attestationDayChoices.includes(days) ? null : 'days');
  return changeAsAdmin<{ changed: boolean }, 'days'>(ctx, input, wrong, async (tx) => {
    if ((await readAttestationDays(tx, workspaceId)) === days) return Ok({ changed: false });
    await saveAttestationDays(tx, workspaceId, days);
    const at = { id: ctx.newId(), workspaceId, at: ctx.clock.now(), actor };
    await appendEvent(tx, { ...at, kind: 'attestation_days_changed', detail: { days } });
    return Ok({ changed: true });
  });
}
