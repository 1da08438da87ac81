import type {
  AskedEnvironment,
  AskedProfile,
  ProfileQuestion,
} from '../../../core/profiles/profile_question.ts';
import { offerMark } from '../../../usecases/profiles/dismiss_profile.ts';
import { actionIds } from '../../action_ids.ts';
import type { KnownBlock, MessageView } from '../../blocks/block_types.ts';
import { button, nth, select, selectable } from '../../blocks/elements.ts';
import { messageView, textIn } from '../../blocks/fit.ts';
import { actions, context, header, section, sections } from '../../blocks/layout.ts';
import { limits } from '../../blocks/limits.ts';
import { count, named, person, plainLine } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { environmentNames } from '../product_words.ts';

/** Up to this many environments are shown as buttons; more as a select. */
const mostButtons = 3;
/** Room left for the words around the profiles. */
const reserve = { text: 1500, blocks: 8 };

/** "Which Zoom app does this profile belong to?", with a button or select option per environment that waits. */
export function questionMessage(question: ProfileQuestion, now: Date): MessageView {
  const open = question.profiles.filter(({ state }) => state.kind === 'open');
  const decided = question.profiles.filter(({ state }) => state.kind !== 'open');
  const said = decided.slice(0, 20).map(decidedLine);
  const asked = askedBlocks(question, open);
  return messageView(questionText(open, question.waiting), [
    header(
      open.length === 0 ? 'New connector profiles: all answered' : 'Which Zoom app is this profile for?',
    ),
    ...(open.length === 0
      ? []
      : [
          section(
            `StackOne lists ${count(open.length, 'new Zoom profile')} that Greenroom cannot place by itself. Whoever created ${open.length === 1 ? 'it' : 'them'} knows.`,
          ),
        ]),
    ...asked.blocks,
    ...(asked.left > 0
      ? [context(`… and ${count(asked.left, 'more profile')}, asked once these are answered.`)]
      : []),
    ...sections(said),
    ...(decided.length > said.length
      ? [context(`… and ${decided.length - said.length} more that are answered.`)]
      : []),
    context(`As of ${moment(now)}. Greenroom asks once and remembers the answer.`),
  ]);
}

/** As many profiles as fit into one message. */
function askedBlocks(
  question: ProfileQuestion,
  open: readonly AskedProfile[],
): { blocks: KnownBlock[]; left: number } {
  const blocks: KnownBlock[] = [];
  let shown = 0;
  for (const [i, profile] of open.entries()) {
    const more = openBlocks(question, profile, i);
    const tooLong = textIn([...blocks, ...more]) > limits.message.blockText - reserve.text - 2000;
    const tooMany = blocks.length + more.length > limits.message.blocks - reserve.blocks;
    if (shown > 0 && (tooLong || tooMany)) break;
    blocks.push(...more);
    shown += 1;
  }
  return { blocks, left: open.length - shown };
}

function openBlocks(question: ProfileQuestion, profile: AskedProfile, i: number): KnownBlock[] {
  const choices = selectable(
    question.waiting.map((environment) => ({
      label: environmentLabel(environment),
      value: `${question.id} ${profile.id} ${environment.environmentId}`,
    })),
  );
  const none = button(
    'None of these',
    nth(actionIds.dismissProfile, i),
    `${question.id} ${profile.id} ${offerMark(question.waiting)}`,
  );
  const answers =
    choices.length === 0
      ? []
      : choices.length > mostButtons
        ? [select('Pick the Zoom app', nth(actionIds.assignProfile, i), choices)]
        : choices.map(({ label, value }, j) =>
            button(label, nth(actionIds.assignProfile, `${i}.${j}`), value),
          );
  const ask = choices.length === 0 ? 'No environment here waits for a profile any more.' : 'It belongs to:';
  return [section(`*${named(profile.name)}*\n${ask}`), ...actions([...answers, none])];
}

/** The environment stays readable where a long name has to be cut. */
function environmentLabel({ appName, environment }: AskedEnvironment): string {
  const kind = ` (${environmentNames[environment]})`;
  return `${plainLine(appName, limits.option.text - kind.length - 2) || 'unnamed'}${kind}`;
}

function decidedLine({ name, state }: AskedProfile): string {
  switch (state.kind) {
    case 'assigned': {
      const who = state.by === null ? 'Greenroom matched it' : `${person(state.by)} said so`;
      return `:white_check_mark: *${named(name)}* belongs to *${named(state.appName)}* (${environmentNames[state.environment]}). ${who}.`;
    }
    case 'dismissed':
      return `:heavy_minus_sign: *${named(name)}*: none of these Zoom apps.`;
    case 'removed':
      return `:heavy_minus_sign: *${named(name)}* is no longer in StackOne's list.`;
    case 'open':
      return `:white_circle: *${named(name)}*: open.`;
  }
}

function questionText(open: readonly AskedProfile[], waiting: readonly AskedEnvironment[]): string {
  if (open.length === 0) return 'All new connector profiles have been placed. There is nothing to do.';
  const names = open
    .slice(0, 10)
    .map(({ name }) => named(name))
    .join(', ');
  const more = open.length > 10 ? ` and ${open.length - 10} more` : '';
  return `Which Zoom app is this connector profile for: ${names}${more}? ${count(waiting.length, 'environment waits', 'environments wait')} for a profile. Pick one on the message in Slack.`;
}
