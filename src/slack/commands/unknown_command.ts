import { distanceWithin } from '../../core/text/edit_distance.ts';
import { section } from '../blocks/layout.ts';
import { errorTexts } from '../messages/error_texts.ts';
import type { Command } from '../messages/help_topics.ts';
import type { CommandRequest } from '../requests/requests.ts';

/** For a subcommand that does not exist: the nearest ones, and where the help is. */
export async function unknownCommand(
  request: CommandRequest,
  command: Command,
  typed: string,
  known: readonly string[],
): Promise<void> {
  const refusal = errorTexts.unknownCommand(command, typed);
  const near = nearest(typed, known);
  if (near === null) return request.reply(refusal);
  const question = `Did you mean \`${command} ${near}\`?`;
  await request.reply({
    text: `${refusal.text} Did you mean ${command} ${near}?`,
    blocks: [...refusal.blocks, section(question)],
  });
}

function nearest(typed: string, known: readonly string[]): string | null {
  if (typed === '') return null;
  const most = Math.min(MOST_ERRORS, Math.max(1, Math.floor(typed.length / 3)));
  const [best] = known
    .flatMap((word) => {
      const distance = word.startsWith(typed) ? 0 : distanceWithin(typed, word, most);
      return distance === undefined ? [] : [{ word, distance }];
    })
    .sort((a, b) => a.distance - b.distance);
  return best?.word ?? null;
}

/** The longest subcommand has eight letters. */
const MOST_ERRORS = 3;
