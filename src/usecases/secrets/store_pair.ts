import { checkOf, type Environment } from '../../core/apps/zoom_app.ts';
import type { Secret } from '../../core/secrets/secret.ts';
import {
  readCredentials,
  type SealedCredentials,
  savePendingCredentials,
} from '../../store/apps/credentials.ts';
import type { LockedApp } from '../../store/apps/zoom_apps.ts';
import { enqueue } from '../../store/jobs.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import {
  readFingerprint,
  saveCurrentPair,
  savePairsWithoutSecret,
} from '../../store/secrets/stored_secrets.ts';
import type { Context } from '../changes/context.ts';
import { recordOutcome } from '../changes/record_outcome.ts';
import { pairPlace, secretPlace } from './places.ts';

type Needs = Pick<Context, 'vault' | 'clock' | 'newId'>;

interface Given {
  readonly clientId: string;
  readonly actor: string;
}

/** The pair was replaced in Zoom and its secret is not given: what is stored is of no use any more, and the check is open until proven. */
export async function keepSecret(
  tx: Queryable,
  ctx: Needs,
  app: LockedApp,
  environment: Environment,
  { clientId, actor }: Given,
): Promise<'kept'> {
  const pair = { environmentId: environment.id, clientId, fingerprint: null };
  await savePairsWithoutSecret(tx, app.workspaceId, [pair], ctx.clock.now());
  const outcome = { kind: 'pending', reason: 'no_secret' } as const;
  await recordOutcome(tx, ctx, app, environment, 'credentials', outcome, { actor });
  return 'kept';
}

/** Seals a typed pair beside the one in use, or in its place where no secret of that is stored, and has Zoom asked about it. */
export async function storePair(
  tx: Queryable,
  ctx: Needs,
  app: LockedApp,
  environment: Environment,
  given: Given & { readonly secret: Secret },
): Promise<'waits' | 'stored' | 'same'> {
  const at = { workspaceId: app.workspaceId, environmentId: environment.id };
  const [stored] = await readCredentials(tx, at.workspaceId, [at.environmentId]);
  const isStored = (stored?.pending ?? stored?.current ?? null) !== null;
  const same = isStored
    ? isStoredPair(ctx, at, stored, given)
    : isForgottenPair(ctx, at, await readFingerprint(tx, at), given);
  const pair = {
    clientId: given.clientId,
    sealed: ctx.vault.seal(given.secret, secretPlace(at.workspaceId, at.environmentId)),
  };
  await enqueue(tx, { task: 'probe_credentials', ...at });
  const isOpen = checkOf(environment, 'credentials').lastKnown === 'pending';
  // The one in use, typed again, is sealed in its own place: there is no other that could stay in use if Zoom refuses it.
  const isInUse = same && (stored?.pending ?? null) === null;
  if (!isInUse && (isStored || !isOpen)) {
    await savePendingCredentials(tx, at, pair);
    return same ? 'same' : 'waits';
  }
  await saveCurrentPair(tx, at, pair);
  if (isOpen && !isStored) {
    const outcome = { kind: 'pending', reason: null } as const;
    await recordOutcome(tx, ctx, app, environment, 'credentials', outcome, { actor: given.actor });
  }
  return same ? 'same' : 'stored';
}

type At = { readonly workspaceId: string; readonly environmentId: string };
type Typed = { readonly clientId: string; readonly secret: Secret };

function isStoredPair(
  { vault }: Pick<Context, 'vault'>,
  { workspaceId, environmentId }: At,
  stored: SealedCredentials | undefined,
  { clientId, secret }: Typed,
): boolean {
  const pair = stored?.pending ?? stored?.current ?? null;
  if (pair?.clientId !== clientId) return false;
  const opened = vault.open(pair.sealed, secretPlace(workspaceId, environmentId));
  return opened.ok && opened.value.reveal() === secret.reveal();
}

/** A fingerprint whose key is not configured any more recognises nothing: the pair counts as a new one. */
function isForgottenPair(
  { vault }: Pick<Context, 'vault'>,
  { workspaceId, environmentId }: At,
  fingerprint: string | null,
  { clientId, secret }: Typed,
): boolean {
  const place = pairPlace(workspaceId, environmentId, clientId);
  return fingerprint !== null && vault.isFingerprintOf(fingerprint, secret, place) === true;
}
