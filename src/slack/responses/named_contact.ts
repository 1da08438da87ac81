import type { SupportContact } from '../../core/support_contact.ts';
import { nameContact } from '../messages/support_contact.ts';
import type { BlockSupport } from './block_support.ts';

/** Every message and view for a person passes through `support`, so this is where the contact is named in all of them. */
export function withNamedContact(support: BlockSupport, contact: SupportContact | null): BlockSupport {
  if (contact === null) return support;
  return {
    ...support,
    settled: (shown) => support.settled(nameContact(shown, contact)),
    certain: (shown) => support.certain(nameContact(shown, contact)),
    send: (shown, call) => support.send(nameContact(shown, contact), call),
  };
}
