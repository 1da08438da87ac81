import type { ConnectPurpose } from '../../../core/proof/connect_session.ts';

/** Titles of the modals; as the buttons are called. */
export const purposeTitles: Record<ConnectPurpose, string> = {
  prove: 'Prove it works',
  link: 'Link an account',
  link_again: 'Link again',
};
