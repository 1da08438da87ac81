import type { Environment, ZoomAppCard } from '../../../core/apps/zoom_app.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import { messageView } from '../../blocks/fit.ts';
import { context, section, sections } from '../../blocks/layout.ts';
import { limits } from '../../blocks/limits.ts';
import { named, typed } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { checkLine } from '../checks/check_line.ts';
import { spoken } from '../events/event_subject.ts';
import { environmentNames } from '../product_words.ts';
import { withoutSecretWords } from '../secrets/forget_secret.ts';
import { progressLine } from './progress_line.ts';

/** What the card folds away: every check of an environment, what it means, how it is known and since when. To one person only. */
export function cardDetails({ app }: ZoomAppCard, environment: Environment, now: Date): MessageView {
  const { kind, checks } = environment;
  const head = `*Checks of ${environmentNames[kind]} of ${named(app.name)}*`;
  const lines = checks.map(
    (check) => checkLine(check, kind, checks) + withoutSecretWords(environment, check),
  );
  const purpose = typed(app.purpose, limits.shown.purpose);
  return messageView(spoken([head, ...lines].join('\n')), [
    section(`${head}\n${progressLine(checks)}`),
    ...sections(lines),
    ...(purpose === '' ? [] : [section(`*What ${named(app.name)} is for:* ${purpose}`)]),
    context(`Only you can see this. As of ${moment(now)}.`),
  ]);
}
