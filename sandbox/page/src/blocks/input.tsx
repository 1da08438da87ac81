import type { JSX } from 'preact';
import { useContext } from 'preact/hooks';
import { objectAt, textAt } from '../../../simulators/slack/json.ts';
import { ElementView } from '../elements/element.tsx';
import { Around, domId, labelId, noteId } from '../elements/surroundings.ts';
import { Words } from '../text/words.tsx';
import type { BlockProps } from './block.tsx';

/** Label, element, hint, and the error of the app or of Slack's client. */
export function Input({ of }: BlockProps): JSX.Element {
  const { place, errors } = useContext(Around);
  const id = textAt(of, 'block_id');
  const element = objectAt(of, 'element');
  const error = errors[id];
  const hint = textAt(of, 'hint', 'text');
  return (
    <div class={`block-input ${error === undefined ? '' : 'has-error'}`}>
      <label id={labelId(place, id)} for={domId({ place, block: id, action: textAt(element, 'action_id') })}>
        <Words of={objectAt(of, 'label')} />
        {of.optional === true && <span class="optional"> (optional)</span>}
      </label>
      <ElementView block={of} element={element} />
      <div id={noteId(place, id)}>
        {error !== undefined && (
          <p class="error" role="alert">
            <span aria-hidden="true">!</span> <span class="error-words">{error}</span>
          </p>
        )}
        {hint !== '' && (
          <p class="hint">
            <Words of={objectAt(of, 'hint')} />
          </p>
        )}
      </div>
    </div>
  );
}
