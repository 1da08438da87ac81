import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { type JsonObject, objectAt, objectsAt, textAt } from '../../../simulators/slack/json.ts';
import { choose } from '../state/acts.ts';
import { valueAt } from '../state/fields.ts';
import { Words } from '../text/words.tsx';
import { Around, domId, type ElementProps, reports, useNaming, useSpot } from './surroundings.ts';

/** Radio buttons and checkboxes. */
export function Choices({ block, element }: ElementProps): JSX.Element {
  const spot = useSpot({ block, element });
  const { fields } = useContext(Around);
  const { 'aria-invalid': _unused, ...naming } = useNaming({ block, element });
  const many = textAt(element, 'type') === 'checkboxes';
  const known = valueAt(spot, fields);
  const chosen = many ? objectsAt(known, 'selected_options') : [objectAt(known, 'selected_option')];
  const isChosen = (option: JsonObject) =>
    chosen.some((one) => textAt(one, 'value') === textAt(option, 'value'));
  const options = objectsAt(element, 'options');
  const turn = (option: JsonObject) => {
    const rest = options.filter((one) =>
      textAt(one, 'value') === textAt(option, 'value') ? !isChosen(one) : isChosen(one),
    );
    void choose(spot, many ? { selected_options: rest } : { selected_option: option }, reports(block));
  };
  return (
    <div class="choices" role={many ? 'group' : 'radiogroup'} {...naming}>
      {options.map((option) => (
        <label class="choice" key={textAt(option, 'value')}>
          <input
            type={many ? 'checkbox' : 'radio'}
            name={domId(spot)}
            checked={isChosen(option)}
            onChange={() => turn(option)}
          />
          <span>
            <Words of={objectAt(option, 'text')} />
            {option.description !== undefined && (
              <span class="choice-about">
                <Words of={objectAt(option, 'description')} />
              </span>
            )}
          </span>
        </label>
      ))}
    </div>
  );
}
