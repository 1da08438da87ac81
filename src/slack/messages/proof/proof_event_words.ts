import type { EventKind } from '../../../store/apps/events.ts';
import { person, typed } from '../../blocks/text.ts';
import type { Detail } from '../history/event_detail.ts';

/** How it was tried to prove that a profile works. */
export const proofEventWords = {
  proof_asked: (d) =>
    `asked ${typeof d.asked === 'string' ? person(d.asked) : 'an owner'} to prove that it works.`,
  proof_started: (d) => `${startWords[String(d.purpose)] ?? 'asked StackOne for a link'}.`,
  proven: (d) => `proved that the profile works: an account was linked through it${accountOf(d)}.`,
  proof_failed: (d) => `could not prove that the profile works${said(d)}. No check changed.`,
  proof_cancelled: () => 'gave up a link that was asked for.',
} satisfies Partial<Record<EventKind, (detail: Detail) => string>>;

const startWords: Readonly<Record<string, string>> = {
  prove: 'asked StackOne for a link, to prove that the profile works',
  link: "asked StackOne for a link, to link a customer's account",
  link_again: 'asked StackOne for a link, to link an account again',
};

const accountOf = ({ accountId }: Detail): string =>
  typeof accountId === 'string' && accountId !== '' ? ` (\`${typed(accountId)}\`)` : '';

/** StackOne's words as they came. */
function said({ description, code, status }: Detail): string {
  const words = [description, code, status].find((text) => typeof text === 'string' && text !== '');
  return typeof words === 'string' ? `; StackOne says “${typed(words, 200)}”` : '';
}
