import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { isObject, objectsAt, textAt } from '../../../simulators/slack/json.ts';
import { OutLink } from '../text/out_link.tsx';
import { RichText } from '../text/rich_text.tsx';
import type { BlockProps } from './block.tsx';

const STATUS: Record<string, readonly [sign: string, word: string]> = {
  pending: ['○', 'to do'],
  in_progress: ['◐', 'in progress'],
  complete: ['✓', 'done'],
  error: ['!', 'failed'],
};

/** A plan folds; every edit of the message folds it again, as in Slack. */
export function Plan({ of }: BlockProps): JSX.Element {
  const [open, setOpen] = useState(false);
  const tasks = objectsAt(of, 'tasks');
  const done = tasks.filter((task) => textAt(task, 'status') === 'complete').length;
  return (
    <section class="plan">
      <button type="button" class="plan-title" aria-expanded={open} onClick={() => setOpen(!open)}>
        {textAt(of, 'title')}{' '}
        <span class="plan-count">
          {done} of {tasks.length}
        </span>
      </button>
      {open && (
        <ol>
          {tasks.map((task) => (
            <li key={textAt(task, 'task_id')}>
              <TaskCard of={task} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

export function TaskCard({ of }: BlockProps): JSX.Element {
  const status = textAt(of, 'status') || 'pending';
  const [sign, word] = STATUS[status] ?? ['○', status];
  return (
    <div class={`task task-${status}`}>
      <span class="task-sign" aria-hidden="true">
        {sign}
      </span>
      <div>
        <p class="task-title">
          {textAt(of, 'title')} <span class="unseen">({word})</span>
        </p>
        {isObject(of.details) && <RichText of={of.details} />}
        {isObject(of.output) && <RichText of={of.output} />}
        {objectsAt(of, 'sources').map((source) => (
          <OutLink key={textAt(source, 'url')} url={textAt(source, 'url')}>
            {textAt(source, 'text')}
          </OutLink>
        ))}
      </div>
    </div>
  );
}
