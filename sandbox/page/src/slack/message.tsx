import type { JSX } from 'preact';
import type { MessageSeen } from '../../../server/contract.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { runShortcut } from '../state/acts.ts';
import { inspected, now, panel, shortcutsOf, thread } from '../state/store.ts';
import { dateOfTs, dayOf, timeOf } from '../text/dates.ts';
import { Mrkdwn } from '../text/words.tsx';
import { File } from './file.tsx';
import { Avatar } from './frame/avatar.tsx';

interface MessageProps {
  readonly of: MessageSeen;
  /** The one before is by the same author, moments ago. */
  readonly follows?: boolean;
  readonly replies?: readonly MessageSeen[];
  readonly inThread?: boolean;
}

/** One message, with who said it, when, to whom, and what can be done with it. */
export function Message({ of, follows = false, replies = [], inThread = false }: MessageProps): JSX.Element {
  const { author, ts, ephemeral } = of;
  const date = dateOfTs(ts);
  const time = (
    <time title={date.toLocaleString('en-GB')} dateTime={date.toISOString()}>
      {timeOf(date)}
    </time>
  );
  return (
    <article
      class={`message ${ephemeral ? 'is-ephemeral' : ''} ${follows ? 'follows' : ''}`}
      data-ts={ts}
      aria-label={`${author.name}, ${timeOf(date)}`}
    >
      <div class="message-side">{follows ? time : <Avatar name={author.name} kind={author.kind} />}</div>
      <div class="message-main">
        {ephemeral && (
          <p class="only-you">
            <EyeSign /> Only visible to you
          </p>
        )}
        {!follows && (
          <p class="message-top">
            <strong class="author">{author.name}</strong>
            {author.kind !== 'user' && <span class="app-badge">APP</span>}
            {time}
          </p>
        )}
        {(of.text !== '' || of.blocks.length > 0) && <Said of={of} />}
        {of.files.map((file) => (
          <File key={file.id} of={file} />
        ))}
        {of.edited && <span class="edited">(edited)</span>}
        {replies.length > 0 && <Replies of={of} replies={replies} />}
      </div>
      <MessageTools of={of} inThread={inThread} />
    </article>
  );
}

function Said({ of }: { readonly of: MessageSeen }): JSX.Element {
  if (of.blocks.length === 0)
    return (
      <div class="said">
        <Mrkdwn text={of.text} />
      </div>
    );
  const place = { kind: 'message', channel: of.channel, ts: of.ts } as const;
  return <Blocks of={of.blocks} around={{ place, surface: 'message', fields: of.fields, errors: {} }} />;
}

function Replies({ of, replies }: { readonly of: MessageSeen; readonly replies: readonly MessageSeen[] }) {
  const last = replies.at(-1);
  const when =
    last === undefined
      ? ''
      : `${dayOf(dateOfTs(last.ts), new Date(now.value)).toLowerCase()} at ${timeOf(dateOfTs(last.ts))}`;
  return (
    <button type="button" class="replies" onClick={() => openThread(of)}>
      <Avatar name={last?.author.name ?? ''} kind={last?.author.kind ?? 'bot'} />
      <span class="replies-count">{replies.length === 1 ? '1 reply' : `${replies.length} replies`}</span>
      <span class="replies-when">Last reply {when}</span>
    </button>
  );
}

const openThread = ({ channel, ts }: MessageSeen): void => {
  thread.value = { channel, ts };
};

function MessageTools({
  of,
  inThread,
}: {
  readonly of: MessageSeen;
  readonly inThread: boolean;
}): JSX.Element {
  const raw = () => {
    inspected.value = { kind: 'message', channel: of.channel, ts: of.ts };
    panel.value = 'inspector';
  };
  return (
    <div class="message-tools">
      {!inThread && !of.ephemeral && (
        <button type="button" onClick={() => openThread(of)} title="Reply in thread">
          <span aria-hidden="true">💬</span>
          <span class="unseen">Reply in thread</span>
        </button>
      )}
      {!of.ephemeral &&
        shortcutsOf('message').map((one) => (
          <button
            key={one.callbackId}
            type="button"
            onClick={() => void runShortcut(one, { channel: of.channel, ts: of.ts })}
            title={`${one.name}: ${one.description}`}
          >
            <span aria-hidden="true">⚡</span>
            <span class="unseen">{one.name}</span>
          </button>
        ))}
      <button type="button" onClick={raw} title="Raw blocks, and the requests that made this">
        <span aria-hidden="true">{'{ }'}</span>
        <span class="unseen">Raw blocks</span>
      </button>
    </div>
  );
}

const EyeSign = (): JSX.Element => (
  <svg class="eye" viewBox="0 0 20 20" aria-hidden="true">
    <path d="M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5z" />
    <circle cx="10" cy="10" r="2.500" />
  </svg>
);
