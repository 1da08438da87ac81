import type { KnownBlock } from '../../blocks/block_types.ts';
import type { Typed, TypedByBlock } from '../../requests/requests.ts';

/** What each input block holds, as one text: to see which of them a person has changed. */
export type ShownValues = Readonly<Record<string, string>>;

/** What a form shows before anybody types in it. */
export function shownValues(blocks: readonly KnownBlock[]): ShownValues {
  return Object.fromEntries(
    blocks.flatMap((block) =>
      block.type === 'input' && block.block_id !== undefined
        ? [[block.block_id, initialOf(block.element)]]
        : [],
    ),
  );
}

function initialOf(element: object): string {
  const { initial_value, initial_option, initial_users, initial_conversations, initial_time }: Initial =
    element;
  return (
    initial_value ??
    initial_option?.value ??
    initial_users?.join(' ') ??
    initial_conversations?.join(' ') ??
    initial_time ??
    ''
  );
}

interface Initial {
  readonly initial_value?: string;
  readonly initial_option?: { readonly value?: string };
  readonly initial_users?: readonly string[];
  readonly initial_conversations?: readonly string[];
  readonly initial_time?: string;
}

/** The blocks that hold something else than was shown. */
export function changedBlocks(typed: TypedByBlock, shown: ShownValues): TypedByBlock {
  return Object.fromEntries(
    Object.entries(typed).filter(
      ([block, value]) => Object.hasOwn(shown, block) && heldText(value) !== shown[block],
    ),
  );
}

function heldText({ option, users, conversation, text }: Typed): string {
  return option ?? conversation ?? (users.length > 0 ? users.join(' ') : text);
}
