import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import type { MessageSeen } from '../../../server/contract.ts';
import { messagesOf, now, viewer } from '../state/store.ts';
import { dateOfTs, dayOf } from '../text/dates.ts';
import { Scroll } from '../text/scroll.tsx';
import { Mrkdwn } from '../text/words.tsx';
import { Message } from './message.tsx';
import { useScrollAtEnd } from './scroll_at_end.ts';

/** The messages of a channel, replies folded into their threads. Stays at the end while one reads at the end. */
export function MessageList({
  channel,
  empty,
}: {
  readonly channel: string;
  readonly empty: JSX.Element;
}): JSX.Element {
  const all = messagesOf(channel);
  const roots = all.filter(({ threadTs, ts }) => threadTs === null || threadTs === ts);
  const box = useScrollAtEnd(channel, all);
  return (
    <Scroll box={box} class="message-list" label="Messages">
      <Newest key={channel} of={all} />
      <div class="message-list-start">{empty}</div>
      {roots.map((one, index) => {
        const before = roots[index - 1];
        return (
          <div key={one.ts}>
            {newDay(before, one) && <DayLine ts={one.ts} />}
            <Message
              of={one}
              follows={follows(before, one)}
              replies={all.filter(({ threadTs, ts }) => threadTs === one.ts && ts !== one.ts)}
            />
          </div>
        );
      })}
    </Scroll>
  );
}

/** Announces new messages of others to screen readers. */
function Newest({ of }: { readonly of: readonly MessageSeen[] }): JSX.Element {
  const said = of.filter(({ author }) => author.id !== viewer.value?.user).toSorted(byTime);
  const last = said.at(-1);
  const opened = useRef(last?.ts ?? '');
  return (
    <div class="unseen" role="log">
      {last !== undefined && last.ts > opened.current && (
        <p key={last.ts}>
          {last.author.name}: <Mrkdwn text={last.text} />
        </p>
      )}
    </div>
  );
}

const byTime = (one: MessageSeen, other: MessageSeen): number => Number(one.ts) - Number(other.ts);

const MOMENTS_S = 300;

function follows(before: MessageSeen | undefined, one: MessageSeen): boolean {
  if (before === undefined || before.ephemeral !== one.ephemeral || newDay(before, one)) return false;
  // Messages of the app are not grouped.
  return (
    one.author.kind === 'user' &&
    before.author.id === one.author.id &&
    Number(one.ts) - Number(before.ts) < MOMENTS_S
  );
}

const newDay = (before: MessageSeen | undefined, one: MessageSeen): boolean =>
  before === undefined || dateOfTs(before.ts).toDateString() !== dateOfTs(one.ts).toDateString();

const DayLine = ({ ts }: { readonly ts: string }) => (
  <p class="day-line">
    <span>{dayOf(dateOfTs(ts), new Date(now.value))}</span>
  </p>
);
