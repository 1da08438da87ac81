import { Err } from '../../../../core/result.ts';
import { markOf } from '../../../../ids.ts';
import { type AdminsRefusal, mostAdmins } from '../../../../usecases/roles/admins.ts';
import { plain } from '../../../blocks/elements.ts';
import { context, header } from '../../../blocks/layout.ts';
import { limits } from '../../../blocks/limits.ts';
import { people } from '../../../blocks/text.ts';
import { input, typedIn } from '../../inputs.ts';
import type { FieldError, SettingPart } from '../setting_part.ts';

const ADMINS = 'admins';

/** Who decides all of this, besides the admins of the configuration and of the Slack workspace. */
export const adminsPart: SettingPart = {
  blocks: [ADMINS],
  draw: ({ admins }) => [
    header('Admins'),
    input(
      {
        block: ADMINS,
        label: 'Admins of Greenroom',
        hint: 'They may change these settings, and do what owners of a Zoom app may. Admins of the Slack workspace may too, where Slack says who they are.',
        optional: true,
      },
      {
        type: 'multi_users_select',
        action_id: ADMINS,
        placeholder: plain('Choose people', limits.placeholder),
        max_selected_items: mostAdmins,
        ...(admins.added.length === 0 ? {} : { initial_users: [...admins.added] }),
      },
    ),
    ...(admins.configured.length === 0
      ? []
      : [context(`Named by the configuration, and admins too: ${people(admins.configured)}.`)]),
  ],
  async save({ usecases }, by, changed, shown) {
    const { users: userIds } = typedIn(changed, ADMINS);
    const mark = markOf((shown[ADMINS] ?? '').split(' ').filter(Boolean));
    const result = await usecases.setAdmins({ ...by, userIds, mark });
    return result.ok ? result : Err(errorAt(result.error));
  },
};

function errorAt({ code }: AdminsRefusal): FieldError | 'not_admin' | 'admin_unknown' {
  const error = (text: string): FieldError => ({ block: ADMINS, text });
  switch (code) {
    case 'not_admin':
    case 'admin_unknown':
      return code;
    case 'outdated':
      return error('Somebody else has changed this meanwhile: close the form and open it again.');
    case 'last_admin':
      return error('Keep at least one: nobody could change these settings any more.');
    case 'too_many':
      return error(`Choose at most ${mostAdmins} people.`);
    case 'no_member':
      return error(
        'Only active people of this workspace can be admins: no bots, guests from elsewhere or deactivated accounts.',
      );
  }
}
