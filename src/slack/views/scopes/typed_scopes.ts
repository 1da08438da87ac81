import { randomInt } from 'node:crypto';
import type { DraftAnswers } from '../../../core/apps/zoom_app.ts';
import { secretIn } from '../../../core/secrets/find_secrets.ts';
import type { TypedByBlock } from '../../requests/requests.ts';
import { typedIn } from '../inputs.ts';
import type { ScopesForm } from '../scopes_form.ts';

/** The input of the scopes form. */
export interface ScopesTyped {
  readonly picked: readonly string[];
  /** One text per paste field. */
  readonly pasted: readonly string[];
  readonly description: string;
  /** Mark of the list of unknown scopes that the person has ticked. */
  readonly confirmedMark: string | null;
}

export const scopeBlocks = {
  category: 'scope_category',
  picked: (form: ScopesForm): string => `scopes_picked_${form.round}`,
  paste: (form: ScopesForm, i: number): string => `scopes_paste_${i}_${form.round}`,
  /** The fingerprint is part of the id: a tick never carries over to another list. */
  confirm: (mark: string): string => `${CONFIRM}${mark}`,
  description: ({ round }: ScopesForm): string =>
    round === 0 ? 'scope_description' : `scope_description_${round}`,
} as const;

/** Most fields to paste into that a person can ask for; Greenroom's own changes may need more (`MOST_FIELDS`). */
export const MOST_PASTE_FIELDS = 20;

const CONFIRM = 'scopes_seen_';

/**
 * The round of a drawing that fills fields. Two buttons pressed before the first has drawn begin from the same round:
 * were the next one the same for both, Slack would keep what the first one put into the fields of the second.
 */
export function nextRound({ round }: ScopesForm): number {
  return round + randomInt(1, 10_000);
}

export function readTypedScopes(typed: TypedByBlock, form: ScopesForm): ScopesTyped {
  const ticked = Object.entries(typed).find(
    ([block, { options }]) => block.startsWith(CONFIRM) && options.length > 0,
  );
  return {
    picked: typedIn(typed, scopeBlocks.picked(form)).options,
    pasted: Array.from({ length: form.fields }, (_, i) => typedIn(typed, scopeBlocks.paste(form, i)).text),
    description: typedIn(typed, scopeBlocks.description(form)).text.trim(),
    confirmedMark: ticked?.[0].slice(CONFIRM.length) ?? null,
  };
}

export function holdsSecret({ pasted, description }: ScopesTyped): boolean {
  return [...pasted, description].some((text) => secretIn(text) !== null);
}

/** As it is kept in a draft. */
export function scopeAnswers(
  typed: ScopesTyped,
): Pick<DraftAnswers, 'pickedScopes' | 'pastedScopes' | 'scopeDescription'> {
  return {
    pickedScopes: typed.picked,
    pastedScopes: typed.pasted.filter((text) => text.trim() !== ''),
    scopeDescription: typed.description,
  };
}
