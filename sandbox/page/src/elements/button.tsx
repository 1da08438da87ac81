import type { JSX } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { isObject, type JsonObject, objectAt, textAt } from '../../../simulators/slack/json.ts';
import { showInPanel, simulatorAt } from '../control_panel/panel_section.ts';
import { press } from '../state/acts.ts';
import { Words } from '../text/words.tsx';
import { ConfirmDialog } from './confirm.tsx';
import { Around, type ElementProps, useSpot } from './surroundings.ts';

/** A button. It spins until the app has acknowledged; a triangle shows that it did not, as in Slack. */
export function Button({ block, element }: ElementProps): JSX.Element {
  const spot = useSpot({ block, element });
  const { surface } = useContext(Around);
  const [state, setState] = useState<'idle' | 'asking' | 'waiting' | 'lost'>('idle');
  const label = textAt(element, 'text', 'text');
  const go = async () => {
    setState('waiting');
    follow(textAt(element, 'url'));
    const ended = await press(spot, label);
    setState(ended === null || ended.outcome === 'acked' ? 'idle' : 'lost');
  };
  const style = textAt(element, 'style');
  return (
    <span class="button-place">
      <button
        type="button"
        class={`button ${style} ${state === 'waiting' ? 'is-waiting' : ''}`}
        aria-label={textAt(element, 'accessibility_label') || undefined}
        aria-busy={state === 'waiting'}
        data-surface={surface}
        onClick={() => (isObject(element.confirm) ? setState('asking') : void go())}
      >
        <Words of={objectAt(element, 'text')} />
      </button>
      {state === 'lost' && <Lost />}
      {state === 'asking' && (
        <ConfirmDialog
          of={objectAt(element, 'confirm')}
          onYes={() => void go()}
          onNo={() => setState('idle')}
        />
      )}
    </span>
  );
}

export const Lost = (): JSX.Element => (
  <span
    class="lost"
    role="img"
    aria-label="The app did not answer in time"
    title="The app did not answer in time"
  >
    ⚠
  </span>
);

/** A link button also opens an address; the control panel stands in for the consoles of Zoom and StackOne. */
function follow(url: string): void {
  if (url === '') return;
  const host = simulatorAt(url);
  if (host === null) window.open(url, '_blank', 'noreferrer');
  else showInPanel(host);
}

/** The two thumbs of `feedback_buttons`, and `icon_button`. */
export function SmallButtons({ block, element }: ElementProps): JSX.Element {
  const spot = useSpot({ block, element });
  const small = (key: string, sign: string, of: JsonObject) => (
    <button
      type="button"
      class="button small"
      key={key}
      onClick={() => void press(spot, textAt(of, 'text', 'text'), { value: textAt(of, 'value') })}
    >
      <span aria-hidden="true">{sign}</span> {textAt(of, 'text', 'text')}
    </button>
  );
  if (textAt(element, 'type') === 'icon_button') return small('icon', '🗑', element);
  return (
    <>
      {small('good', '👍', objectAt(element, 'positive_button'))}
      {small('bad', '👎', objectAt(element, 'negative_button'))}
    </>
  );
}
