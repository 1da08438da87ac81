import type { Message } from '../../../core/deliveries/message.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import { messageView } from '../../blocks/fit.ts';
import { section } from '../../blocks/layout.ts';
import { appArchived, appDeleted, appRestored } from '../archive/archived_events.ts';
import { introductionMessage } from '../introduction/introduction.ts';
import { ownerUnreachable } from '../ownership/owner_unreachable.ts';
import { takeoverAsked, takeoverEnded } from '../ownership/takeover_asked.ts';
import { proofAsked } from '../proof/proof_asked.ts';
import { proofFailed } from '../proof/proof_failed.ts';
import { proven } from '../proof/proven.ts';
import { recovered, regressed } from '../regressions/regression_message.ts';
import { adminChanged } from '../roles/admin_changed.ts';
import { digestMessage } from '../turns/digest.ts';
import { nudge, nudges } from '../turns/nudge.ts';
import { secretsDue } from './ageing/secrets_due.ts';
import { stillSo } from './ageing/still_so.ts';
import { cannotPost } from './cannot_post.ts';
import { connectorDrift } from './connector_drift.ts';
import { spoken } from './event_subject.ts';
import { messageDropped } from './message_dropped.ts';
import { profileCreated } from './profile_created.ts';
import { stackoneBack, stackoneTrouble } from './stackone_events.ts';
import { threadLine } from './thread_line.ts';

/** The message of a delivery. */
export function eventMessage(message: Message): MessageView {
  switch (message.kind) {
    case 'profile_created':
      return profileCreated(message);
    case 'regressed':
    case 'regression_due':
      return regressed(message);
    case 'recovered':
      return recovered(message);
    case 'app_archived':
      return appArchived(message);
    case 'app_restored':
      return appRestored(message);
    case 'app_deleted':
      return appDeleted(message);
    case 'introduction':
      return introductionMessage(message);
    case 'stackone_trouble':
      return stackoneTrouble(message);
    case 'stackone_back':
      return stackoneBack(message);
    case 'connector_drift':
      return connectorDrift(message);
    case 'secrets_due':
      return secretsDue(message);
    case 'still_so':
      return stillSo(message);
    case 'takeover_asked':
      return takeoverAsked(message);
    case 'owner_unreachable':
      return ownerUnreachable(message);
    case 'admin_changed':
      return adminChanged(message);
    case 'takeover_ended':
      return takeoverEnded(message);
    case 'digest':
      return digestMessage(message);
    case 'nudge':
      return nudge(message);
    case 'nudges':
      return nudges(message);
    case 'cannot_post':
      return cannotPost(message);
    case 'message_dropped':
      return messageDropped(message);
    case 'proven':
      return proven(message);
    case 'proof_failed':
      return proofFailed(message);
    case 'proof_asked':
      return proofAsked(message);
    default: {
      const line = threadLine(message);
      return messageView(spoken(line), [section(line)]);
    }
  }
}
