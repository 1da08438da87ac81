import { Ok, type Result } from '../../core/result.ts';
import type { SecretsPolicy } from '../../core/secrets/secrets_policy.ts';
import { appendEvent } from '../../store/apps/events.ts';
import { deleteAllDraftSecrets } from '../../store/secrets/draft_secrets.ts';
import { readSecretsSetting, saveSecretsSetting } from '../../store/secrets/secrets_setting.ts';
import { environmentsWithSecret } from '../../store/secrets/stored_secrets.ts';
import type { By, Context, Deciding } from '../changes/context.ts';
import { type AdminRefusal, adminRefusal } from '../changes/roles/admin.ts';
import { changeAsAdmin } from '../changes/roles/change_as_admin.ts';

export interface SecretsSetting {
  /** What holds: the stricter of the two. */
  readonly policy: SecretsPolicy;
  /** `configuration`: an admin cannot change it. */
  readonly decidedBy: 'configuration' | 'workspace';
  /** Is a client secret of this workspace still stored? */
  readonly stored: boolean;
  /** Is this person an admin? Null: nobody is named, and Slack did not say. */
  readonly mayDecide: boolean | null;
}

/** What App Home shows of it. Two indexed queries, and Slack is asked about the person. */
export async function readSecretsPolicy(
  ctx: Pick<Context, Deciding | 'settings'>,
  by: By,
): Promise<SecretsSetting> {
  const { workspaceId } = by;
  const [chosen, stored, refusal] = await Promise.all([
    readSecretsSetting(ctx.db, workspaceId),
    environmentsWithSecret(ctx.db, workspaceId, null, 1),
    adminRefusal(ctx, by),
  ]);
  const configured = ctx.settings.secrets === 'never';
  return {
    policy: configured ? 'never' : chosen,
    decidedBy: configured ? 'configuration' : 'workspace',
    stored: stored.length > 0,
    mayDecide: refusal.ok ? true : refusal.error === 'admin_unknown' ? null : false,
  };
}

/**
 * Whether forms of this workspace ask for client secrets. Admins of the workspace only; it can be stricter than the configuration, not
 * laxer (`configured`). `never` also deletes the secrets that wait in unfinished registrations; what is stored stays until forgotten.
 */
export async function setSecretsPolicy(
  ctx: Pick<Context, Deciding | 'clock' | 'newId' | 'settings'>,
  input: By & { readonly policy: SecretsPolicy },
): Promise<Result<{ readonly changed: boolean }, AdminRefusal | 'configured'>> {
  const { workspaceId, actor, policy } = input;
  const wrong = () => (ctx.settings.secrets === 'never' ? 'configured' : null);
  return changeAsAdmin<{ changed: boolean }, 'configured'>(ctx, input, wrong, async (tx) => {
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
