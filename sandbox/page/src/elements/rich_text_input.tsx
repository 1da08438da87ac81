import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { objectAt, textAt } from '../../../simulators/slack/json.ts';
import { choose, write } from '../state/acts.ts';
import { valueAt } from '../state/fields.ts';
import { markupFrom, richTextFrom } from '../text/markup.ts';
import { Around, domId, type ElementProps, reports, useNaming, useSpot } from './surroundings.ts';

/** Rich text, typed with marks: the app gets real rich text. */
export function RichTextInput({ block, element }: ElementProps): JSX.Element {
  const spot = useSpot({ block, element });
  const { fields } = useContext(Around);
  const naming = useNaming({ block, element });
  const asField = (text: string) => ({ rich_text_value: richTextFrom(text) });
  return (
    <div class="typing">
      <textarea
        {...naming}
        id={domId(spot)}
        class="field"
        rows={Number(element.min_lines ?? 4)}
        placeholder={textAt(element, 'placeholder', 'text')}
        // Markup can be written in more than one way: what was typed is kept.
        defaultValue={markupFrom(objectAt(valueAt(spot, fields), 'rich_text_value'))}
        data-focus={element.focus_on_load === true ? 'yes' : undefined}
        onInput={(event) => write(spot, asField(event.currentTarget.value))}
        onChange={(event) => reports(block) && void choose(spot, asField(event.currentTarget.value), true)}
      />
      <p class="marks" aria-hidden="true">
        <b>*bold*</b> <i>_italic_</i> <s>~strike~</s> <code>`code`</code> &gt; quote
      </p>
    </div>
  );
}
