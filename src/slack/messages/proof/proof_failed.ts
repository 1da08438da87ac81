import type { Message } from '../../../core/deliveries/message.ts';
import { actionIds } from '../../action_ids.ts';
import type { Button, MessageView } from '../../blocks/block_types.ts';
import { linkButton } from '../../blocks/elements.ts';
import { messageView } from '../../blocks/fit.ts';
import { actions, section } from '../../blocks/layout.ts';
import { person, typed } from '../../blocks/text.ts';
import { aboutWords, showButton, spoken } from '../events/event_subject.ts';
import { failureWords } from './failure_words.ts';
import { linkAccountButton, proveButton } from './proof_buttons.ts';

type ProofFailed = Extract<Message, { kind: 'proof_failed' }>;

const heads: Record<ProofFailed['purpose'], string> = {
  prove: 'Not proven yet',
  link: 'No account was linked',
  link_again: 'Not linked again',
};

/** In the thread of the card, to the person who ran it, and in their modal. Not an alarm: nothing has changed. */
export function proofFailed(message: ProofFailed): MessageView {
  const { about, purpose, by, failure, accountId } = message;
  const { what, next, link } = failureWords(failure, about.environment);
  const head = `${aboutWords(about)}, tried by ${person(by)}.`;
  const account = accountId === undefined ? '' : ` Its ID in StackOne is \`${typed(accountId, 80)}\`.`;
  const stays = purpose === 'prove' ? ' Nothing counts as failed: every check stays as it was.' : '';
  const lines = [
    `:white_circle: *${heads[purpose]}:* ${head}`,
    `${what}${account}`,
    `:point_right: *Next:* ${next}${stays}`,
  ];
  return messageView(spoken(lines.join(' ')), [
    ...lines.map((line) => section(line)),
    ...actions([
      ...again(message),
      ...(link === null ? [] : [linkButton(link.label, link.url, actionIds.openLink)]),
      showButton(about.appId),
    ]),
  ]);
}

/** An account that is linked again has its button on the card. */
function again({ about, purpose }: ProofFailed): Button[] {
  const environment = { id: about.environmentId };
  if (purpose === 'prove') return [proveButton(environment, 'Try again')];
  return purpose === 'link' ? [linkAccountButton(environment)] : [];
}
