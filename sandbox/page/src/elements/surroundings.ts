import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FieldsSeen } from '../../../server/contract.ts';
import { type JsonObject, textAt } from '../../../simulators/slack/json.ts';
import type { PlaceAt, Spot } from '../state/fields.ts';

/** The surface of blocks: what an element needs to act, and what an input needs to show. */
export interface Surroundings {
  readonly place: PlaceAt;
  readonly surface: 'message' | 'modal' | 'home';
  readonly fields: FieldsSeen;
  /** Errors by block id. */
  readonly errors: Readonly<Record<string, string>>;
  /** Enter in a single line. */
  readonly onEnter?: () => void;
}

export const Around = createContext<Surroundings>({
  place: { kind: 'view', view: '' },
  surface: 'message',
  fields: {},
  errors: {},
});

/** An element, its block, and the ids that connect a label and an error with it. */
export interface ElementProps {
  readonly block: JsonObject;
  readonly element: JsonObject;
}

export function useSpot({ block, element }: ElementProps): Spot {
  const { place } = useContext(Around);
  return { place, block: textAt(block, 'block_id'), action: textAt(element, 'action_id') };
}

/** Ids inside the page: unique across the surfaces that can be open at once. */
export const domId = ({ place, block, action }: Spot, part = ''): string =>
  `${place.kind === 'view' ? place.view : place.ts.replace('.', '-')}-${block}-${action}${part}`.replaceAll(
    /\s/g,
    '_',
  );

export const labelId = (place: PlaceAt, block: string): string => domId({ place, block, action: 'label' });
export const noteId = (place: PlaceAt, block: string): string => domId({ place, block, action: 'note' });

/** The accessible name of an element: its input's label, else its own text. */
export function useNaming({ block, element }: ElementProps): JsonObject & Record<string, string | boolean> {
  const { place, errors } = useContext(Around);
  const id = textAt(block, 'block_id');
  if (textAt(block, 'type') !== 'input') {
    const own = textAt(element, 'accessibility_label') || textAt(element, 'placeholder', 'text');
    return { 'aria-label': own || textAt(block, 'text', 'text') || 'Choose' };
  }
  const error = errors[id] === undefined ? {} : { 'aria-invalid': true };
  return { 'aria-labelledby': labelId(place, id), 'aria-describedby': noteId(place, id), ...error };
}

/** Elements of actions and section blocks always send an action; inputs only with `dispatch_action`. */
export const reports = (block: JsonObject): boolean =>
  textAt(block, 'type') !== 'input' || block.dispatch_action === true;
