import type { CSSProperties, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Entry } from './offers.ts';
import type { Offers } from './use_offers.ts';

interface OptionsProps {
  readonly id: string;
  readonly anchor: HTMLElement | null;
  readonly offers: Offers;
  readonly at: number;
  readonly typed: string;
  readonly least: number;
  readonly isChosen: (entry: Entry) => boolean;
  readonly onTake: (entry: Entry) => void;
  readonly onLook: (at: number) => void;
}

export const optionId = (id: string, at: number): string => `${id}-option-${at}`;

/** The list under a menu. It floats above everything, so that a modal's edge does not cut it. */
export function Options(props: OptionsProps): JSX.Element {
  const { id, anchor, offers, at } = props;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.querySelector('.is-at')?.scrollIntoView({ block: 'nearest' }), [at]);
  return (
    // Pressing an option must not take the focus from the input.
    <div
      ref={list}
      id={`${id}-list`}
      class="options"
      role="listbox"
      tabIndex={-1}
      style={placeUnder(anchor)}
      onMouseDown={(event) => event.preventDefault()}
    >
      {offers.entries.length === 0 && <p class="options-note">{noteOf(props)}</p>}
      {groupsOf(offers.entries).map(([group, entries]) => {
        const items = entries.map(([entry, nth]) => (
          <Option key={entry.key} entry={entry} nth={nth} {...props} />
        ));
        if (group === null) return items;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a listbox groups its options by role
          <div role="group" aria-label={group} key={group}>
            <p class="options-group" aria-hidden="true">
              {group}
            </p>
            {items}
          </div>
        );
      })}
    </div>
  );
}

function Option({
  entry,
  nth,
  id,
  at,
  isChosen,
  onTake,
  onLook,
}: OptionsProps & { entry: Entry; nth: number }) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the combobox
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the combobox, aria-activedescendant tells
    <div
      id={optionId(id, nth)}
      role="option"
      aria-selected={isChosen(entry)}
      class={`option ${nth === at ? 'is-at' : ''}`}
      onClick={() => onTake(entry)}
      onMouseMove={() => onLook(nth)}
    >
      <span class="option-text">{entry.text}</span>
      {entry.about !== '' && <span class="option-about">{entry.about}</span>}
      {isChosen(entry) && (
        <span class="option-tick" aria-hidden="true">
          ✓
        </span>
      )}
    </div>
  );
}

function noteOf({ offers, typed, least }: OptionsProps): string {
  if (typed.length < least) return `Type ${least} or more characters`;
  return offers.state === 'here' ? 'No results' : 'Loading…';
}

type Numbered = readonly [Entry, number];

function groupsOf(entries: readonly Entry[]): [string | null, Numbered[]][] {
  const groups = new Map<string | null, Numbered[]>();
  for (const [nth, entry] of entries.entries())
    groups.set(entry.group, [...(groups.get(entry.group) ?? []), [entry, nth]]);
  return [...groups];
}

const HEIGHT = 280;

function placeUnder(anchor: HTMLElement | null): CSSProperties {
  const box = anchor?.getBoundingClientRect();
  if (box === undefined) return {};
  const below = window.innerHeight - box.bottom;
  const width = Math.min(Math.max(box.width, 240), window.innerWidth - 16);
  const left = Math.min(box.left, window.innerWidth - width - 8);
  const upward = below < HEIGHT && box.top > below;
  const context = Math.min(HEIGHT, (upward ? box.top : below) - 12);
  const edge = upward ? { bottom: `${window.innerHeight - box.top + 4}px` } : { top: `${box.bottom + 4}px` };
  return { ...edge, left: `${left}px`, width: `${width}px`, maxHeight: `${context}px` };
}
