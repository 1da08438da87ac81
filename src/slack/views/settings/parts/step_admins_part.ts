import { Err } from '../../../../core/result.ts';
import { mostStepAdmins, type StepAdminOf } from '../../../../store/turns/step_admins.ts';
import type { KnownBlock } from '../../../blocks/block_types.ts';
import { plain } from '../../../blocks/elements.ts';
import { limits } from '../../../blocks/limits.ts';
import { input, typedIn } from '../../inputs.ts';
import type { SettingPart } from '../setting_part.ts';

const blockOf: Readonly<Record<StepAdminOf, string>> = {
  zoom_admin: 'zoom_admins',
  stackone_admin: 'stackone_admins',
};
const labels: Readonly<Record<StepAdminOf, string>> = {
  zoom_admin: 'Who does the steps in Zoom',
  stackone_admin: 'Who does the steps in StackOne',
};
const doers = ['zoom_admin', 'stackone_admin'] as const;

/** Whose turn the steps outside of Greenroom are, for all apps. */
export const stepAdminsPart: SettingPart = {
  blocks: Object.values(blockOf),
  draw: ({ stepAdmins }) => doers.map((doer) => peopleField(doer, stepAdmins[doer])),
  async save({ usecases }, by, changed) {
    for (const doer of doers) {
      const block = blockOf[doer];
      if (!Object.hasOwn(changed, block)) continue;
      const result = await usecases.setStepAdmins({ ...by, doer, userIds: typedIn(changed, block).users });
      if (result.ok) continue;
      if (result.error === 'too_many')
        return Err({ block, text: `Choose at most ${mostStepAdmins} people.` });
      if (result.error === 'no_member')
        return Err({
          block,
          text: 'Choose active people of this workspace: no bots, and nobody from elsewhere.',
        });
      return Err(result.error);
    }
    return { ok: true, value: null };
  },
};

function peopleField(doer: StepAdminOf, chosen: readonly string[]): KnownBlock {
  const block = blockOf[doer];
  return input(
    {
      block,
      label: labels[doer],
      hint: 'They are reminded of what waits there. Nobody chosen: the owners are, and pass it on.',
      optional: true,
    },
    {
      type: 'multi_users_select',
      action_id: block,
      placeholder: plain('Choose people', limits.placeholder),
      max_selected_items: mostStepAdmins,
      ...(chosen.length === 0 ? {} : { initial_users: [...chosen] }),
    },
  );
}
