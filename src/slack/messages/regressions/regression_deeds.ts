import { checkNames } from '../../../core/checks/check.ts';
import { person } from '../../blocks/text.ts';
import { checkTitles } from '../product_words.ts';

type Detail = Readonly<Record<string, unknown>>;

/** Who looked after what broke, for the history. */
export const regressionDeeds = {
  regression_taken: (detail: Detail) => `looks after *${title(detail)}*, which broke.`,
  regression_handed_over: (detail: Detail) =>
    `gave *${title(detail)}*, which broke, to ${person(String(detail.to))}.`,
};

function title({ check }: Detail): string {
  const name = checkNames.find((one) => one === check);
  return name === undefined ? 'a check' : checkTitles[name];
}
