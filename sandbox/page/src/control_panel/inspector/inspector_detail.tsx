import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { MessageDetails, RequestDetails } from '../../../../server/contract.ts';
import type { Json } from '../../../../simulators/slack/json.ts';
import { getMessage, getRequest } from '../../state/api.ts';
import { inspected, snapshot, viewer } from '../../state/store.ts';
import { Scroll } from '../../text/scroll.tsx';

type Inspected = NonNullable<typeof inspected.value>;

/** One request, or one message, in full. */
export function Detail({ of }: { readonly of: Inspected }): JSX.Element {
  return (
    <div class="inspector">
      <div class="inspector-top">
        <button type="button" class="button small" onClick={() => (inspected.value = null)}>
          ‹ All requests
        </button>
      </div>
      {of.kind === 'request' ? (
        <RequestDetail id={of.id} />
      ) : (
        <MessageDetail channel={of.channel} ts={of.ts} />
      )}
    </div>
  );
}

function useAnswer<T>(ask: () => Promise<T>, key: string): T | null {
  const [answer, setAnswer] = useState<T | null>(null);
  const { value: seen } = snapshot;
  useEffect(() => {
    let isCurrent = true;
    void ask().then(
      (detail) => isCurrent && setAnswer(detail),
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
    // Fetched again when something changed; `ask` is another function at every rendering.
  }, [key, seen]);
  return answer;
}

function RequestDetail({ id }: { readonly id: number }): JSX.Element | null {
  const detail = useAnswer<RequestDetails>(() => getRequest(id), `request ${id}`);
  if (detail === null) return null;
  return (
    <Scroll class="inspector-list" label="Request">
      <h3 class="detail-title">
        {detail.direction === 'from_app' ? '↑ ' : '↓ '}
        {detail.kind}
      </h3>
      <p class="detail-facts">
        {detail.direction === 'from_app' ? 'Greenroom asked Slack' : 'Slack told Greenroom'},{' '}
        {detail.outcome ?? 'still open'}
        {detail.ms !== null && ` after ${detail.ms} ms`}
        {detail.status !== null && `, HTTP ${detail.status}`}
      </p>
      {detail.violations.map(({ code, pointer, message }) => (
        <p class="violation" key={`${code} ${pointer}`}>
          <b>{code}</b> {pointer} {message}
        </p>
      ))}
      <Raw title={detail.direction === 'from_app' ? 'Request' : 'Payload'} of={detail.request} />
      <Raw
        title={detail.direction === 'from_app' ? 'Slack answered' : 'Greenroom acknowledged'}
        of={detail.reply}
      />
    </Scroll>
  );
}

function MessageDetail({
  channel,
  ts,
}: {
  readonly channel: string;
  readonly ts: string;
}): JSX.Element | null {
  const me = viewer.value;
  const detail = useAnswer<MessageDetails | null>(
    async () => (me === null ? null : getMessage(me, channel, ts)),
    `${channel} ${ts}`,
  );
  if (detail === null) return null;
  return (
    <Scroll class="inspector-list" label="Message">
      <h3 class="detail-title">Message {ts}</h3>
      {detail.requests.length > 0 && (
        <p class="detail-facts">
          Made by{' '}
          {detail.requests.map((id) => (
            <button
              type="button"
              class="button small"
              key={id}
              onClick={() => (inspected.value = { kind: 'request', id })}
            >
              request {id}
            </button>
          ))}
        </p>
      )}
      <p class="detail-facts">
        Read aloud and shown in notifications: {detail.text === '' ? 'nothing' : `“${detail.text}”`}
      </p>
      <Raw title="Blocks" of={detail.blocks} />
    </Scroll>
  );
}

function Raw({ title, of }: { readonly title: string; readonly of: Json }): JSX.Element {
  const text = JSON.stringify(of, null, 2);
  return (
    <section class="raw">
      <header>
        <h4>{title}</h4>
        <button type="button" class="button small" onClick={() => void navigator.clipboard.writeText(text)}>
          Copy
        </button>
      </header>
      <Scroll class="raw-text" label={title}>
        <pre>{text}</pre>
      </Scroll>
    </section>
  );
}
