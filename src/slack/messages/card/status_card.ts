import type { Environment, ZoomApp, ZoomAppCard } from '../../../core/apps/zoom_app.ts';
import type { KnownBlock, MessageView } from '../../blocks/block_types.ts';
import { messageView } from '../../blocks/fit.ts';
import { actions, context, divider, header, section, sections } from '../../blocks/layout.ts';
import { channel, count, link, named, sentence, typed } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { archivedCard } from '../archive/archived_card.ts';
import { type NextStep, nextStepFor } from '../checks/next_step.ts';
import { passedOf, progressLine } from '../checks/progress_line.ts';
import { troubleLines } from '../checks/trouble_lines.ts';
import { remedyOf, whyClosed } from '../closed_channel_words.ts';
import { driftBlocks } from '../drift/drift_blocks.ts';
import { unreachableBlocks } from '../ownership/owner_unreachable.ts';
import { ownerWords } from '../ownership/owner_words.ts';
import { environmentNames, managementNames, stageWords } from '../product_words.ts';
import { forgetOffer } from '../secrets/forget_secret.ts';
import { type Brevity, brevityOf, type WithStep } from './brevity.ts';
import { type Audience, environmentElements } from './environment_elements.ts';
import { foldedBlocks } from './folded_checks.ts';
import { secretLines } from './secret_lines.ts';
import { adoptionBlocks, appElements } from './status_card_buttons.ts';

/** The status card of a Zoom app, drawn from the state at `now`. `said`: a sentence above it, in mrkdwn. */
export function statusCard(card: ZoomAppCard, now: Date, audience: Audience, said = ''): MessageView {
  const { app, environments } = card;
  if (app.archivedAt !== null) return archivedCard(card, app.archivedAt, now, audience, said);
  const steps = environments.map((environment) => ({ environment, step: nextStepFor(environment) }));
  const plain = cardText(card, steps);
  const brevity = brevityOf(steps);
  return messageView(said === '' ? plain : `${said} ${plain}`, [
    ...(said === '' ? [] : [section(said)]),
    header(app.name || 'Zoom app'),
    section(introduction(app, brevity)),
    ...pausedBlocks(card),
    ...unreachableBlocks(card),
    ...steps.flatMap((one) => environmentBlocks(one, brevity, audience)),
    ...environments.flatMap((environment) => checkBlocks(card, environment, audience)),
    ...(environments.length === 0 ? [section('This Zoom app has no environment yet.')] : []),
    divider(),
    ...driftBlocks(card),
    ...actions(
      appElements(
        card,
        steps.map(({ step }) => step),
        audience,
      ),
    ),
    context(footer(card, now, audience)),
  ]);
}

/** Two lines on a phone; all of it is in the details. */
const PURPOSE_ON_CARD = 80;

function introduction(app: ZoomApp, { step }: Brevity): string {
  const facts = [
    `${sentence(managementNames[app.managementType])} Zoom app`,
    `Owners: ${ownerWords(app)}`,
    count(app.scopes.length, 'scope'),
  ].join(' · ');
  const purpose = step === 'all' ? typed(app.purpose, PURPOSE_ON_CARD) : '';
  return `${facts}${purpose === '' ? '' : `\n${purpose}`}`;
}

function pausedBlocks({ app, watchPaused }: ZoomAppCard): KnownBlock[] {
  if (watchPaused === null) return [];
  const place = channel(app.channelId);
  return [
    section(
      `:warning: *Greenroom cannot post in ${place}* since ${moment(watchPaused.at)}: ${whyClosed(watchPaused.reason)}. Nothing is lost: ${continued(remedyOf(watchPaused.reason))}`,
    ),
  ];
}

/** A sentence after a colon. */
const continued = (sentence: string): string =>
  sentence.startsWith('Greenroom') ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1);

/**
 * Where an environment stands, what is wrong, and what is next. These of all environments come first: all of it shall stand on the
 * first screen of a phone.
 */
function environmentBlocks(
  { environment, step }: WithStep,
  brevity: Brevity,
  audience: Audience,
): KnownBlock[] {
  const { checks } = environment;
  const progress = brevity.trouble === 'name' ? passedOf(checks) : progressLine(checks);
  const top = [divider(), section(`${stageLine(environment, brevity)}\n${progress}`)];
  return [
    ...top,
    ...sections([
      ...troubleLines(environment, brevity.trouble),
      nextLine(step, brevity),
      ...secretLines(environment),
      ...pendingPair(environment),
    ]),
    ...actions(environmentElements(environment, step, brevity, audience)),
  ];
}

function checkBlocks(card: ZoomAppCard, environment: Environment, audience: Audience): KnownBlock[] {
  const isAlone = card.environments.length === 1;
  return [
    ...(isAlone ? [] : [divider()]),
    ...foldedBlocks(environment, isAlone),
    ...forgetOffer(environment, audience === 'me'),
    ...adoptionBlocks(card, environment),
  ];
}

function stageLine({ kind, stage }: Environment, { step }: Brevity): string {
  const { word, sentence: about, sign } = stageWords[stage];
  return `${sign} *${environmentNames[kind]}: ${word}*${step === 'all' ? ` (${about})` : ''}`;
}

function pendingPair({ pendingClientId }: Environment): string[] {
  if (pendingClientId === null) return [];
  return [
    ':hourglass_flowing_sand: A new client ID and secret wait for Zoom to accept them. The old pair stays in use until then.',
  ];
}

function nextLine({ whom, words, short }: NextStep, { step }: Brevity): string {
  if (whom === null) return words;
  return `:point_right: *Next, for ${whom}:* ${step === 'all' ? words : `${short}.`}`;
}

function footer({ app, cardUrl }: ZoomAppCard, now: Date, audience: Audience): string {
  const drawn = `As of ${moment(now)}`;
  return audience === 'me'
    ? `Only you can see this. ${cardUrl == null ? 'The card that everyone sees' : link(cardUrl, 'The card that everyone sees')} is in ${channel(app.channelId)}. ${drawn}.`
    : `${drawn}. Greenroom edits this card; the story is in its thread.`;
}

/** The card as text for screen readers and notifications: name, stage, what is next. */
function cardText({ app, drift }: ZoomAppCard, steps: readonly WithStep[]): string {
  const intro = `${named(app.name)} (${managementNames[app.managementType]} Zoom app)`;
  if (steps.length === 0) return `${intro} has no environment yet.`;
  const lines = steps.map(({ environment, step }) => {
    const passed = environment.checks.filter(({ lastKnown }) => lastKnown === 'passed').length;
    const next = step.action === 'none' ? '' : ` Next: ${step.short}.`;
    return `${environmentNames[environment.kind]}: ${stageWords[environment.stage].word}, ${passed} of ${environment.checks.length} checks passed.${next}`;
  });
  const more = drift.open.length === 0 ? '' : ' StackOne or the catalogue asks for more than it declares.';
  return `${intro}. ${lines.join(' ')}${more}`;
}
