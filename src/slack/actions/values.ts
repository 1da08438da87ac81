import { z } from 'zod';
import { type EnvironmentKind, environmentKinds } from '../../core/readiness/checks.ts';

/** Several ids in one value are joined by a blank. */
export function idsIn(value: string): readonly string[] {
  return value.split(' ').filter((id) => id !== '');
}

export function kindIn(word: string | undefined): EnvironmentKind | null {
  return environmentKinds.find((kind) => kind === word) ?? null;
}

const page = z.object({ words: z.string().default(''), after: z.string().optional() });
const historyPage = z.object({ appId: z.string(), after: z.string().optional() });

export interface AskedPage {
  readonly words: string;
  readonly after?: string;
}

export function pageIn(value: string): AskedPage {
  const { words, after } = page.parse(JSON.parse(value));
  return { words, ...(after === undefined ? {} : { after }) };
}

export function historyPageIn(value: string): { readonly appId: string; readonly after?: string } {
  const { appId, after } = historyPage.parse(JSON.parse(value));
  return { appId, ...(after === undefined ? {} : { after }) };
}
