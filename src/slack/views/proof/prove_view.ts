import type { Environment, ZoomApp, ZoomAppCard } from '../../../core/apps/zoom_app.ts';
import type { ZoomAccountKind } from '../../../core/proof/connect_session.ts';
import type { KnownBlock, ModalView, PlainTextOption } from '../../blocks/block_types.ts';
import { plain } from '../../blocks/elements.ts';
import { section } from '../../blocks/layout.ts';
import { limits } from '../../blocks/limits.ts';
import { named } from '../../blocks/text.ts';
import { environmentNames } from '../../messages/product_words.ts';
import { purposeTitles } from '../../messages/proof/purpose_words.ts';
import type { TypedByBlock } from '../../requests/requests.ts';
import { input, option, typedIn } from '../inputs.ts';
import { modal } from '../view_frame.ts';
import { callbackIds } from '../view_ids.ts';

export const proveBlocks = { account: 'account', keep: 'keep', doer: 'doer' } as const;

const accounts: readonly PlainTextOption[] = [
  option('My own', 'own', 'The one your browser is signed in with'),
  option('Another one, made for tests', 'test', 'You sign out of Zoom first, or use a private window'),
];
const keeps: readonly PlainTextOption[] = [
  option('Yes, it may stay', 'yes', 'It shows from now on that the profile works'),
  option('No, remind me to remove it', 'no', 'Greenroom never removes anything in StackOne'),
];

/** "Prove it works": what will happen, before anything does. */
export function proveView({ app }: ZoomAppCard, environment: Environment, userId: string): ModalView {
  const state = { kind: 'prove', environmentId: environment.id } as const;
  const frame = { callbackId: callbackIds.prove, title: purposeTitles.prove, submit: 'Get the link', state };
  return modal(frame, [
    section(`*${named(app.name)}*, ${environmentNames[environment.kind]}. This is what will happen:`),
    section(whatHappens(app)),
    choice(proveBlocks.account, 'Whose Zoom account is used?', accounts),
    choice(proveBlocks.keep, 'May the test account stay in StackOne afterwards?', keeps),
    ...doerField(app, userId),
  ]);
}

function whatHappens({ managementType }: ZoomApp): string {
  const who = managementType === 'admin' ? ' as an admin of a Zoom account' : '';
  return [
    '1. StackOne makes a link for exactly this profile. Only the person who does it sees the link.',
    `2. That person signs in at Zoom${who}, and consents.`,
    '3. StackOne links one test account. Greenroom asks StackOne whether it worked.',
    'Nothing of the account reaches Greenroom: no password, no token, no data.',
  ].join('\n');
}

function choice(block: string, label: string, options: readonly PlainTextOption[]): KnownBlock {
  const [first] = options;
  return input(
    { block, label },
    {
      type: 'radio_buttons',
      action_id: block,
      options: [...options],
      ...(first === undefined ? {} : { initial_option: first }),
    },
  );
}

/** Nobody has to be chosen where there is nobody else. */
function doerField({ owners }: ZoomApp, userId: string): KnownBlock[] {
  if (owners.every((owner) => owner === userId)) return [];
  return [
    input(
      {
        block: proveBlocks.doer,
        label: 'Who does it?',
        hint: 'You, or another owner: they get a direct message, and start it there.',
      },
      {
        type: 'users_select',
        action_id: proveBlocks.doer,
        placeholder: plain('Choose an owner', limits.placeholder),
        initial_user: userId,
      },
    ),
  ];
}

export interface ProveAnswers {
  readonly account: ZoomAccountKind;
  readonly keepsAccount: boolean;
  /** Slack user id. */
  readonly doer: string;
}

export function readProve(typed: TypedByBlock, userId: string): ProveAnswers {
  return {
    account: typedIn(typed, proveBlocks.account).option === 'test' ? 'test' : 'own',
    keepsAccount: typedIn(typed, proveBlocks.keep).option !== 'no',
    doer: typedIn(typed, proveBlocks.doer).users[0] ?? userId,
  };
}
