import { checkOf, type Environment, type ZoomApp } from '../../core/apps/zoom_app.ts';
import type { Check, Outcome } from '../../core/checks/check.ts';
import { compareZoomManifest, type ManifestComparison } from '../../core/manifest/compare_zoom_manifest.ts';
import { wantedManifest, type ZoomManifest } from '../../core/manifest/zoom_manifest.ts';
import { Ok, type Result } from '../../core/result.ts';
import { readEnvironmentsOf } from '../../store/apps/environments.ts';
import { appendEvent } from '../../store/apps/events.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { changeApp } from '../changes/change_app.ts';
import type { By, Context, Deciding, Refusal } from '../changes/context.ts';
import { recordOutcome } from '../changes/record_outcome.ts';

type Needs = Pick<Context, Deciding | 'clock' | 'newId'>;

export interface ComparedManifest {
  readonly app: ZoomApp;
  readonly environments: readonly Environment[];
  readonly comparison: ManifestComparison;
}

/**
 * Compares an app with a manifest that a person exported from Zoom. Anyone in the workspace may: the Zoom admin is seldom an owner.
 * Where the two agree, the redirect URLs and the scopes are noted as seen in the manifest of today, given by this person. That is
 * no more than it is: the manifest names no client ID, so it counts only under the app's own name; what was verified
 * stays as it is; and where the two differ, nothing changes.
 */
export async function compareManifest(
  ctx: Needs,
  input: By & { readonly appId: string; readonly manifest: ZoomManifest },
): Promise<Result<ComparedManifest, Refusal>> {
  return changeApp<ComparedManifest, never>(ctx, input, 'tick', async (tx, app) => {
    const found = await readEnvironmentsOf(tx, app.workspaceId, [app.id]);
    const kinds = found.map(({ kind }) => kind);
    const comparison = compareZoomManifest(wantedManifest(app), input.manifest, kinds);
    await appendEvent(tx, {
      id: ctx.newId(),
      workspaceId: app.workspaceId,
      at: ctx.clock.now(),
      kind: 'manifest_compared',
      actor: input.actor,
      appId: app.id,
      detail: { differences: comparison.differences.length, scopes: input.manifest.scopes.length },
    });
    const environments: Environment[] = [];
    for (const environment of found)
      environments.push(await noteSeen(tx, ctx, app, environment, comparison, input.actor));
    return Ok({ app, environments, comparison });
  });
}

/** The environment as it is afterwards. */
async function noteSeen(
  tx: Queryable,
  ctx: Needs,
  app: Parameters<typeof recordOutcome>[2],
  environment: Environment,
  { isNamedAlike, redirects, hasSameScopes }: ManifestComparison,
  actor: string,
): Promise<Environment> {
  if (!isNamedAlike) return environment;
  let now = environment;
  const seen = [
    ...(redirects.includes(environment.kind) ? (['redirect'] as const) : []),
    ...(hasSameScopes ? (['scopes'] as const) : []),
  ];
  for (const name of seen) {
    const outcome = seenOutcome(checkOf(now, name), actor, ctx.clock.now());
    if (outcome === null) continue;
    ({ environment: now } = await recordOutcome(tx, ctx, app, now, name, outcome, { actor }));
  }
  return now;
}

/** Null where it would change nothing, or replace what is worth more. */
function seenOutcome(check: Check, by: string, now: Date): Outcome | null {
  const { status, evidence, detail, attestedBy } = check;
  // StackOne's sign-in went through it: stronger than what somebody pasted.
  if (status === 'passed' && evidence === 'verified') return null;
  const at = now.toISOString();
  const isKnown =
    status === 'passed' && attestedBy === by && detail.manifestOf?.slice(0, 10) === at.slice(0, 10);
  if (isKnown) return null;
  // Scopes that break a rule stay so, whatever Zoom has.
  if (check.name === 'scopes' && status !== 'passed') return null;
  const { count } = detail;
  return {
    kind: 'passed',
    evidence: 'derived',
    by,
    detail: { ...(count === undefined ? {} : { count }), manifestOf: at },
  };
}
