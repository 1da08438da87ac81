import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { textAt } from '../../../simulators/slack/json.ts';
import { choose } from '../state/acts.ts';
import { valueAt } from '../state/fields.ts';
import { Around, domId, type ElementProps, reports, useNaming, useSpot } from './surroundings.ts';

const KINDS: Record<string, readonly [key: string, type: 'date' | 'time' | 'datetime-local']> = {
  datepicker: ['selected_date', 'date'],
  timepicker: ['selected_time', 'time'],
  datetimepicker: ['selected_date_time', 'datetime-local'],
};

/** Date, time, or both. The last one travels as seconds since 1970. */
export function Picker({ block, element }: ElementProps): JSX.Element {
  const spot = useSpot({ block, element });
  const { fields } = useContext(Around);
  const naming = useNaming({ block, element });
  const [key, type] = KINDS[textAt(element, 'type')] ?? ['selected_date', 'date'];
  const known = textAt(valueAt(spot, fields), key);
  const seconds = key === 'selected_date_time';
  const shown = seconds && known !== '' ? localMinute(Number(known)) : known;
  const changed = (text: string) => {
    const value = seconds ? Math.floor(new Date(text).getTime() / 1000) : text;
    void choose(spot, { [key]: text === '' ? null : value }, reports(block));
  };
  return (
    <input
      {...naming}
      id={domId(spot)}
      class="field field-short"
      type={type}
      value={shown}
      onChange={(event) => changed(event.currentTarget.value)}
    />
  );
}

function localMinute(seconds: number): string {
  const date = new Date(seconds * 1000);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
