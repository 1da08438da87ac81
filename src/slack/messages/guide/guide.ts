import type { Environment, ZoomAppCard } from '../../../core/apps/zoom_app.ts';
import type { KnownBlock } from '../../blocks/block_types.ts';
import { viewBlocks } from '../../blocks/fit.ts';
import { context, divider, header, section } from '../../blocks/layout.ts';
import { named } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { nextStepFor } from '../checks/next_step.ts';
import { progressLine } from '../checks/progress_line.ts';
import { environmentNames, managementNames } from '../product_words.ts';
import { type GuideStep, stepState, stepStates } from './guide_step.ts';
import { stackoneSteps } from './stackone_steps.ts';
import { zoomSteps } from './zoom_steps.ts';

/** Every step in Zoom and StackOne for one environment, filled in with this app's values; at most 100 blocks, for a modal. */
export function guide(card: ZoomAppCard, environment: Environment, now: Date): KnownBlock[] {
  const { app } = card;
  const zoom = zoomSteps(app, environment);
  const stackone = stackoneSteps(card, environment);
  const step = nextStepFor(environment);
  const waiting = step.whom === null ? step.words : `*Greenroom is waiting for ${step.whom}:* ${step.words}`;
  return viewBlocks([
    section(
      `*${named(app.name)}*, ${managementNames[app.managementType]}, *${environmentNames[environment.kind]}*\n${progressLine(environment.checks)}`,
    ),
    section(waiting),
    header('In Zoom'),
    ...zoom.flatMap((each, i) => stepBlocks(each, i + 1, environment)),
    divider(),
    header('In StackOne'),
    ...stackone.flatMap((each, i) => stepBlocks(each, zoom.length + i + 1, environment)),
    context(`As of ${moment(now)}. Nothing here is a secret: Greenroom never shows one.`),
  ]);
}

function stepBlocks(step: GuideStep, number: number, environment: Environment): KnownBlock[] {
  const { word, sign } = stepStates[stepState(step, environment)];
  return [section(`${sign} *${number}. ${step.title}* (${word})\n${step.words}`), ...(step.blocks ?? [])];
}
