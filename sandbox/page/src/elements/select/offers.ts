import type { OfferSeen, Snapshot } from '../../../../server/contract.ts';
import {
  type Json,
  type JsonObject,
  objectAt,
  objectsAt,
  textAt,
  textsAt,
} from '../../../../simulators/slack/json.ts';

/** One entry of a menu: its text, and the value when it is chosen. */
export interface Entry {
  readonly key: string;
  readonly text: string;
  readonly about: string;
  readonly group: string | null;
  readonly wire: Json;
}

export function entryOf(option: JsonObject, group: string | null = null): Entry {
  const wire = {
    text: objectAt(option, 'text'),
    value: textAt(option, 'value'),
    ...(option.description === undefined ? {} : { description: option.description }),
  };
  return {
    key: textAt(option, 'value'),
    text: textAt(option, 'text', 'text'),
    about: textAt(option, 'description', 'text'),
    group,
    wire,
  };
}

/** Options and option groups that stand in the element itself. */
export const staticEntries = (element: JsonObject): Entry[] => [
  ...objectsAt(element, 'options').map((option) => entryOf(option)),
  ...objectsAt(element, 'option_groups').flatMap((group) =>
    objectsAt(group, 'options').map((option) => entryOf(option, textAt(group, 'label', 'text'))),
  ),
];

export const offeredEntries = (offers: readonly OfferSeen[]): Entry[] =>
  offers.map(({ option, group }) => entryOf(option, group));

const plain = (id: string, text: string, about = ''): Entry => ({
  key: id,
  text,
  about,
  group: null,
  wire: id,
});

export const peopleEntries = ({ workspaces, viewer }: Snapshot): Entry[] =>
  (workspaces.find(({ id }) => id === viewer.team)?.people ?? [])
    .filter(({ isDeactivated }) => !isDeactivated)
    .map((one) => plain(one.id, one.realName, one.id === viewer.user ? 'you' : one.isAdmin ? 'admin' : ''));

/** Conversations a person may pick: not archived, and of a kind the element's filter lets through. */
export function placeEntries({ channels, app }: Snapshot, element: JsonObject): Entry[] {
  const onlyPublic = textAt(element, 'type').includes('channels');
  const listed = onlyPublic ? ['public'] : textsAt(element, 'filter', 'include');
  const noBots = objectAt(element, 'filter').exclude_bot_users === true;
  return channels
    .filter(({ archived, kind, id }) => {
      if (archived || (noBots && id === app.dm)) return false;
      return listed.length === 0 || listed.includes(kind);
    })
    .map(({ id, name, kind, hasBot }) =>
      plain(
        id,
        `${kind === 'im' ? '@' : '#'}${name}`,
        kind === 'im' || hasBot ? '' : 'Greenroom is not in it',
      ),
    );
}

export const matching = (entries: readonly Entry[], typed: string): Entry[] => {
  const words = typed.trim().toLowerCase();
  return entries.filter(({ text, about }) => `${text} ${about}`.toLowerCase().includes(words));
};
