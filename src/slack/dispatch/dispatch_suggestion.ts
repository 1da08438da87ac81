import { memoizeByObject } from '../../concurrency/memoize.ts';
import { own } from '../../core/own_property.ts';
import { cutWhole } from '../../core/text/cut.ts';
import type { SuggestionGroup } from '../requests/requests.ts';
import { parseSuggestion } from '../requests/view_payload.ts';
import { type DispatchParts, personOf, type SuggestionArguments } from './dispatch_parts.ts';

export async function answerSuggestion(
  args: SuggestionArguments,
  { handlers }: DispatchParts,
): Promise<void> {
  const { ack, body, context } = args;
  const { userId, actionId, ...asked } = parseSuggestion(body);
  const groups =
    (await own(handlers.suggestions, actionId)?.({ person: personOf(context, userId), ...asked })) ?? [];
  await ack(suggestionAnswer(groups));
}

const MOST_OPTIONS = 100;
const TEXT = 75;
const VALUE = 150;

interface Option {
  readonly text: { readonly type: 'plain_text'; readonly text: string };
  readonly value: string;
  readonly description?: { readonly type: 'plain_text'; readonly text: string };
}

type Answer = { options: Option[] } | { option_groups: { label: Option['text']; options: Option[] }[] };

/** Answers an external select: at most 100 options in all, each within Slack's lengths. */
const suggestionAnswer = memoizeByObject((groups: readonly SuggestionGroup[]): Answer => {
  let left = MOST_OPTIONS;
  const option_groups = groups.flatMap(({ label, suggestions }) => {
    const options = suggestions
      .filter(({ value }) => value.length <= VALUE)
      .slice(0, left)
      .map(optionOf);
    left -= options.length;
    return options.length === 0 ? [] : [{ label: plain(label), options }];
  });
  return option_groups.length === 0 ? { options: [] } : { option_groups };
});

function optionOf(suggestion: SuggestionGroup['suggestions'][number]): Option {
  const { text, value, description } = suggestion;
  return { text: plain(text), value, ...(description ? { description: plain(description) } : {}) };
}

function plain(text: string): Option['text'] {
  return { type: 'plain_text', text: text.length <= TEXT ? text : `${cutWhole(text, TEXT - 1)}…` };
}
