/** Turns the id of a person or channel into what a reader sees. */
export type NameOf = (id: string) => string;

const LINK = /<([^<>|]*)(?:\|([^<>]*))?>/g;

function readable(target: string, label: string | undefined, nameOf: NameOf): string {
  if (/^[@#][A-Z0-9]+$/.test(target)) return nameOf(target.slice(1));
  if (target.startsWith('!date^')) return label ?? target;
  if (target.startsWith('!')) return label ?? `@${target.slice(1).split('^')[0]}`;
  return label === undefined ? target : `${label} (${target})`;
}

const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Slack's mrkdwn as a person reads it: links as `label (address)`, mentions by name; `*bold*` stays. */
export const readMrkdwn = (text: string, nameOf: NameOf): string =>
  unescaped(
    text.replaceAll(LINK, (_all, target: string, label: string | undefined) =>
      readable(target, label, nameOf),
    ),
  );
