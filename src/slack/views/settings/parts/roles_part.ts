import { Err } from '../../../../core/result.ts';
import {
  type Activity,
  activities,
  roleChoices,
  type WhoMay,
  whoMay,
} from '../../../../core/roles/activities.ts';
import type { KnownBlock } from '../../../blocks/block_types.ts';
import { header } from '../../../blocks/layout.ts';
import { sentence } from '../../../blocks/text.ts';
import { activityWords, whoMayWords } from '../../../messages/roles/role_words.ts';
import type { TypedByBlock } from '../../../requests/requests.ts';
import { input, option, typedIn } from '../../inputs.ts';
import type { SettingPart } from '../setting_part.ts';

const blockOf = (activity: Activity): string => `role_${activity}`;

/** Who may do what. */
export const rolesPart: SettingPart = {
  blocks: activities.map(blockOf),
  draw: ({ roles }) => [
    header('Who may do what'),
    ...activities.map((activity) => roleField(activity, roles[activity])),
  ],
  async save({ usecases }, by, changed) {
    const result = await usecases.setRoles({ ...by, roles: rolesIn(changed) });
    if (result.ok) return result;
    if (result.error !== 'choice') return Err(result.error);
    return Err({ block: Object.keys(changed)[0] ?? '', text: 'Choose one of these.' });
  },
};

function roleField(activity: Activity, chosen: WhoMay): KnownBlock {
  const block = blockOf(activity);
  const optionOf = (who: WhoMay) => option(sentence(whoMayWords[who]), who);
  return input(
    { block, label: sentence(activityWords[activity]) },
    {
      type: 'static_select',
      action_id: block,
      options: roleChoices[activity].map(optionOf),
      initial_option: optionOf(chosen),
    },
  );
}

function rolesIn(changed: TypedByBlock): Partial<Record<Activity, WhoMay>> {
  return Object.fromEntries(
    activities.flatMap((activity) => {
      const who = whoMay.find((one) => one === typedIn(changed, blockOf(activity)).option);
      return who === undefined ? [] : [[activity, who]];
    }),
  );
}
