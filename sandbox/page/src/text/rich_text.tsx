import type { ComponentChildren, JSX } from 'preact';
import { type JsonObject, objectAt, objectsAt, textAt } from '../../../simulators/slack/json.ts';
import { now } from '../state/store.ts';
import { filledDate } from './dates.ts';
import { OutLink } from './out_link.tsx';
import { ChannelMention, Emoji, UserMention } from './words.tsx';

/** A rich_text block: sections, lists, quotes, preformatted text. */
export function RichText({ of }: { readonly of: JsonObject }): JSX.Element {
  return (
    <div class="rich">
      {objectsAt(of, 'elements').map((part, index) => (
        <Part key={index} of={part} />
      ))}
    </div>
  );
}

function Part({ of }: { readonly of: JsonObject }): JSX.Element {
  switch (textAt(of, 'type')) {
    case 'rich_text_list':
      return <List of={of} />;
    case 'rich_text_quote':
      return (
        <blockquote class="quote">
          <Sentence of={of} />
        </blockquote>
      );
    case 'rich_text_preformatted':
      return (
        <pre class="pre">
          <Sentence of={of} />
        </pre>
      );
    default:
      return (
        <p>
          <Sentence of={of} />
        </p>
      );
  }
}

function List({ of }: { readonly of: JsonObject }): JSX.Element {
  const items = objectsAt(of, 'elements').map((item, index) => (
    <li key={index}>
      <Sentence of={item} />
    </li>
  ));
  const style = { marginInlineStart: `${Number(of.indent ?? 0) * 24}px` };
  if (textAt(of, 'style') !== 'ordered') return <ul style={style}>{items}</ul>;
  return (
    <ol style={style} start={Number(of.offset ?? 0) + 1}>
      {items}
    </ol>
  );
}

function Sentence({ of }: { readonly of: JsonObject }): JSX.Element {
  return (
    <>
      {objectsAt(of, 'elements').map((part, index) => (
        <Inline key={index} of={part} />
      ))}
    </>
  );
}

function Inline({ of }: { readonly of: JsonObject }): JSX.Element {
  switch (textAt(of, 'type')) {
    case 'user':
      return <UserMention id={textAt(of, 'user_id')} label={null} />;
    case 'channel':
      return <ChannelMention id={textAt(of, 'channel_id')} label={null} />;
    case 'emoji':
      return <Emoji name={textAt(of, 'name')} />;
    case 'broadcast':
      return <span class="mention mention-wide">@{textAt(of, 'range')}</span>;
    case 'date':
      return (
        <>{filledDate(textAt(of, 'format'), new Date(Number(of.timestamp) * 1000), new Date(now.value))}</>
      );
    case 'link':
      return (
        <OutLink url={textAt(of, 'url')}>
          <Styled of={of}>{textAt(of, 'text') || textAt(of, 'url')}</Styled>
        </OutLink>
      );
    default:
      return <Styled of={of}>{textAt(of, 'text')}</Styled>;
  }
}

function Styled({ of, children }: { readonly of: JsonObject; readonly children: ComponentChildren }) {
  const style = objectAt(of, 'style');
  let shown = <>{children}</>;
  if (style.code === true) shown = <code class="code">{shown}</code>;
  if (style.strike === true) shown = <s>{shown}</s>;
  if (style.italic === true) shown = <em>{shown}</em>;
  return style.bold === true ? <strong>{shown}</strong> : shown;
}
