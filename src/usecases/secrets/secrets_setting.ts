import { Err, Ok, type Result } from '../../core/result.ts';
import type { SecretsPolicy } from '../../core/secrets/secrets_policy.ts';
import { appendEvent } from '../../store/apps/events.ts';
import { readSecretsSetting, saveSecretsSetting } from '../../store/secrets/secrets_setting.ts';
import { deleteAllDraftSecrets, environmentsWithSecret } from '../../store/secrets/stored_secrets.ts';
import type { By, Context } from '../changes/context.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';
import { type AdminRefusal, adminRefusal } from './workspace_admin.ts';

export interface SecretsSetting {
  /** What holds: the stricter of the two. */
  readonly policy: SecretsPolicy;
  /** `configuration`: an admin cannot change it. */
  readonly decidedBy: 'configuration' | 'workspace';
  /** Is a client secret of this workspace still stored? */
  readonly stored: boolean;
  /** Is this person an admin of the workspace? Null: Slack did not say. */
  readonly mayDecide: boolean | null;
}

/** What App Home shows of it. Two indexed queries, and Slack is asked about the person. */
export async function readSecretsPolicy(
  ctx: Pick<Context, 'db' | 'settings' | 'isWorkspaceAdmin'>,
  { workspaceId, actor }: By,
): Promise<SecretsSetting> {
  const [chosen, stored, isAdmin] = await Promise.all([
    readSecretsSetting(ctx.db, workspaceId),
    environmentsWithSecret(ctx.db, workspaceId, null, 1),
    ctx.isWorkspaceAdmin?.(actor) ?? null,
  ]);
  const configured = ctx.settings.secrets === 'never';
  return {
    policy: configured ? 'never' : chosen,
    decidedBy: configured ? 'configuration' : 'workspace',
    stored: stored.length > 0,
    mayDecide: isAdmin,
  };
}

/**
 * Whether forms of this workspace ask for client secrets. Admins of the workspace only; it can be stricter than the configuration, not
 * laxer (`configured`). `never` also deletes the secrets that wait in unfinished registrations; what is stored stays until forgotten.
 */
export async function setSecretsPolicy(
  ctx: Pick<Context, 'db' | 'clock' | 'newId' | 'settings' | 'isWorkspaceAdmin'>,
  input: By & { readonly policy: SecretsPolicy },
): Promise<Result<{ readonly changed: boolean }, AdminRefusal | 'configured'>> {
  const { workspaceId, actor, policy } = input;
  const refusal = await adminRefusal(ctx, input);
  if (!refusal.ok) return refusal;
  if (ctx.settings.secrets === 'never') return Err('configured');
  return withWorkspaceLock(ctx, workspaceId, async (tx) => {
    if ((await readSecretsSetting(tx, workspaceId)) === policy) return Ok({ changed: false });
    await saveSecretsSetting(tx, workspaceId, policy);
    if (policy === 'never') await deleteAllDraftSecrets(tx, workspaceId);
    await appendEvent(tx, {
      id: ctx.newId(),
      workspaceId,
      at: ctx.clock.now(),
      kind: 'secrets_setting_changed',
      actor,
      detail: { policy },
    });
    return Ok({ changed: true });
  });
}
