import { type Stage, stages } from '../../../core/checks/stage.ts';
import type { Message } from '../../../core/deliveries/message.ts';
import type { MovedStage, NudgedStep } from '../../../core/deliveries/messages/turn_message.ts';
import type { KnownBlock, MessageView } from '../../blocks/block_types.ts';
import { barChart } from '../../blocks/chart.ts';
import { messageView } from '../../blocks/fit.ts';
import { context, section, sections } from '../../blocks/layout.ts';
import { count } from '../../blocks/text.ts';
import { day } from '../../blocks/time.ts';
import { shortSteps } from '../checks/next_step.ts';
import { aboutWords, spoken } from '../events/event_subject.ts';
import { doerWords, stageWords } from '../product_words.ts';

/** In a channel, on weekdays. It calls nobody. */
export function digestMessage(message: Extract<Message, { kind: 'digest' }>): MessageView {
  const title = `:newspaper: *Zoom apps of this channel*, since ${day(new Date(message.since))}`;
  const changed = [...message.moved.map(movedWords), ...more(message.moreMoved)];
  const waits = [
    ...message.waiting.map(waitWords),
    ...(message.moreWait ? ['… and more: `/zoom-ready` lists them all'] : []),
  ];
  const counts = stageCounts(message.stages);
  const countWords = counts.map(({ label, value }) => `${value} ${label}`).join(', ');
  const text = [`${title}: ${countWords}.`, ...titled('Changed', changed), ...titled('Waiting', waits)].join(
    ' ',
  );
  return messageView(spoken(text), [
    section(title),
    ...barChart('Environments by stage', 'Environments', counts),
    ...listed('Changed', changed),
    ...listed('Waiting', waits),
    context('Posted on weekdays when something changed or waits. `/zoom-app digest off` ends it.'),
  ]);
}

function stageCounts(counts: Partial<Readonly<Record<Stage, number>>>) {
  return stages.flatMap((stage) => {
    const value = counts[stage] ?? 0;
    return value > 0 ? [{ label: stageWords[stage].word, value }] : [];
  });
}

const movedWords = ({ about, from, to }: MovedStage): string =>
  `${stageWords[to].sign} ${aboutWords(about)}: ${stageWords[from].word} → *${stageWords[to].word}*`;

const waitWords = ({ about, action, doer, since }: NudgedStep): string =>
  `${aboutWords(about)}: ${shortSteps[action]} (${doerWords[doer]}, since ${day(new Date(since))})`;

const more = (left: number): string[] => (left === 0 ? [] : [`… and ${count(left, 'other')}`]);

const titled = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`${title}: ${lines.join('. ')}.`];

const listed = (title: string, lines: readonly string[]): KnownBlock[] =>
  lines.length === 0 ? [] : sections([`*${title}*`, ...lines.map((line) => `• ${line}`)]);
