import { press } from '../acts/elements.ts';
import { runShortcut, runShortcutOn, type Shortcut, shortcutsOf } from '../acts/shortcuts.ts';
import { typeText } from '../acts/type_text.ts';
import type { MessageHandle, Near, Person } from '../contract.ts';
import type { Session } from '../delivery/deliver.ts';
import type { Place, Who } from '../delivery/payloads.ts';
import { choose } from './filling.ts';
import { handleOf, messageBehind } from './handle.ts';
import { buttonIn, controlIn } from './labels.ts';
import { CannotDo, theOne } from './refusal.ts';
import { canType, placeNamed } from './screen.ts';

/** Typing into channels, and clicking in messages. */
type Hands = Pick<Person, 'types' | 'press' | 'pressTwice' | 'selectIn' | 'runsShortcut' | 'runsShortcutOn'>;

/** Root of the thread a reply goes into. */
function threadOf(who: Who, text: string, thread: MessageHandle | undefined): string | null {
  if (thread === undefined) return null;
  if (text.startsWith('/')) throw new CannotDo('Slack takes no commands in threads');
  const parent = messageBehind(who, thread);
  return parent.threadTs ?? parent.ts;
}

const placeOf = (who: Who, handle: MessageHandle): Place & { readonly kind: 'message' } => ({
  kind: 'message',
  message: messageBehind(who, handle),
  channel: placeNamed(who, handle.channel),
});

const shortcutNamed = (who: Who, type: 'global' | 'message', name: string): Shortcut =>
  theOne(shortcutsOf(who, type), name, (one) => [one.name], `${type} shortcut`);

export function handsOf(session: Session, who: Who): Hands {
  const click = (handle: MessageHandle, label: string, where?: Near) => {
    const place = placeOf(who, handle);
    const { one, chosen } = buttonIn(place.message.blocks, label, where);
    return press(session, who, place, one, chosen);
  };
  return {
    types: async (where, text, how) => {
      const channel = canType(who, placeNamed(who, where), where);
      const typed = await typeText(session, who, channel, text, threadOf(who, text, how?.thread));
      return { ...typed, message: typed.message === null ? null : handleOf(who.team, typed.message) };
    },
    press: async (message, label, where) => click(message, label, where),
    pressTwice: async (message, label, where) =>
      Promise.all([click(message, label, where), click(message, label, where)]),
    selectIn: async (message, label, option) => {
      const place = placeOf(who, message);
      const one = controlIn(place.message.blocks, label);
      return (await choose({ session, who, place, one, label }, option)) ?? 'acked';
    },
    runsShortcut: async (name) => runShortcut(session, who, shortcutNamed(who, 'global', name)),
    runsShortcutOn: async (message, name) => {
      if (message.ephemeral) throw new CannotDo('Slack offers no shortcuts on a message that only you see');
      return runShortcutOn(session, who, placeOf(who, message), shortcutNamed(who, 'message', name));
    },
  };
}
