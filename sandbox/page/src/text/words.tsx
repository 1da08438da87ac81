import type { ComponentChildren, JSX } from 'preact';
import { type JsonObject, textAt } from '../../../simulators/slack/json.ts';
import { goTo, now, snapshot } from '../state/store.ts';
import { filledDate } from './dates.ts';
import { emoji } from './emoji.ts';
import { type Piece, readMrkdwn, readPlain } from './mrkdwn.ts';
import { OutLink } from './out_link.tsx';

/** A text object of Block Kit. */
export function Words({ of }: { readonly of: JsonObject | undefined }): JSX.Element | null {
  const text = textAt(of, 'text');
  if (text === '') return null;
  return <Pieces of={textAt(of, 'type') === 'mrkdwn' ? readMrkdwn(text) : readPlain(text)} />;
}

export const Mrkdwn = ({ text }: { readonly text: string }): JSX.Element => <Pieces of={readMrkdwn(text)} />;

function Pieces({ of }: { readonly of: readonly Piece[] }): JSX.Element {
  // The pieces of a text have no names of their own; a text that changes is drawn anew.
  return (
    <>
      {of.map((piece, index) => (
        <One key={index} of={piece} />
      ))}
    </>
  );
}

function One({ of }: { readonly of: Piece }): JSX.Element {
  switch (of.kind) {
    case 'text':
      return <>{of.text}</>;
    case 'bold':
      return (
        <strong>
          <Pieces of={of.inside} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Pieces of={of.inside} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Pieces of={of.inside} />
        </s>
      );
    case 'code':
      return <code class="code">{of.text}</code>;
    case 'pre':
      return <pre class="pre">{of.text}</pre>;
    case 'quote':
      return (
        <blockquote class="quote">
          <Pieces of={of.inside} />
        </blockquote>
      );
    case 'break':
      return <br />;
    case 'emoji':
      return <Emoji name={of.name} />;
    case 'user':
      return <UserMention id={of.id} label={of.label} />;
    case 'channel':
      return <ChannelMention id={of.id} label={of.label} />;
    case 'broadcast':
      return <Mention wide>@{of.name}</Mention>;
    case 'date':
      return <Dated of={of} />;
    case 'link':
      return <OutLink url={of.url}>{of.label}</OutLink>;
  }
}

export function Emoji({ name }: { readonly name: string }): JSX.Element {
  const sign = emoji[name];
  if (sign === undefined) return <>:{name}:</>;
  return (
    <span class="emoji" role="img" aria-label={name.replaceAll('_', ' ')} title={`:${name}:`}>
      {sign}
    </span>
  );
}

const Mention = ({ children, wide = false }: { children: ComponentChildren; wide?: boolean }) => (
  <span class={wide ? 'mention mention-wide' : 'mention'}>{children}</span>
);

export function UserMention({ id, label }: { readonly id: string; readonly label: string | null }) {
  const name = snapshot.value?.names[id] ?? label ?? id;
  return <Mention wide={id === snapshot.value?.viewer.user}>@{name}</Mention>;
}

export function ChannelMention({ id, label }: { readonly id: string; readonly label: string | null }) {
  const known = snapshot.value?.channels.some((one) => one.id === id);
  const name = snapshot.value?.names[id] ?? label ?? id;
  if (!known) return <Mention>#{name}</Mention>;
  return (
    <button type="button" class="mention" onClick={() => goTo({ kind: 'channel', id })}>
      #{name}
    </button>
  );
}

function Dated({ of }: { readonly of: Extract<Piece, { kind: 'date' }> }): JSX.Element {
  const date = new Date(of.seconds * 1000);
  const words = Number.isFinite(of.seconds) ? filledDate(of.pattern, date, new Date(now.value)) : of.fallback;
  const time = <time title={of.fallback}>{words}</time>;
  return of.url === null ? time : <OutLink url={of.url}>{time}</OutLink>;
}
