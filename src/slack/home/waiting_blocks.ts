import type { Waiting, WaitingPage } from '../../usecases/turns/read_waiting.ts';
import { actionIds } from '../action_ids.ts';
import type { KnownBlock } from '../blocks/block_types.ts';
import { button, nth } from '../blocks/elements.ts';
import { context, divider, header, section } from '../blocks/layout.ts';
import { day } from '../blocks/time.ts';
import { shortSteps } from '../messages/checks/short_steps.ts';
import { linkedName } from '../messages/lists/app_line.ts';
import { environmentNames } from '../messages/product_words.ts';

/** What waits for the person who looks, longest first. */
export function waitingBlocks({ waiting, next }: WaitingPage): KnownBlock[] {
  if (waiting.length === 0 && next === null) return [];
  return [
    divider(),
    header('Waiting for you'),
    ...waiting.map(waitingLine),
    ...(next === null ? [] : [context('… and more, which come up here as these are done.')]),
  ];
}

/** "Payroll · Development: run the test in Zoom · since 3 Nov 2026" */
function waitingLine({ appId, appName, cardUrl, environment, environmentId, turn }: Waiting): KnownBlock {
  const name = linkedName({ name: appName, cardUrl });
  return section(
    `*${name}* · ${environmentNames[environment]}\n${shortSteps[turn.action]} · since ${day(turn.since)}`,
    button('Go on', nth(actionIds.showApp, `waiting.${environmentId}`), appId),
  );
}
