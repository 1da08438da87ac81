import type { Message } from '../../../core/deliveries/message.ts';
import type { NudgedStep } from '../../../core/deliveries/messages/turn_message.ts';
import { actionIds } from '../../action_ids.ts';
import type { KnownBlock, MessageView } from '../../blocks/block_types.ts';
import { button, nth, select } from '../../blocks/elements.ts';
import { messageView } from '../../blocks/fit.ts';
import { actions, context, section } from '../../blocks/layout.ts';
import { count, people, person } from '../../blocks/text.ts';
import { day, moment } from '../../blocks/time.ts';
import { shortSteps } from '../checks/short_steps.ts';
import { aboutWords, showButton, spoken } from '../events/event_subject.ts';
import { doerWords } from '../product_words.ts';

/** In the thread of the card: the step that has waited too long, to those whose turn it is. */
export function nudge(message: Extract<Message, { kind: 'nudge' }>): MessageView {
  const { whom, snoozed } = message;
  // Put off: nobody is called again by the edit.
  const called = whom.length === 0 || snoozed !== undefined ? '' : `${people(whom)}: `;
  const line = `:bell: ${called}${stepWords(message)} The card above says how.`;
  return messageView(spoken(line), [
    section(line),
    ...(snoozed === undefined ? actions([howButton(message), laterSelect(message)]) : []),
  ]);
}

/** A direct message: all that waits for this person. */
export function nudges({ steps, more }: Extract<Message, { kind: 'nudges' }>): MessageView {
  const intro =
    ':bell: *This waits for you.* Greenroom sees by itself, or by what you press, when it is done.';
  const beyond =
    more === 0 ? [] : [`${count(more, 'more step')}: App Home shows the next ones as these are done.`];
  return messageView(spoken([intro, ...steps.map(stepWords), ...beyond].join(' ')), [
    section(intro),
    ...steps.flatMap(stepBlocks),
    ...beyond.map((line) => context(line)),
  ]);
}

function stepBlocks(step: NudgedStep): KnownBlock[] {
  const buttons = [
    howButton(step),
    { ...showButton(step.about.appId), action_id: showId(step) },
    laterSelect(step),
  ];
  return [section(stepWords(step)), ...(step.snoozed === undefined ? actions(buttons) : [])];
}

const showId = ({ about }: NudgedStep) => nth(actionIds.showApp, about.environmentId);

function howButton({ about }: NudgedStep) {
  return button('Show me how', nth(actionIds.guide, about.environmentId), about.environmentId);
}

function laterSelect({ about, action }: NudgedStep) {
  const value = (snooze: string) => `${about.environmentId} ${action} ${snooze}`;
  return select('Remind us later', nth(actionIds.snoozeTurn, about.environmentId), [
    { label: 'Tomorrow', value: value('day') },
    { label: 'In three days', value: value('three_days') },
    { label: 'In a week', value: value('week') },
    { label: 'Not of this again', value: value('never') },
  ]);
}

function stepWords({ about, action, doer, since, passOn, isLast, snoozed }: NudgedStep): string {
  const subject = `${aboutWords(about)}: *${shortSteps[action]}*`;
  if (snoozed !== undefined) return `${subject}. ${snoozedWords(snoozed)}`;
  const whose = passOn === true ? ` This is for ${doerWords[doer]}: please pass it on.` : '';
  const last = isLast === true ? ' This is the last reminder of it.' : '';
  return `${subject}, waiting since ${day(new Date(since))}.${whose}${last}`;
}

function snoozedWords({ by, until }: NonNullable<NudgedStep['snoozed']>): string {
  return until === null
    ? `${person(by)} wants no more reminders of this step.`
    : `${person(by)} put it off: Greenroom reminds you after ${moment(new Date(until))} if it still waits.`;
}
