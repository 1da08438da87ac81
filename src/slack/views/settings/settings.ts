import type { Roles } from '../../../core/roles/activities.ts';
import type { StepAdmins } from '../../../store/turns/step_admins.ts';
import type { ReminderSettings } from '../../../usecases/reminders/reminder_settings.ts';
import type { Admins } from '../../../usecases/roles/admins.ts';
import type { SecretsSetting } from '../../../usecases/secrets/secrets_setting.ts';
import type { DigestChannels } from '../../../usecases/turns/digest/set_digest.ts';
import type { HandlerContext } from '../../handler_context.ts';
import type { Person } from '../../requests/requests.ts';

/** What the admins of a workspace have chosen, as the form shows it. */
export interface WorkspaceSettings {
  readonly defaultChannelId: string | null;
  readonly attestationDays: number;
  readonly secrets: SecretsSetting;
  readonly reminders: ReminderSettings;
  readonly stepAdmins: StepAdmins;
  readonly digests: DigestChannels;
  readonly roles: Roles;
  readonly admins: Admins;
}

export async function readSettings(
  { usecases }: HandlerContext,
  { workspaceId, userId: actor }: Person,
): Promise<WorkspaceSettings> {
  const [defaultChannelId, attestationDays, secrets, reminders, stepAdmins, digests, roles, admins] =
    await Promise.all([
      usecases.readDefaultChannel({ workspaceId }),
      usecases.attestationDays({ workspaceId }),
      usecases.readSecretsPolicy({ workspaceId, actor }),
      usecases.readReminderSettings({ workspaceId }),
      usecases.readStepAdmins({ workspaceId }),
      usecases.readDigests({ workspaceId }),
      usecases.readRoles({ workspaceId }),
      usecases.readAdmins({ workspaceId, actor }),
    ]);
  return { defaultChannelId, attestationDays, secrets, reminders, stepAdmins, digests, roles, admins };
}
