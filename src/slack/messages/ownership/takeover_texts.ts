import type { NoOwner } from '../../../core/apps/member_status.ts';
import { MOST_OWNERS } from '../../../core/ownership/owners.ts';
import { MOST_WAITING } from '../../../core/ownership/takeover.ts';
import type { NoTakeoverAnswer } from '../../../usecases/ownership/answer_takeover.ts';
import type { AskedTakeover, NoTakeover } from '../../../usecases/ownership/ask_takeover.ts';
import type { HandedOver, ImpossibleHandover } from '../../../usecases/ownership/hand_over.ts';
import { actionIds } from '../../action_ids.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import { button } from '../../blocks/elements.ts';
import { channel, named, people, person } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { errorTexts } from '../error_texts.ts';
import { showButton } from '../events/event_subject.ts';
import { say } from '../say.ts';

const full = `This Zoom app has ${MOST_OWNERS} owners already, which is the most. One of them can make room with *Edit*.`;

/** To who asked: what comes of it. */
export function takeoverAnswer(asked: AskedTakeover): MessageView {
  const { app } = asked;
  const name = `*${named(app.name)}*`;
  if (asked.kind === 'done')
    return say(`:white_check_mark: You own ${name} now. Those who owned it before are told.`, [
      showButton(app.id),
    ]);
  const { takeover } = asked;
  const where = channel(app.channelId);
  const who = app.owners.length === 0 ? `${where} is` : `${people(app.owners)} and ${where} are`;
  return say(
    `:raising_hand: ${who} asked. If no owner objects before ${moment(takeover.dueAt)}, you own ${name} too; an owner can also agree at once.`,
    [button('Withdraw', actionIds.withdrawTakeover, takeover.id)],
  );
}

export function noTakeoverMessage(refusal: NoTakeover, asker: string): MessageView {
  switch (refusal.code) {
    case 'not_found':
      return errorTexts.gone();
    case 'archived':
      return errorTexts.archived();
    case 'already_owner':
      return say('You own this Zoom app already. *Edit* changes who else does.');
    case 'owners_full':
      return say(full);
    case 'too_many':
      return say(
        `You wait for ${MOST_WAITING} Zoom apps already. When one of them is decided, ask for the next one.`,
      );
    case 'elsewhere': {
      const { channelId, owners } = refusal.app;
      return say(
        `Ask in ${channel(channelId)}, where this Zoom app is at home: type \`/zoom-app takeover\` and its name there. Or ask an owner: ${people(owners)}. An admin can take it over from anywhere.`,
      );
    }
    case 'waiting': {
      const { askedBy, dueAt, id } = refusal.takeover;
      const isMine = askedBy === asker;
      const until = moment(dueAt);
      return isMine
        ? say(`You have asked already. If no owner objects before ${until}, you own it too.`, [
            button('Withdraw', actionIds.withdrawTakeover, id),
          ])
        : say(
            `${person(askedBy)} has asked already, and owns it from ${until} on if no owner objects. Then ask them.`,
          );
    }
    case 'objected':
      return say(
        `${person(refusal.by)} objected within the last week, so it cannot be asked again yet. Talk to them, or to an admin.`,
      );
  }
}

/** Whoever presses a button of a request that they may not answer, or that has ended. */
export function noTakeoverAnswerMessage(code: NoTakeoverAnswer): MessageView {
  switch (code) {
    case 'over':
      return say('This was decided already, so nothing was changed.');
    case 'not_owner':
      return say('Only an owner of this Zoom app, or an admin, decides that.');
    case 'owners_full':
      return say(full);
  }
}

export const takeoverAnswered = {
  object: say('Noted: nothing changes, and they are told that you objected.'),
  agree: say(':white_check_mark: Done: they own it now, as you do.'),
  withdraw: say('Withdrawn: nothing changes.'),
} as const;

const notPeople: Readonly<Record<NoOwner, string>> = {
  external: 'That is somebody of another workspace.',
  bot: 'That is a bot.',
  deactivated: 'That account is deactivated.',
  not_found: 'Slack does not know that person.',
};

/** Plain text too, for the error at a field. */
export function noHandoverText({ why }: Extract<ImpossibleHandover, { code: 'no_owner' }>): string {
  return `${notPeople[why]} Only people of this workspace can own a Zoom app: choose one.`;
}

/** Why this person cannot be made the owner. */
export function noHandoverMessage(refusal: ImpossibleHandover): MessageView {
  switch (refusal.code) {
    case 'no_owner':
      return say(noHandoverText(refusal));
    case 'oneself':
      return say('That is yourself. Name the person who shall own it.');
    case 'owners_full':
      return say(full);
  }
}

export function handedOver({ app, leaves, ownedIt, isChecked }: HandedOver, to: string): MessageView {
  if (ownedIt)
    return say(`${person(to)} owns *${named(app.name)}* already, so nothing was changed.`, [
      showButton(app.id),
    ]);
  const own = leaves ? ' You do not any more.' : '';
  const warning = isChecked
    ? ''
    : '\n:warning: It could not be checked that this is a person of this workspace: Slack did not say.';
  const words = `:white_check_mark: ${person(to)} owns *${named(app.name)}* now, and is told.${own}${warning}`;
  return say(words, [showButton(app.id)]);
}
