import type { NotHandedOver, NotTaken } from '../../../usecases/regressions/take_regression.ts';
import type { MessageView } from '../../blocks/block_types.ts';
import { person } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { say } from '../say.ts';

const over = 'That is over: it was repaired meanwhile, or the app was archived. There is nothing to do.';

/** To who pressed "I'll look". */
export function tookRegression(): MessageView {
  return say(
    ':eyes: You look after it now. The messages about it say so, and nobody else is asked. It ends by itself when it is repaired; until then you can hand it over there, and are reminded after some days.',
  );
}

export function notTakenMessage(refusal: NotTaken): MessageView {
  return say(
    refusal.code === 'over'
      ? over
      : `${person(refusal.by)} has looked after it since ${moment(refusal.at)}. To take it instead, choose yourself at *Hand over to* in the message.`,
  );
}

/** To who handed it over. */
export function handedOverRegression(to: string, actor: string): MessageView {
  return to === actor
    ? tookRegression()
    : say(`${person(to)} looks after it now, and gets a direct message.`);
}

export function notHandedOverMessage(refusal: NotHandedOver, to: string): MessageView {
  return say(
    refusal === 'over'
      ? over
      : `${person(to)} cannot look after it: that is a bot, a deactivated account, or somebody of another workspace. Choose a person of this workspace.`,
  );
}
