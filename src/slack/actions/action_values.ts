import { z } from 'zod';
import { type EnvironmentKind, environmentKinds } from '../../core/checks/check.ts';
import { isUuid } from '../../core/id.ts';
import { isUserId } from '../../core/slack_ids.ts';
import { historyTopics } from '../../usecases/history/history_topics.ts';
import type { HistoryFilter } from '../../usecases/history/read_history.ts';
import type { AskedPage } from '../messages/lists/asked_page.ts';
import { Gone } from '../stale_input.ts';

/** Several ids in one value are joined by a blank. */
export function idsIn(value: string): readonly string[] {
  return value.split(' ').filter((id) => id !== '');
}

export function kindIn(word: string | undefined): EnvironmentKind | null {
  return environmentKinds.find((kind) => kind === word) ?? null;
}

const page = z.object({ words: z.string().default(''), after: z.string().optional() });
const id = z.string().refine(isUuid);
const historyPage = z.object({
  appId: id.optional(),
  person: z.string().refine(isUserId).optional(),
  topic: z.enum(historyTopics).optional(),
  since: z.iso.datetime().optional(),
  after: id.optional(),
});

export function pageIn(value: string): AskedPage {
  const { words, after } = valueIn(page, value);
  return { words, ...(after === undefined ? {} : { after }) };
}

export function historyPageIn(value: string): HistoryFilter & { readonly after?: string | undefined } {
  const { since, ...rest } = valueIn(historyPage, value);
  return { ...rest, ...(since === undefined ? {} : { since: new Date(since) }) };
}

/** A conversation's or a person's id, as Slack makes them (docs: channels C or G, direct messages D, people U or W). */
export function channelIdIn(value: string): string {
  if (!/^[CDGUW][A-Z0-9]{1,30}$/.test(value)) throw new Gone('a button without its channel');
  return value;
}

/** A value that is JSON. */
export function valueIn<T>(shape: z.ZodType<T>, value: string): T {
  const parsed = shape.safeParse(jsonIn(value));
  if (!parsed.success) throw new Gone('a button without its value');
  return parsed.data;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
