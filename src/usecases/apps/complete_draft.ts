import { isName } from '../../core/apps/app_name.ts';
import type { DraftAnswers } from '../../core/apps/zoom_app.ts';
import type { EnvironmentKind } from '../../core/checks/check.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import type { Secret } from '../../core/secrets/secret.ts';
import type { StoredDraft } from '../../store/apps/drafts.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { readDraftSecrets } from '../../store/secrets/draft_secrets.ts';
import type { Context } from '../changes/context.ts';
import { draftSecretPlace } from '../drafts/drafts.ts';
import { policyIn } from '../secrets/secrets_policy.ts';

/** A draft in which every question that must be answered is answered. */
export interface CompleteAnswers extends DraftAnswers {
  readonly name: string;
  readonly managementType: NonNullable<DraftAnswers['managementType']>;
  readonly environments: readonly EnvironmentKind[];
  /** One for each of `environments`. */
  readonly clients: readonly { readonly kind: EnvironmentKind; readonly clientId: string }[];
  readonly owners: readonly string[];
  readonly channelId: string;
}

/** One environment of the draft, with its pair. */
interface DraftPair {
  readonly kind: EnvironmentKind;
  readonly clientId: string;
  /** Null: the person keeps it. */
  readonly secret: Secret | null;
}

/** Null: something is missing. */
export function completeAnswers(answers: DraftAnswers): CompleteAnswers | null {
  const { name, managementType, environments, owners, channelId, clientIds } = answers;
  if (!name || !managementType || !channelId || !environments?.length || !owners?.length) return null;
  // The modal rejects such names at their field; this is for a draft that was saved in another way.
  if (!isName(name)) return null;
  const clients = environments.flatMap((kind) => {
    const clientId = clientIds?.[kind];
    return clientId ? [{ kind, clientId }] : [];
  });
  if (clients.length < environments.length) return null;
  return { ...answers, name, managementType, environments, clients, owners, channelId };
}

/**
 * The draft's environments with their secrets. `secrets_gone`: typed too long ago, or sealed with a key that is lost.
 * `secrets_never`: typed before it was decided that none is taken.
 */
export async function openPairs(
  tx: Queryable,
  ctx: Pick<Context, 'vault' | 'clock' | 'settings'>,
  { workspaceId, id: draftId, userId }: StoredDraft,
  { clients, keepsSecret = [] }: CompleteAnswers,
): Promise<Result<DraftPair[], 'secrets_gone' | 'secrets_never'>> {
  const policy = await policyIn(tx, ctx, workspaceId);
  const sealed = await readDraftSecrets(tx, { workspaceId, draftId, userId }, ctx.clock.now());
  const pairs: DraftPair[] = [];
  for (const { kind, clientId } of clients) {
    if (keepsSecret.includes(kind)) {
      pairs.push({ kind, clientId, secret: null });
      continue;
    }
    if (policy === 'never') return Err('secrets_never');
    const text = sealed[kind];
    if (text === undefined) return Err('secrets_gone');
    const opened = ctx.vault.open(text, draftSecretPlace(workspaceId, draftId, kind));
    if (!opened.ok) return Err('secrets_gone');
    pairs.push({ kind, clientId, secret: opened.value });
  }
  return Ok(pairs);
}
