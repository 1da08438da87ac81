import type { ComponentChildren, JSX, TargetedSubmitEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { FaultSetting, HostName } from '../../../server/snapshot/control_panel_seen.ts';
import { control } from '../state/acts.ts';
import { snapshot } from '../state/store.ts';
import { spotlight } from './panel_section.ts';

interface SimulatorCardProps {
  readonly host: HostName;
  readonly title: string;
  readonly about: string;
  readonly children: ComponentChildren;
}

const FAULTS: readonly (readonly [FaultSetting, string])[] = [
  ['fine', 'answers'],
  ['slow', 'is slow'],
  ['limited', 'answers 429'],
  ['down', 'is down'],
];

/** One simulator: what one can do in its console, and its faults. */
export function SimulatorCard({ host, title, about, children }: SimulatorCardProps): JSX.Element {
  const box = useRef<HTMLElement>(null);
  const { value: light } = spotlight;
  const lit = light?.host === host ? light.nth : 0;
  useEffect(() => {
    if (lit === 0) return;
    box.current?.scrollIntoView({ block: 'start', behavior: 'smooth' });
    box.current?.focus({ preventScroll: true });
  }, [lit]);
  return (
    <section
      ref={box}
      key={lit}
      class={`simulator simulator-${host} ${lit > 0 ? 'is-lit' : ''}`}
      tabIndex={-1}
      aria-label={title}
    >
      <header>
        <h2>{title}</h2>
        <p>{about}</p>
      </header>
      {children}
      <FaultSwitch host={host} title={title} />
    </section>
  );
}

function FaultSwitch({ host, title }: Pick<SimulatorCardProps, 'host' | 'title'>): JSX.Element {
  const now = snapshot.value?.controlPanel.faults[host] ?? 'fine';
  return (
    <fieldset class="faults">
      <legend>{title}</legend>
      {FAULTS.map(([faults, words]) => (
        <label key={faults}>
          <input
            type="radio"
            name={`faults-${host}`}
            checked={now === faults}
            onChange={() => void control({ do: 'faults', host, faults })}
          />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** A name, and a button that does something with it. */
export function NameForm(props: {
  readonly label: string;
  readonly initial: string;
  readonly button: string;
  readonly onSend: (name: string) => void;
}): JSX.Element {
  const send = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = new FormData(event.currentTarget).get('name');
    if (typeof name === 'string' && name.trim() !== '') props.onSend(name);
  };
  return (
    <form class="name-form" onSubmit={send}>
      <label>
        <span>{props.label}</span>
        <input class="field" name="name" defaultValue={props.initial} autoComplete="off" />
      </label>
      <button type="submit" class="button primary">
        {props.button}
      </button>
    </form>
  );
}

/** On or off, said in words. */
export function Toggle(props: {
  readonly label: string;
  readonly on: boolean;
  readonly onTurn: (on: boolean) => void;
}) {
  return (
    <label class="toggle">
      <input
        type="checkbox"
        role="switch"
        aria-checked={props.on}
        checked={props.on}
        onChange={() => props.onTurn(!props.on)}
      />
      <span class="toggle-track" aria-hidden="true" />
      <span>{props.label}</span>
    </label>
  );
}

/** One of several wrong answers of a simulator; the first choice is the right answer. */
export function FaultSelect<Fault extends string>(props: {
  readonly label: string;
  readonly right: string;
  readonly now: Fault | null;
  readonly faults: readonly (readonly [Fault, string])[];
  readonly onChoose: (fault: Fault | null) => void;
}): JSX.Element {
  const choose = (value: string) =>
    props.onChoose(props.faults.find(([fault]) => fault === value)?.[0] ?? null);
  return (
    <label class="fault">
      <span>{props.label}</span>
      <select class="field" value={props.now ?? ''} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{props.right}</option>
        {props.faults.map(([fault, words]) => (
          <option key={fault} value={fault}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
