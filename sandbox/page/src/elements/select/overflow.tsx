import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { isObject, type JsonObject, objectAt, objectsAt, textAt } from '../../../../simulators/slack/json.ts';
import { press } from '../../state/acts.ts';
import { Words } from '../../text/words.tsx';
import { Lost } from '../button.tsx';
import { ConfirmDialog } from '../confirm.tsx';
import { type ElementProps, useSpot } from '../surroundings.ts';

/** The "…" menu: a choice is sent at once and not stored. */
export function Overflow({ block, element }: ElementProps): JSX.Element {
  const spot = useSpot({ block, element });
  const [open, setOpen] = useState(false);
  const [lost, setLost] = useState(false);
  const [asked, setAsked] = useState<JsonObject | null>(null);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) menu.current?.querySelector('button')?.focus();
  }, [open]);
  const go = async (option: JsonObject) => {
    setAsked(null);
    const chosen = { text: objectAt(option, 'text'), value: textAt(option, 'value') };
    const ended = await press(spot, textAt(option, 'text', 'text'), { selected_option: chosen });
    setLost(ended !== null && ended.outcome !== 'acked');
  };
  const pick = (option: JsonObject) => {
    setOpen(false);
    if (isObject(element.confirm)) setAsked(option);
    else void go(option);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      setOpen(false);
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event, menu.current);
  };
  return (
    <span
      class="overflow"
      onFocusOut={(event) => !event.currentTarget.contains(asNode(event.relatedTarget)) && setOpen(false)}
    >
      <button
        type="button"
        class="button overflow-button"
        aria-label="More actions"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        …
      </button>
      {lost && <Lost />}
      {open && (
        <div ref={menu} class="menu" role="menu" tabIndex={-1} onKeyDown={keys}>
          {objectsAt(element, 'options').map((option) => (
            <button type="button" role="menuitem" key={textAt(option, 'value')} onClick={() => pick(option)}>
              <Words of={objectAt(option, 'text')} />
            </button>
          ))}
        </div>
      )}
      {asked !== null && (
        <ConfirmDialog
          of={objectAt(element, 'confirm')}
          onYes={() => void go(asked)}
          onNo={() => setAsked(null)}
        />
      )}
    </span>
  );
}

const asNode = (target: EventTarget | null): Node | null => (target instanceof Node ? target : null);

function step(event: KeyboardEvent, menu: HTMLElement | null): void {
  event.preventDefault();
  const items = [...(menu?.querySelectorAll('button') ?? [])];
  const at = items.findIndex((item) => item.matches(':focus'));
  items.at((at + (event.key === 'ArrowDown' ? 1 : -1)) % items.length)?.focus();
}
