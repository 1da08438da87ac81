import type { JSX, TargetedInputEvent } from 'preact';
import { useContext, useEffect, useRef } from 'preact/hooks';
import { textAt, textsAt } from '../../../simulators/slack/json.ts';
import { choose, write } from '../state/acts.ts';
import { valueAt } from '../state/fields.ts';
import { Around, domId, type ElementProps, reports, useNaming, useSpot } from './surroundings.ts';

const MODES = { number_input: 'decimal', email_text_input: 'email', url_text_input: 'url' } as const;
const LONGEST = 3000;
const PAUSE_MS = 400;

const isMode = (type: string): type is keyof typeof MODES => type in MODES;

/** Every text input. Slack has no masked one, so a secret is visible on the screen. */
export function TextInput({ block, element }: ElementProps): JSX.Element {
  const spot = useSpot({ block, element });
  const { fields, onEnter } = useContext(Around);
  const naming = useNaming({ block, element });
  const timer = useRef(0);
  // The field is gone with the next step: no change is sent any more.
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = textAt(element, 'type');
  const value = textAt(valueAt(spot, fields), 'value');
  const most = Number(element.max_length ?? LONGEST);
  const listed = textsAt(element, 'dispatch_action_config', 'trigger_actions_on');
  const reportsOnTyping = reports(block) && listed.includes('on_character_entered');
  const reportsOnEnter = reports(block) && !(listed.length > 0 && !listed.includes('on_enter_pressed'));
  const typed = (text: string) => {
    const next = { value: text === '' ? null : text };
    write(spot, next);
    if (!reportsOnTyping) return;
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void choose(spot, next, true), PAUSE_MS);
  };
  const entered = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    if (element.multiline === true && !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    if (reportsOnEnter && element.multiline !== true)
      void choose(spot, { value: value === '' ? null : value }, true);
    else onEnter?.();
  };
  const common = {
    ...naming,
    id: domId(spot),
    class: 'field',
    value,
    placeholder: textAt(element, 'placeholder', 'text'),
    maxLength: type === 'plain_text_input' ? most : undefined,
    onInput: (event: TargetedInputEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      typed(event.currentTarget.value),
    onKeyDown: entered,
    autoComplete: 'off',
    spellcheck: false,
    'data-focus': element.focus_on_load === true ? 'yes' : undefined,
  };
  const left = most - value.length;
  return (
    <div class="typing">
      {element.multiline === true ? (
        <textarea {...common} rows={4} />
      ) : (
        <input {...common} type="text" inputMode={isMode(type) ? MODES[type] : 'text'} />
      )}
      {element.max_length !== undefined && left <= Math.max(20, most / 10) && (
        <span class="left" aria-live="polite">
          {left}
        </span>
      )}
    </div>
  );
}
