import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import {
  type Json,
  type JsonObject,
  listOf,
  objectOf,
  textAt,
  textOf,
} from '../../../../simulators/slack/json.ts';
import { choose, suggestions } from '../../state/acts.ts';
import { type Spot, valueAt } from '../../state/fields.ts';
import { snapshot } from '../../state/store.ts';
import { Around, domId, type ElementProps, reports, useNaming, useSpot } from '../surroundings.ts';
import { Combobox } from './combobox.tsx';
import {
  type Entry,
  entryOf,
  matching,
  offeredEntries,
  peopleEntries,
  placeEntries,
  staticEntries,
} from './offers.ts';

const FAMILIES = ['static', 'external', 'users', 'conversations', 'channels'] as const;
type Family = (typeof FAMILIES)[number];

const KEYS: Record<Family, string> = {
  static: 'selected_option',
  external: 'selected_option',
  users: 'selected_user',
  conversations: 'selected_conversation',
  channels: 'selected_channel',
};

const familyOf = (type: string): Family => FAMILIES.find((one) => type.includes(one)) ?? 'static';

/** Every select menu, one or many, from whatever source. */
export function Select({ block, element }: ElementProps): JSX.Element {
  const spot = useSpot({ block, element });
  const { fields } = useContext(Around);
  const naming = useNaming({ block, element });
  const type = textAt(element, 'type');
  const many = type.startsWith('multi_');
  const family = familyOf(type);
  const key = `${KEYS[family]}${many ? 's' : ''}`;
  const chosen = chosenEntries(valueAt(spot, fields)?.[key]);
  const isInput = textAt(block, 'type') === 'input';
  const set = (entries: readonly Entry[]) => {
    const wires = entries.map(({ wire }) => wire);
    void choose(spot, { [key]: many ? wires : (wires.at(-1) ?? null) }, reports(block));
  };
  return (
    <Combobox
      id={domId(spot)}
      naming={naming}
      placeholder={textAt(element, 'placeholder', 'text') || 'Choose'}
      many={many}
      most={Number(element.max_selected_items ?? Number.POSITIVE_INFINITY)}
      chosen={chosen}
      canClear={many || (isInput && block.optional === true)}
      least={family === 'external' ? Number(element.min_query_length ?? 3) : 0}
      focus={element.focus_on_load === true}
      load={(typed) => load(family, spot, element, typed)}
      onChoose={set}
    />
  );
}

async function load(family: Family, spot: Spot, element: JsonObject, typed: string): Promise<Entry[]> {
  const seen = snapshot.value;
  if (family === 'external') return offeredEntries(await suggestions(spot, typed));
  if (family === 'static' || seen === null) return matching(staticEntries(element), typed);
  return matching(family === 'users' ? peopleEntries(seen) : placeEntries(seen, element), typed);
}

function chosenEntries(value: Json | undefined): Entry[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? listOf(value) : [value]).map((one) =>
    typeof one === 'string' ? named(one) : entryOf(objectOf(one)),
  );
}

function named(id: string): Entry {
  const name = snapshot.value?.names[id] ?? textOf(id);
  const isChannel = snapshot.value?.channels.some((one) => one.id === id && one.kind !== 'im') ?? false;
  return { key: id, text: isChannel ? `#${name}` : name, about: '', group: null, wire: id };
}
