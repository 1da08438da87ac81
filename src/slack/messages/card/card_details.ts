import type { Environment, ZoomAppCard } from '../../../core/apps/zoom_app.ts';
import type { KnownBlock } from '../../blocks/block_types.ts';
import { context, section, sections } from '../../blocks/layout.ts';
import { limits } from '../../blocks/limits.ts';
import { named, typed } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { checkLine } from '../checks/check_line.ts';
import { progressLine } from '../checks/progress_line.ts';
import { environmentNames } from '../product_words.ts';
import { withoutSecretWords } from '../secrets/forget_secret.ts';

/** Every check of an environment: what it means, how it is known and since when. */
export function cardDetails({ app }: ZoomAppCard, environment: Environment, now: Date): KnownBlock[] {
  const { kind, checks } = environment;
  const lines = checks.map(
    (check) => checkLine(check, kind, checks) + withoutSecretWords(environment, check),
  );
  const purpose = typed(app.purpose, limits.shown.purpose);
  return [
    section(`*Checks of ${environmentNames[kind]} of ${named(app.name)}*\n${progressLine(checks)}`),
    ...sections(lines),
    ...(purpose === '' ? [] : [section(`*What ${named(app.name)} is for:* ${purpose}`)]),
    context(`As of ${moment(now)}.`),
  ];
}
