import { type Stage, stages } from '../../../core/checks/stage.ts';
import type { Message } from '../../../core/deliveries/message.ts';
import type { MovedStage } from '../../../core/deliveries/messages/turn_message.ts';
import type { KnownBlock, MessageView } from '../../blocks/block_types.ts';
import { barChart } from '../../blocks/chart.ts';
import { messageView } from '../../blocks/fit.ts';
import { context, section, sections } from '../../blocks/layout.ts';
import { count } from '../../blocks/text.ts';
import { day } from '../../blocks/time.ts';
import { shortSteps } from '../checks/short_steps.ts';
import { aboutWords, spoken } from '../events/event_subject.ts';
import { linkedName } from '../lists/app_line.ts';
import { doerWords, environmentNames, stageWords } from '../product_words.ts';

type Digest = Extract<Message, { kind: 'digest' }>;
type Subject = Pick<MovedStage, 'about' | 'cardUrl'>;

/** In a channel, on weekdays. It calls nobody. */
export function digestMessage(message: Digest): MessageView {
  const title = `:newspaper: *Zoom apps of this channel*, since ${day(new Date(message.since))}`;
  const [changed, waits] = linesOf(message, linkedWords);
  const [changedText, waitsText] = linesOf(message, ({ about }) => aboutWords(about));
  const counts = stageCounts(message.stages);
  const countWords = counts.map(({ label, value }) => `${value} ${label}`).join(', ');
  const text = [
    `${title}: ${countWords}.`,
    ...titled('Changed', changedText),
    ...titled('Waiting', waitsText),
  ].join(' ');
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

/** What changed, and what waits; `nameOf` names the environment of each line. */
function linesOf(
  { moved, moreMoved, waiting, moreWait }: Digest,
  nameOf: (of: Subject) => string,
): readonly [changed: readonly string[], waits: readonly string[]] {
  const changed = moved.map(
    (one) =>
      `${stageWords[one.to].sign} ${nameOf(one)}: ${stageWords[one.from].word} → *${stageWords[one.to].word}*`,
  );
  const waits = waiting.map(
    (one) =>
      `${nameOf(one)}: ${shortSteps[one.action]} (${doerWords[one.doer]}, since ${day(new Date(one.since))})`,
  );
  return [
    [...changed, ...more(moreMoved)],
    [...waits, ...(moreWait ? ['… and more: `/zoom-ready` lists them all'] : [])],
  ];
}

const linkedWords = ({ about, cardUrl }: Subject): string =>
  `*${linkedName({ name: about.appName, cardUrl })}* (${environmentNames[about.environment]})`;

const more = (left: number): string[] => (left === 0 ? [] : [`… and ${count(left, 'other')}`]);

const titled = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`${title}: ${lines.join('. ')}.`];

const listed = (title: string, lines: readonly string[]): KnownBlock[] =>
  lines.length === 0 ? [] : sections([`*${title}*`, ...lines.map((line) => `• ${line}`)]);
