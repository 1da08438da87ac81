import type { KnownBlock, ModalView } from '../../blocks/block_types.ts';
import { context } from '../../blocks/layout.ts';
import { modal } from '../view_frame.ts';
import { callbackIds } from '../view_ids.ts';
import { adminsPart } from './parts/admins_part.ts';
import { attestationPart } from './parts/attestation_part.ts';
import { defaultChannelPart } from './parts/default_channel_part.ts';
import { digestPart } from './parts/digest_part.ts';
import { remindersPart } from './parts/reminders_part.ts';
import { rolesPart } from './parts/roles_part.ts';
import { secretsPart } from './parts/secrets_part.ts';
import { stepAdminsPart } from './parts/step_admins_part.ts';
import type { SettingPart } from './setting_part.ts';
import type { WorkspaceSettings } from './settings.ts';
import { shownValues } from './shown_values.ts';

/** In the order of the form. Admins are saved last: one who leaves them may have changed other things too. */
export const settingParts: readonly SettingPart[] = [
  defaultChannelPart,
  attestationPart,
  secretsPart,
  stepAdminsPart,
  remindersPart,
  digestPart,
  rolesPart,
  adminsPart,
];

/** The fields of every topic. */
export function settingBlocks(settings: WorkspaceSettings): readonly KnownBlock[] {
  return settingParts.flatMap((part) => part.draw(settings));
}

/** The settings of a workspace, in one form: for its admins. */
export function settingsView(settings: WorkspaceSettings): ModalView {
  const blocks = settingBlocks(settings);
  return modal(
    {
      callbackId: callbackIds.settings,
      title: 'Settings',
      submit: 'Save',
      state: { kind: 'settings', shown: shownValues(blocks) },
    },
    [
      context('For this whole workspace. Only its admins see this, and each change is in the history.'),
      ...blocks,
    ],
  );
}
