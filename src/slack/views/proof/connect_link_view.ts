import type { ManagementType } from '../../../core/checks/check.ts';
import type { About } from '../../../core/deliveries/messages/message_facts.ts';
import type { ConnectPurpose, ZoomAccountKind } from '../../../core/proof/connect_session.ts';
import type { Secret } from '../../../core/secrets/secret.ts';
import { actionIds } from '../../action_ids.ts';
import type { ModalView } from '../../blocks/block_types.ts';
import { button, confirm, linkButton } from '../../blocks/elements.ts';
import { actions, codeBlocks, context, section } from '../../blocks/layout.ts';
import { channel, person } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { aboutWords } from '../../messages/events/event_subject.ts';
import { purposeTitles } from '../../messages/proof/purpose_words.ts';
import { modal } from '../view_frame.ts';
import { callbackIds, modalActionIds } from '../view_ids.ts';

export interface ShownLink {
  readonly about: About;
  readonly purpose: ConnectPurpose;
  readonly sessionId: string;
  readonly link: Secret;
  readonly expiresAt: Date;
  readonly managementType: ManagementType;
  readonly channelId: string;
  /** Who may use the link, a Slack user id. */
  readonly userId: string;
  /** Whose Zoom account is used; null where it was not asked. */
  readonly zoomAccount: ZoomAccountKind | null;
}

/** The link, for one person. The one place where it is shown; the modal is redrawn without it when the session ends. */
export function connectLinkView(shown: ShownLink): ModalView {
  const { about, purpose, sessionId, link, expiresAt, userId, zoomAccount } = shown;
  const state = { kind: 'connect_link', sessionId } as const;
  const title = purposeTitles[purpose];
  return modal({ callbackId: callbackIds.connectLink, title, close: 'Close', state }, [
    section(
      `${aboutWords(about)}. The link is for ${person(userId)} alone, and good until ${moment(expiresAt)}.`,
    ),
    ...actions([
      { ...linkButton('Open the link', link.reveal(), actionIds.openLink), style: 'primary' },
      button('Cancel the link', modalActionIds.cancelLink, sessionId, { confirm: sureToCancel }),
    ]),
    section(atZoom(shown)),
    ...(zoomAccount === 'test' && link.reveal().length <= LONGEST_TO_COPY
      ? codeBlocks([link.reveal()]).blocks
      : []),
    context(
      `This window says when it is done. If Zoom says no and nothing comes here, cancel the link: that leads on. You may close the window: the result comes to you as a direct message, and to ${channel(shown.channelId)}.`,
      'Keep the link to yourself: whoever opens it can link an account.',
    ),
  ]);
}

/** A link button cannot be opened in another window, so the link stands there to copy; a longer one is cut by Slack. */
const LONGEST_TO_COPY = 2_900;

const sureToCancel = confirm(
  'Cancel the link?',
  'Greenroom forgets the link. Whoever has it open in a browser can still sign in; that is noticed.',
  'Cancel it',
);

function atZoom({ purpose, managementType, zoomAccount }: ShownLink): string {
  const steps = [
    ...(zoomAccount === 'test'
      ? [
          'Sign out of Zoom first, or copy the link below into a private window: else your own account is used.',
        ]
      : []),
    signIn[managementType][purpose === 'prove' ? 'ours' : 'customers'],
    'Look at what Zoom asks you to allow, and press *Allow*.',
    'When StackOne says that it is connected, come back here.',
  ];
  return ['*At Zoom*', ...steps.map((step, at) => `${at + 1}. ${step}`)].join('\n');
}

const signIn: Record<ManagementType, { readonly ours: string; readonly customers: string }> = {
  admin: {
    ours: '*Sign in as a Zoom admin* (the owner, or a role that may manage apps): to others Zoom says that an admin is needed.',
    customers:
      "*An admin of the customer's Zoom account signs in,* beside you or on a shared screen: to others Zoom says that an admin is needed.",
  },
  user: {
    ours: 'Sign in with the account that is to be used.',
    customers: 'The person whose account it is signs in, beside you or on a shared screen.',
  },
};
