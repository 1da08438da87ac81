import type { Environment, ZoomAppCard } from '../../../core/apps/zoom_app.ts';
import { LONGEST_CUSTOMER } from '../../../core/proof/connect_session.ts';
import { secretIn } from '../../../core/secrets/find_secrets.ts';
import type { ModalView } from '../../blocks/block_types.ts';
import { section } from '../../blocks/layout.ts';
import { named, typed } from '../../blocks/text.ts';
import { environmentNames } from '../../messages/product_words.ts';
import { purposeTitles } from '../../messages/proof/purpose_words.ts';
import type { TypedByBlock } from '../../requests/requests.ts';
import { secretHere } from '../basics_errors.ts';
import { textInput, typedIn } from '../inputs.ts';
import { modal } from '../view_frame.ts';
import { callbackIds } from '../view_ids.ts';

const customerBlocks = { name: 'customer_name', id: 'customer_id' } as const;

/** "Link an account": a real customer's, so StackOne is told whose it is. */
export function linkAccountView({ app }: ZoomAppCard, environment: Environment): ModalView {
  const state = { kind: 'link_account', environmentId: environment.id } as const;
  const frame = {
    callbackId: callbackIds.linkAccount,
    title: purposeTitles.link,
    submit: 'Get the link',
    state,
  };
  return modal(frame, [
    section(
      `*${named(app.name)}*, ${environmentNames[environment.kind]}. StackOne makes a link that only you see; who signs in with it at Zoom links an account *for this customer*, as a production account. Nothing of the account reaches Greenroom.`,
    ),
    textInput(
      { block: customerBlocks.name, label: "Customer's name", hint: 'As people read it in StackOne.' },
      { max: LONGEST_CUSTOMER },
    ),
    textInput(
      {
        block: customerBlocks.id,
        label: "Customer's ID",
        hint: 'The one your product knows the customer by (StackOne: origin owner ID). The same ID later means the same customer.',
      },
      { max: LONGEST_CUSTOMER },
    ),
  ]);
}

export interface Customer {
  readonly name: string;
  readonly id: string;
}

export function readCustomer(given: TypedByBlock): Customer {
  const line = (block: string) => typedIn(given, block).text.replace(/\s+/g, ' ').trim();
  return { name: line(customerBlocks.name), id: line(customerBlocks.id) };
}

/** By block id. What is typed here goes to StackOne, and into messages. */
export function customerErrors({ name, id }: Customer): Record<string, string> {
  const missing = 'StackOne needs this, and blanks alone are not enough.';
  // Many a customer's ID is as random as a secret; with a name or a prefix of one it is none.
  const mayBeId = /^[A-Za-z0-9]+$/.test(id);
  return {
    ...(name === '' ? { [customerBlocks.name]: missing } : {}),
    ...(id === '' ? { [customerBlocks.id]: missing } : {}),
    ...(secretIn(name) === null ? {} : { [customerBlocks.name]: secretHere }),
    ...(mayBeId || secretIn(id) === null ? {} : { [customerBlocks.id]: secretHere }),
  };
}

/** "Link again": the account stays the same, with its ID and its customer. */
export function linkAgainView({ app }: ZoomAppCard, environment: Environment, accountId: string): ModalView {
  const state = { kind: 'link_again', environmentId: environment.id, accountId } as const;
  const frame = {
    callbackId: callbackIds.linkAgain,
    title: purposeTitles.link_again,
    submit: 'Get the link',
    state,
  };
  return modal(frame, [
    section(
      `*${named(app.name)}*, ${environmentNames[environment.kind]}. The account \`${typed(accountId, 80)}\` keeps its ID and its customer; StackOne makes a link with which it is connected to Zoom anew. Only you see the link.`,
    ),
    section(
      `*Who signs in:* ${app.managementType === 'admin' ? 'an admin of that Zoom account' : 'the person whose account it is'}, with the *same* Zoom account as before. Nothing of it reaches Greenroom.`,
    ),
  ]);
}
