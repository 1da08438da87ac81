import { press } from '../acts/elements.ts';
import type { Surface } from '../contract.ts';
import type { Session } from '../delivery/deliver.ts';
import type { Who } from '../delivery/payloads.ts';
import { objectsAt, textAt } from '../json.ts';
import { optionsOf, shownValue } from '../render/elements.ts';
import { until } from '../state/changes.ts';
import { nameOfId } from '../state/conversations.ts';
import type { View } from '../state/workspace_state.ts';
import {
  asSuggestion,
  attach,
  choose,
  fieldOf,
  fill,
  type Grip,
  pick,
  pickChannel,
  pickUsers,
  suggestions,
  unpick,
} from './filling.ts';
import { buttonIn, buttonLabels, controlIn, controlLabels } from './labels.ts';
import { CannotDo, matches, NotSeen } from './refusal.ts';

/** What a person can do on a modal or on App Home. `view` returns the present view, or throws. */
export function surfaceOf(session: Session, who: Who, view: () => View, text: () => string): Surface {
  const blocks = () => objectsAt(view().content, 'blocks');
  const grip = (label: string): Grip => ({
    session,
    who,
    place: { kind: 'view', view: view() },
    one: controlIn(blocks(), label),
    label,
  });
  const done = async (act: Promise<unknown>) => void (await act);
  const lost = (pattern: string | RegExp) =>
    new NotSeen(`${who.user.realName} did not see ${pattern}. On screen:\n${text()}`);
  return {
    text,
    sees: async (pattern) =>
      void (await until(
        session.slackState,
        () => (matches(text(), pattern) ? true : null),
        () => lost(pattern),
      )),
    buttons: () => buttonLabels(blocks()),
    labels: () => controlLabels(blocks()),
    value: (label) => shownValue(fieldOf(grip(label)), (id) => nameOfId(who.team, id)),
    options: (label) => optionsOf(grip(label).one.element).map((option) => textAt(option, 'text', 'text')),
    fill: async (label, typed) => done(fill(grip(label), typed)),
    choose: async (label, option) => done(choose(grip(label), option)),
    tick: async (label, options) => {
      if (grip(label).one.type !== 'checkboxes') throw new CannotDo(`"${label}" has no boxes to tick`);
      await pick(grip(label), options, undefined);
    },
    untick: async (label, options) => done(unpick(grip(label), options)),
    suggestions: async (label, typed) => (await suggestions(grip(label), typed)).map(asSuggestion),
    pick: async (label, options, how) => done(pick(grip(label), options, how?.typing)),
    unpick: async (label, options) => done(unpick(grip(label), options)),
    pickUsers: async (label, names) => done(pickUsers(grip(label), names)),
    pickChannel: async (label, channel) => done(pickChannel(grip(label), channel)),
    attach: async (label, file) => done(attach(grip(label), file)),
    press: async (label, where) => {
      const { one, chosen } = buttonIn(blocks(), label, where);
      return press(session, who, { kind: 'view', view: view() }, one, chosen);
    },
  };
}
