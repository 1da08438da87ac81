import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { type JsonObject, objectAt, textAt } from '../../../simulators/slack/json.ts';
import { Words } from '../text/words.tsx';

/** "Are you sure?": the `confirm` of a button or menu. */
export function ConfirmDialog(props: {
  readonly of: JsonObject;
  readonly onYes: () => void;
  readonly onNo: () => void;
}): JSX.Element {
  const { of, onYes, onNo } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const danger = textAt(of, 'style') === 'danger';
  return (
    <dialog
      ref={dialog}
      class="confirm"
      onCancel={onNo}
      onKeyDown={(event) => event.stopPropagation()}
      aria-labelledby="confirm-title"
    >
      <h2 id="confirm-title">
        <Words of={objectAt(of, 'title')} />
      </h2>
      <p>
        <Words of={objectAt(of, 'text')} />
      </p>
      <div class="confirm-buttons">
        <button type="button" class="button" onClick={onNo}>
          {textAt(of, 'deny', 'text') || 'Cancel'}
        </button>
        <button type="button" class={`button ${danger ? 'danger-solid' : 'primary'}`} onClick={onYes}>
          {textAt(of, 'confirm', 'text') || 'Yes'}
        </button>
      </div>
    </dialog>
  );
}
