import { STACKONE_ZOOM_REDIRECT } from '../../core/profiles/zoom_connector.ts';
import type { Secret } from '../../core/secrets/secret.ts';
import { appendEvent } from '../../store/apps/events.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import {
  lockProbeTrust,
  type ProbeTrust,
  readWorkspace,
  saveProbeTrust,
} from '../../store/workspaces/workspaces.ts';
import { alteredSecret } from '../../zoom/altered_secret.ts';
import type { ProbeVerdict } from '../../zoom/probe_verdict.ts';
import type { Context } from '../changes/context.ts';

/**
 * It is unproven that Zoom checks the client before the code. Once per workspace a probe is made with an altered secret: only
 * if that one is refused does an accepted pair prove anything.
 */
export async function calibrate(
  ctx: Pick<Context, 'db' | 'zoom' | 'clock' | 'newId'>,
  workspaceId: string,
  pair: { readonly clientId: string; readonly secret: Secret },
): Promise<ProbeTrust> {
  const known = await probeTrust(ctx.db, workspaceId);
  if (known !== 'untested') return known;
  // The only call to a host inside a transaction: of two apps registered at once only one may spend a failed attempt.
  return ctx.db.tx(async (tx) => {
    await lockProbeTrust(tx, workspaceId);
    const found = await probeTrust(tx, workspaceId);
    if (found !== 'untested') return found;
    const altered = alteredSecret(pair.secret);
    const verdict = await ctx.zoom.probeCredentials(pair.clientId, altered, STACKONE_ZOOM_REDIRECT);
    const trust = trustFrom(verdict);
    if (trust === 'untested') return trust;
    await saveProbeTrust(tx, workspaceId, trust);
    await appendEvent(tx, {
      id: ctx.newId(),
      workspaceId,
      at: ctx.clock.now(),
      kind: 'probe_calibrated',
      actor: 'greenroom',
      detail: { trust },
    });
    return trust;
  });
}

async function probeTrust(db: Queryable, workspaceId: string): Promise<ProbeTrust> {
  return (await readWorkspace(db, workspaceId))?.probeTrust ?? 'untested';
}

function trustFrom(altered: ProbeVerdict): ProbeTrust {
  if (altered.verdict === 'refused') return 'trusted';
  return altered.verdict === 'accepted' ? 'untrusted' : 'untested';
}
