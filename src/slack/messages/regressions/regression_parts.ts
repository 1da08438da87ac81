import type { RegressionMessage } from '../../../core/deliveries/messages/regression_message.ts';
import { actionIds } from '../../action_ids.ts';
import type { ActionsElement } from '../../blocks/block_types.ts';
import { button, nth, plain } from '../../blocks/elements.ts';
import { limits } from '../../blocks/limits.ts';
import { people, person } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';

/** Whose it is, or what became of it; null where nothing is known, as of a message of an earlier release. */
export function whoseWords({ ended, taken, owners, regressionId }: RegressionMessage): string | null {
  if (ended !== undefined) return endedWords(ended);
  if (taken !== undefined) {
    const from = taken.from === undefined ? '' : `, handed over by ${person(taken.from)}`;
    return `:eyes: ${person(taken.by)} has looked after it since ${moment(new Date(taken.at))}${from}.`;
  }
  if (regressionId === undefined) return null;
  const whom = owners === undefined || owners.length === 0 ? '' : `${people(owners)}: who looks after it? `;
  return `${whom}Nobody looks after it. Press *I'll look*, so that the others know.`;
}

function endedWords({ at, repaired }: NonNullable<RegressionMessage['ended']>): string {
  const since = moment(new Date(at));
  return repaired
    ? `:white_check_mark: *Repaired* ${since}. There is nothing to do.`
    : `:heavy_minus_sign: *Over* since ${since}: nobody is asked about it any more.`;
}

/** How it is taken or handed over. None once it is over. */
export function regressionElements({ regressionId, taken, ended }: RegressionMessage): ActionsElement[] {
  if (regressionId === undefined || ended !== undefined) return [];
  if (taken === undefined)
    return [button("I'll look", actionIds.takeRegression, regressionId, { style: 'primary' })];
  return [
    {
      type: 'users_select',
      action_id: nth(actionIds.handOverRegression, regressionId),
      placeholder: plain('Hand over to …', limits.placeholder),
    },
  ];
}
