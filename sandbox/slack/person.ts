import { press } from './acts/elements.ts';
import { openHome } from './acts/open_home.ts';
import { typeText } from './acts/type_text.ts';
import type { MessageHandle, Near, Person } from './contract.ts';
import type { Desk } from './delivery/deliver.ts';
import type { Place, Who } from './delivery/payloads.ts';
import { objectsAt } from './json.ts';
import { choose } from './person/filling.ts';
import { handleOf, messageBehind, messageLines, transcriptOf } from './person/handle.ts';
import { buttonIn, controlIn } from './person/labels.ts';
import { modalOf, modalText, titleOf } from './person/modal.ts';
import { CannotDo, matches, NotSeen, type Pattern } from './person/refusal.ts';
import { surfaceOf } from './person/surface.ts';
import { canType, placeNamed } from './person/where.ts';
import { renderBlocks } from './render/blocks.ts';
import { until } from './state/changes.ts';
import { visibleTo } from './state/messages.ts';
import { nameOfId } from './state/places.ts';
import { topOf } from './state/views.ts';
import type { Message, Team, User, View } from './state/world.ts';

/** A person at the keyboard: every verb of `Person`, bound to one user of one workspace. */
export function personOf(desk: Desk, team: Team, user: User): Person {
  const { world } = desk;
  const who: Who = { world, team, user };
  const seen = (where: string): Message[] => visibleTo(team, placeNamed(who, where), user);
  const top = (): View | null => topOf(team, user.id);
  const screen = (where: string): string => {
    const open = top();
    const modal = open === null ? '' : `\nModal:\n${modalText(who, open)}`;
    return `On screen in ${where}:\n${transcriptOf(who, seen(where))}${modal}`;
  };
  const lost = (where: string, what: string) => () =>
    new NotSeen(`${user.realName} ${what} within ${world.limits.patienceMs} ms. ${screen(where)}`);
  const found = (where: string, pattern: Pattern, after: MessageHandle | undefined): Message | null =>
    seen(where)
      .toSorted((a, b) => a.ts.localeCompare(b.ts))
      .findLast(
        (m) => (after === undefined || m.ts > after.ts) && matches(messageLines(team, m).join('\n'), pattern),
      ) ?? null;
  const placeOf = (handle: MessageHandle): Place & { kind: 'message' } => ({
    kind: 'message',
    message: messageBehind(who, handle),
    channel: placeNamed(who, handle.channel),
  });
  const pressIn = (handle: MessageHandle, label: string, where?: Near) => {
    const place = placeOf(handle);
    return press(desk, who, place, buttonIn(place.message.blocks, label, where));
  };

  return {
    id: user.id,
    name: user.name,
    types: async (where, text, how) => {
      const channel = canType(who, placeNamed(who, where), where);
      const thread = how?.thread === undefined ? null : messageBehind(who, how.thread);
      if (thread !== null && text.startsWith('/')) throw new CannotDo('Slack takes no commands in threads');
      const threadTs = thread === null ? null : (thread.threadTs ?? thread.ts);
      const typed = await typeText(desk, who, channel, text, threadTs);
      return { ...typed, message: typed.message === null ? null : handleOf(team, typed.message) };
    },
    sees: async (where, pattern, how) =>
      handleOf(
        team,
        await until(world, () => found(where, pattern, how?.after), lost(where, `did not see ${pattern}`)),
      ),
    noLongerSees: async (where, pattern) =>
      void (await until(
        world,
        () => (found(where, pattern, undefined) === null ? true : null),
        lost(where, `still sees ${pattern}`),
      )),
    messages: (where) => seen(where).map((message) => handleOf(team, message)),
    transcript: (where) => transcriptOf(who, seen(where)),
    modal: async (title) => {
      const fits = (view: View) =>
        title === undefined ||
        (typeof title === 'string' ? titleOf(view) === title : matches(titleOf(view), title));
      const probe = () => {
        const view = top();
        return view !== null && fits(view) ? view : null;
      };
      const failed = () => {
        const open = top();
        const shown = open === null ? 'No modal is open.' : `Open is:\n${modalText(who, open)}`;
        return new NotSeen(`${user.realName} did not see a modal ${title ?? ''}. ${shown}`);
      };
      return modalOf(desk, who, await until(world, probe, failed));
    },
    topModal: () => {
      const view = top();
      return view === null ? null : modalOf(desk, who, view);
    },
    press: async (message, label, where) => pressIn(message, label, where),
    pressTwice: async (message, label, where) =>
      Promise.all([pressIn(message, label, where), pressIn(message, label, where)]),
    selectIn: async (message, label, option) => {
      const place = placeOf(message);
      const one = controlIn(place.message.blocks, label);
      return (await choose({ desk, who, place, one, label }, option)) ?? 'acked';
    },
    opensHome: async () => {
      const before = team.homes.get(user.id)?.version ?? 0;
      const delivered = openHome(desk, who);
      const published = () => {
        const view = team.homes.get(user.id);
        return view !== undefined && view.version > before ? view : null;
      };
      const failed = () => new NotSeen(`The app did not publish the Home of ${user.realName}`);
      const view = await until(world, published, failed);
      await delivered;
      const nameOf = (id: string) => nameOfId(team, id);
      const text = () =>
        renderBlocks(objectsAt(view.content, 'blocks'), { nameOf, fields: view.fields }).join('\n');
      return surfaceOf(desk, who, () => view, text);
    },
  };
}
