import { own } from '../../../core/own_property.ts';
import type { ConnectPurpose } from '../../../core/proof/connect_session.ts';
import type { EventKind } from '../../../store/apps/events.ts';
import { person, typed } from '../../blocks/text.ts';
import type { Detail } from '../history/event_detail.ts';

/** How it was tried to prove that a profile works, and to link accounts through it. */
export const proofEventWords = {
  proof_asked: (d) =>
    `asked ${typeof d.asked === 'string' ? person(d.asked) : 'an owner'} to prove that it works.`,
  proof_started: (d) => `asked StackOne for a link${wordsOf(d).started}.`,
  proven: (d) => `${wordsOf(d).proven}${accountOf(d)}.`,
  proof_failed: (d) => `${wordsOf(d).failed}${said(d)}. No check changed.`,
  proof_cancelled: () => 'gave up a link that was asked for.',
} satisfies Partial<Record<EventKind, (detail: Detail) => string>>;

interface PurposeWords {
  /** After "asked StackOne for a link". */
  readonly started: string;
  readonly proven: string;
  readonly failed: string;
}

const words: Readonly<Record<ConnectPurpose, PurposeWords>> = {
  prove: {
    started: ', to prove that the profile works',
    proven: 'proved that the profile works: an account was linked through it',
    failed: 'could not prove that the profile works',
  },
  link: {
    started: ", to link a customer's account",
    proven: "linked a customer's account through the profile",
    failed: "could not link a customer's account",
  },
  link_again: {
    started: ', to link an account again',
    proven: 'linked an account again through the profile',
    failed: 'could not link an account again',
  },
};

/** Of an entry that names no purpose, or one of a newer replica. */
const otherwise: PurposeWords = {
  started: '',
  proven: 'linked an account through the profile',
  failed: 'could not link an account',
};

const wordsOf = ({ purpose }: Detail): PurposeWords => own(words, String(purpose)) ?? otherwise;

const accountOf = ({ accountId }: Detail): string =>
  typeof accountId === 'string' && accountId !== '' ? ` (\`${typed(accountId)}\`)` : '';

/** StackOne's words as they came. */
function said({ description, code, status }: Detail): string {
  const words = [description, code, status].find((text) => typeof text === 'string' && text !== '');
  return typeof words === 'string' ? `; StackOne says “${typed(words, 200)}”` : '';
}
