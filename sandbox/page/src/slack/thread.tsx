import type { JSX } from 'preact';
import { messagesOf, snapshot, thread } from '../state/store.ts';
import { Scroll } from '../text/scroll.tsx';
import { Composer } from './composer.tsx';
import { Message } from './message.tsx';
import { useScrollAtEnd } from './scroll_at_end.ts';

/** A thread, beside its channel. */
export function Thread(): JSX.Element | null {
  const { value: open } = thread;
  const all = messagesOf(open?.channel ?? '');
  const box = useScrollAtEnd(open?.ts ?? '', all);
  if (open === null) return null;
  const root = all.find(({ ts }) => ts === open.ts);
  if (root === undefined) return null;
  const replies = all.filter(({ threadTs, ts }) => threadTs === open.ts && ts !== open.ts);
  const name = snapshot.value?.names[open.channel];
  const shut = () => {
    thread.value = null;
  };
  return (
    <section class="thread" aria-label="Thread">
      <header>
        <h2>
          Thread <small>#{name}</small>
        </h2>
        <button type="button" class="icon-button" aria-label="Close thread" onClick={shut}>
          ×
        </button>
      </header>
      <Scroll box={box} class="thread-list" label="Replies">
        <Message of={root} inThread />
        {replies.length > 0 && (
          <p class="day-line">
            <span>{replies.length === 1 ? '1 reply' : `${replies.length} replies`}</span>
          </p>
        )}
        {replies.map((one) => (
          <Message key={one.ts} of={one} inThread />
        ))}
      </Scroll>
      <Composer channel={open.channel} threadTs={open.ts} placeholder="Reply…" />
    </section>
  );
}
