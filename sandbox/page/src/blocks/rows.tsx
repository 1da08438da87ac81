import type { JSX } from 'preact';
import { isObject, objectAt, objectsAt, textAt } from '../../../simulators/slack/json.ts';
import { ElementView, Picture } from '../elements/element.tsx';
import { Words } from '../text/words.tsx';
import type { BlockProps } from './block.tsx';

export function Section({ of }: BlockProps): JSX.Element {
  const fields = objectsAt(of, 'fields');
  return (
    <div class="block-section">
      <div class="section-words">
        {of.text !== undefined && (
          <div>
            <Words of={objectAt(of, 'text')} />
          </div>
        )}
        {fields.length > 0 && (
          <div class="section-fields">
            {fields.map((field, index) => (
              <div key={index}>
                <Words of={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {isObject(of.accessory) && (
        <div class={`accessory accessory-${textAt(of.accessory, 'type')}`}>
          <ElementView block={of} element={of.accessory} />
        </div>
      )}
    </div>
  );
}

export function Context({ of }: BlockProps): JSX.Element {
  return (
    <div class="block-context">
      {objectsAt(of, 'elements').map((element, index) =>
        textAt(element, 'type') === 'image' ? (
          <Picture key={index} of={element} />
        ) : (
          <span key={index}>
            <Words of={element} />
          </span>
        ),
      )}
    </div>
  );
}

export function Actions({ of }: BlockProps): JSX.Element {
  return (
    <div class="block-actions">
      {objectsAt(of, 'elements').map((element) => (
        <ElementView key={textAt(element, 'action_id')} block={of} element={element} />
      ))}
    </div>
  );
}
