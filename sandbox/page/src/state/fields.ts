import { signal } from '@preact/signals';
import type { FieldsSeen, Snapshot } from '../../../server/contract.ts';
import type { JsonObject } from '../../../simulators/slack/json.ts';

/** Values this window has typed or chosen, until the server's snapshot holds the same. */

export type PlaceAt =
  | { readonly kind: 'message'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'view'; readonly view: string };

export interface Spot {
  readonly place: PlaceAt;
  readonly block: string;
  readonly action: string;
}

interface Pending extends Spot {
  readonly value: JsonObject;
}

const pending = signal<Readonly<Record<string, Pending>>>({});

const placeKey = (place: PlaceAt): string =>
  place.kind === 'view' ? place.view : `${place.channel} ${place.ts}`;
export const spotKey = ({ place, block, action }: Spot): string => `${placeKey(place)} ${block} ${action}`;

export function keep(spot: Spot, value: JsonObject): void {
  pending.value = { ...pending.value, [spotKey(spot)]: { ...spot, value } };
}

export function forget(spot: Spot): void {
  const { [spotKey(spot)]: _gone, ...left } = pending.value;
  pending.value = left;
}

/** The value of an element: what was typed here last, else the server's. */
export function valueAt(spot: Spot, fields: FieldsSeen): JsonObject | undefined {
  return pending.value[spotKey(spot)]?.value ?? fields[spot.block]?.[spot.action];
}

/** Block id -> action id -> value, as sent with a submission. */
export function valuesOf(view: string): Record<string, Record<string, JsonObject>> {
  const values: Record<string, Record<string, JsonObject>> = {};
  for (const { place, block, action, value } of Object.values(pending.value)) {
    if (place.kind === 'view' && place.view === view) values[block] = { ...values[block], [action]: value };
  }
  return values;
}

function fieldsOf(place: PlaceAt, { modals, home, messages }: Snapshot): FieldsSeen | undefined {
  if (place.kind === 'message')
    return messages.find((one) => one.channel === place.channel && one.ts === place.ts)?.fields;
  return [...modals, ...(home === null ? [] : [home])].find(({ id }) => id === place.view)?.fields;
}

const holds = (known: JsonObject | undefined, value: JsonObject): boolean =>
  Object.entries(value).every(([key, part]) => JSON.stringify(known?.[key]) === JSON.stringify(part));

/** Forgets values that the server has by now, and those of closed views. */
export function forgetSettled(snapshot: Snapshot): void {
  const left = Object.entries(pending.value).filter(([, one]) => {
    const fields = fieldsOf(one.place, snapshot);
    if (fields === undefined) return false;
    const known = fields[one.block]?.[one.action];
    return known !== undefined && !holds(known, one.value);
  });
  if (left.length !== Object.keys(pending.value).length) pending.value = Object.fromEntries(left);
}
