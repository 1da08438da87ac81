import { signal } from '@preact/signals';
import { viewer } from '../state/store.ts';

/** The unsent text of each conversation, and what this person sent before. */

const drafts = signal<Readonly<Record<string, string>>>({});
const sent = new Map<string, string[]>();

const mine = (key: string): string => `${viewer.value?.user ?? ''} ${key}`;

export const draftOf = (key: string): string => drafts.value[mine(key)] ?? '';

export function keepDraft(key: string, text: string): void {
  drafts.value = { ...drafts.value, [mine(key)]: text };
}

const history = (): string[] => sent.get(viewer.value?.user ?? '') ?? [];

export function remember(text: string): void {
  sent.set(viewer.value?.user ?? '', [...history().filter((one) => one !== text), text]);
}

/** What was sent `step` messages ago; 0 is the empty input. */
export function recall(step: number): { readonly words: string; readonly step: number } {
  const all = history();
  const kept = Math.min(Math.max(step, 0), all.length);
  return { words: kept === 0 ? '' : (all.at(-kept) ?? ''), step: kept };
}
