import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ViewSeen } from '../../../server/contract.ts';
import { objectsAt, textAt } from '../../../simulators/slack/json.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { close, dismiss, submit } from '../state/acts.ts';
import { Scroll } from '../text/scroll.tsx';
import { AppIcon } from './frame/avatar.tsx';
import { AckClock } from './frame/clock.tsx';
import { useDialogFocus } from './frame/dialog_focus.ts';

/** The modal on top of the stack. What lies below shows as an edge. */
export function Modal({ stack }: { readonly stack: readonly ViewSeen[] }): JSX.Element | null {
  const top = stack.at(-1);
  return top === undefined ? null : <TopModal key={top.id} view={top} depth={stack.length} />;
}

function TopModal({ view, depth }: { readonly view: ViewSeen; readonly depth: number }): JSX.Element {
  const [waiting, setWaiting] = useState(false);
  const [problems, setProblems] = useState<ViewSeen['errors']>({});
  const errors = { ...view.errors, ...problems };
  const box = useDialogFocus(view, Object.keys(errors)[0]);
  // Errors of Slack's client belong to the previous version of the view.
  useEffect(() => setProblems({}), [view.hash]);
  const submitLabel = textAt(view.content, 'submit', 'text');
  const send = async () => {
    if (waiting || submitLabel === '') return;
    setWaiting(true);
    setProblems({});
    const ended = await submit(view.id, submitLabel);
    setProblems(ended?.problems ?? {});
    setWaiting(false);
  };
  const around = {
    place: { kind: 'view', view: view.id },
    surface: 'modal',
    fields: view.fields,
    errors,
    onEnter: () => void send(),
  } as const;
  return (
    <div class="modal-shade">
      <div
        ref={box}
        class={`modal depth-${depth}`}
        role="dialog"
        aria-labelledby={`${view.id}-title`}
        tabIndex={-1}
        onKeyDown={(event) => event.key === 'Escape' && void dismiss()}
      >
        <ModalHead view={view} depth={depth} />
        <Scroll class="modal-body" label="Form">
          <Blocks of={objectsAt(view.content, 'blocks')} around={around} />
        </Scroll>
        {view.trouble !== null && (
          <p class="trouble" role="alert">
            {view.trouble}
          </p>
        )}
        <ModalFoot view={view} waiting={waiting} onSubmit={() => void send()} />
      </div>
    </div>
  );
}

function ModalHead({ view, depth }: { readonly view: ViewSeen; readonly depth: number }): JSX.Element {
  return (
    <div class="modal-head">
      {depth > 1 && (
        <button type="button" class="icon-button" aria-label="Back" onClick={() => void close(view.id)}>
          ‹
        </button>
      )}
      <AppIcon small />
      <h2 id={`${view.id}-title`}>{textAt(view.content, 'title', 'text')}</h2>
      <button
        type="button"
        class="icon-button"
        aria-label="Close all"
        title="Close"
        onClick={() => void dismiss()}
      >
        ×
      </button>
    </div>
  );
}

interface ModalFootProps {
  readonly view: ViewSeen;
  readonly waiting: boolean;
  readonly onSubmit: () => void;
}

function ModalFoot({ view, waiting, onSubmit }: ModalFootProps): JSX.Element {
  const submitLabel = textAt(view.content, 'submit', 'text');
  return (
    <div class="modal-foot">
      <AckClock />
      <button type="button" class="button" onClick={() => void close(view.id)}>
        {textAt(view.content, 'close', 'text') || 'Close'}
      </button>
      {submitLabel !== '' && (
        <button
          type="button"
          class={`button primary ${waiting ? 'is-waiting' : ''}`}
          aria-busy={waiting}
          disabled={waiting}
          onClick={onSubmit}
        >
          {submitLabel}
        </button>
      )}
    </div>
  );
}
