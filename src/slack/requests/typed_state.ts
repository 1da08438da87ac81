import { z } from 'zod';
import type { Typed, TypedByBlock } from './requests.ts';

const option = z.object({ value: z.string() });
const file = z.object({ name: z.string().default(''), url_private: z.string().default('') });
const element = z.object({
  value: z.string().nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).nullish(),
  selected_users: z.array(z.string()).nullish(),
  selected_user: z.string().nullish(),
  selected_conversation: z.string().nullish(),
  selected_conversations: z.array(z.string()).nullish(),
  selected_date: z.string().nullish(),
  files: z.array(file).nullish(),
});

/** `view` of view_submission, view_closed, block_actions and block_suggestion. */
export const viewPayload = z.object({
  id: z.string(),
  type: z.string(),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  hash: z.string().default(''),
  blocks: z.array(z.object({ type: z.string(), block_id: z.string().default('') })).default([]),
  state: z.object({ values: z.record(z.string(), z.record(z.string(), element)) }).nullish(),
});

export type ViewPayload = z.infer<typeof viewPayload>;

export function typedByBlock(view: ViewPayload): TypedByBlock {
  const blocks = Object.entries(view.state?.values ?? {});
  return Object.fromEntries(
    blocks.flatMap(([blockId, elements]) =>
      Object.values(elements)
        .slice(0, 1)
        .map((given) => [blockId, typed(given)]),
    ),
  );
}

function typed(given: z.infer<typeof element>): Typed {
  return {
    text: given.value ?? '',
    option: given.selected_option?.value ?? null,
    options: (given.selected_options ?? []).map(({ value }) => value),
    users: given.selected_users ?? (given.selected_user == null ? [] : [given.selected_user]),
    conversation: given.selected_conversation ?? given.selected_conversations?.[0] ?? null,
    date: given.selected_date ?? null,
    ...(given.files == null ? {} : { files: given.files.map(namedFile) }),
  };
}

function namedFile({ name, url_private: url }: z.infer<typeof file>): { name: string; url: string } {
  return { name, url };
}
