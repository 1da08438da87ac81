import { stages } from '../../core/checks/stage.ts';
import { actionIds } from '../action_ids.ts';
import type { KnownBlock } from '../blocks/block_types.ts';
import { button, plain } from '../blocks/elements.ts';
import { limits } from '../blocks/limits.ts';
import { cut } from '../blocks/text.ts';
import { stageWords } from '../messages/product_words.ts';
import type { TypedByBlock } from '../requests/requests.ts';
import { option, textInput, typedIn } from '../views/inputs.ts';

/** What App Home's list of all apps is narrowed to. The words are those of `/zoom-app list`. */
interface HomeFilter {
  /** A word of `choices`; '' for all. */
  readonly choice: string;
  readonly text: string;
}

/** As the value of an option: Slack takes no empty one. */
const ALL = 'all';
/** Not a stage among others: archived apps are a list of their own, by the beginning of a name. */
const ARCHIVED = 'archived';
const FIND = 'home_find';
const NARROW = 'home_narrow';

function choices(me: string) {
  return [
    option('All', ALL),
    option('Only mine', mineWord(me)),
    ...stages.filter((stage) => stage !== ARCHIVED).map((stage) => option(stageWords[stage].word, stage)),
    option('Only said by people', 'unproven'),
    option(stageWords.archived.word, ARCHIVED),
  ];
}

const mineWord = (me: string): string => `<@${me}>`;

/** Two fields and, while something is asked for, the way back to all. */
export function filterBlocks(words: string, me: string): KnownBlock[] {
  const { choice, text } = filterIn(words, me);
  const all = choices(me);
  const chosen = all.find(({ value }) => value === choice) ?? option('All', ALL);
  return [
    textInput(
      // Only a new block id shows another text in the field.
      { block: blockOf(FIND, words), label: 'Find a Zoom app', optional: true },
      {
        initial: text,
        placeholder: 'A part of its name, then Enter',
        max: limits.shown.words,
        reportsOnEnter: actionIds.findApps,
      },
    ),
    {
      type: 'actions',
      block_id: blockOf(NARROW, words),
      elements: [
        {
          type: 'static_select',
          action_id: actionIds.narrowApps,
          placeholder: plain('Which ones', limits.placeholder),
          options: all,
          initial_option: chosen,
        },
        ...(words.trim() === '' ? [] : [button('Show all', actionIds.boardPage, '{"words":""}')]),
      ],
    },
  ];
}

const blockOf = (name: string, words: string): string => cut(`${name} ${words}`, limits.actionId);

function filterIn(words: string, me: string): HomeFilter {
  const typed = words.split(/\s+/).filter(Boolean);
  const values = choices(me).map(({ value }) => value);
  const choice = typed.find((word) => word !== ALL && values.includes(word)) ?? '';
  return { choice, text: typed.filter((word) => word !== choice).join(' ') };
}

/** The beginning of a name, where archived apps are asked for; else null. */
export function archivedIn(words: string): string | null {
  const [first, ...beginning] = words.trim().split(/\s+/);
  return first === ARCHIVED ? beginning.join(' ') : null;
}

/** The words that both fields hold, as Slack sends them with whatever is pressed in App Home. */
export function wordsOfFilter(typed: TypedByBlock): string {
  const held = (name: string) =>
    typedIn(typed, Object.keys(typed).find((block) => block.startsWith(`${name} `)) ?? '');
  const choice = held(NARROW).option ?? ALL;
  return [...(choice === ALL ? [] : [choice]), held(FIND).text].join(' ').trim();
}
