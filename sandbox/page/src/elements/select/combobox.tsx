import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Entry } from './offers.ts';
import { Options, optionId } from './options.tsx';
import { useOffers } from './use_offers.ts';

export interface ComboboxProps {
  readonly id: string;
  readonly naming: Readonly<Record<string, string | boolean | unknown>>;
  readonly placeholder: string;
  readonly many: boolean;
  readonly most: number;
  readonly chosen: readonly Entry[];
  readonly canClear: boolean;
  /** Characters before anything is offered. */
  readonly least: number;
  readonly focus: boolean;
  readonly load: (typed: string) => Promise<Entry[]>;
  readonly onChoose: (entries: readonly Entry[]) => void;
}

/** A menu one types into: the ARIA combobox with a listbox, and chips where several can be chosen. */
export function Combobox(props: ComboboxProps): JSX.Element {
  const { id, many, chosen, onChoose, least } = props;
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const isOpen = typed !== null;
  const offers = useOffers(props.load, typed, least);
  const shut = () => {
    setTyped(null);
    setAt(0);
  };
  const open = () => setTyped((now) => now ?? '');
  const isChosen = (entry: Entry) => chosen.some(({ key }) => key === entry.key);
  const take = (entry: Entry) => {
    if (!many) onChoose([entry]);
    else if (isChosen(entry)) onChoose(chosen.filter(({ key }) => key !== entry.key));
    else if (chosen.length < props.most) onChoose([...chosen, entry]);
    if (many) setTyped('');
    else shut();
  };
  const keys = (event: KeyboardEvent) => {
    const entry = offers.entries[at];
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const many = offers.entries.length;
      if (!isOpen) open();
      else if (many > 0) setAt((at + (event.key === 'ArrowDown' ? 1 : many - 1)) % many);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (isOpen && entry !== undefined) take(entry);
      else open();
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      shut();
    } else if (event.key === 'Backspace' && many && (typed ?? '') === '') onChoose(chosen.slice(0, -1));
  };
  const single = many ? '' : (chosen[0]?.text ?? '');
  return (
    <div ref={box} class={`combobox ${isOpen ? 'is-open' : ''} ${many ? 'is-many' : ''}`}>
      {many && <Chips chosen={chosen} onChoose={onChoose} />}
      <input
        {...props.naming}
        ref={input}
        id={id}
        type="text"
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && offers.entries[at] !== undefined ? optionId(id, at) : undefined}
        autoComplete="off"
        spellcheck={false}
        data-focus={props.focus ? 'yes' : undefined}
        placeholder={single || (many && chosen.length > 0 ? '' : props.placeholder)}
        class={single === '' ? '' : 'has-choice'}
        value={typed ?? single}
        onClick={open}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={keys}
        onBlur={shut}
      />
      {props.canClear && !many && single !== '' && !isOpen && (
        <button type="button" class="clear" aria-label={`Clear ${single}`} onClick={() => onChoose([])}>
          ×
        </button>
      )}
      <span class="chevron" aria-hidden="true" />
      {isOpen && (
        <Options
          id={id}
          anchor={box.current}
          offers={offers}
          at={at}
          typed={typed}
          least={least}
          isChosen={isChosen}
          onTake={take}
          onLook={setAt}
        />
      )}
    </div>
  );
}

function Chips({ chosen, onChoose }: Pick<ComboboxProps, 'chosen' | 'onChoose'>): JSX.Element {
  return (
    <>
      {chosen.map((entry) => (
        <span class="chip" key={entry.key}>
          <span>{entry.text}</span>
          <button
            type="button"
            aria-label={`Remove ${entry.text}`}
            onClick={() => onChoose(chosen.filter(({ key }) => key !== entry.key))}
          >
            ×
          </button>
        </span>
      ))}
    </>
  );
}
