import type { PlannedApp } from '../plan/plan.ts';
import type { Breach, Rule } from './breach.ts';
import { judgeEvents, stagePath } from './events.ts';
import type { Found, FoundMessage } from './found.ts';

/** What people did with an app, and what their eyes saw last: all that the verdict is built on. */
export interface Played {
  readonly app: PlannedApp;
  readonly ownerId: string;
  readonly adminId: string;
  readonly mayBeAdopted: boolean;
  /** What `/zoom-app show` says when all is over; null when it was not asked. */
  readonly shown: string | null;
}

/** Everything that must be true of one app when all is over. `history`: whether Greenroom could look before it repeats. */
export function judgeApp(played: Played, found: Found, history: boolean): Breach[] {
  const { app } = played;
  const breaches: Breach[] = [];
  const must = (rule: Rule, holds: boolean, words: string) => {
    if (!holds) breaches.push({ rule, app: app.mark, words });
  };
  must('registered once', found.registered === 1, `registered ${found.registered} times`);
  for (const words of judgeEvents(played, found.events)) must('every event, in legal order', false, words);

  const messages = history ? found.messages : withoutRepeats(found.messages);
  for (const { delivery, text } of doubles(messages))
    must('nothing twice', false, `${delivery} stands twice: ${text}`);
  must(
    'every message is marked',
    found.messages.every(({ delivery }) => delivery !== null),
    'a message without the mark of its delivery',
  );

  const cards = messages.filter(({ threadTs, text }) => threadTs === null && / Zoom app\)/.test(text));
  const card = cards.at(-1);
  must('one card', cards.length === 1, `${cards.length} cards`);
  if (card === undefined) return breaches;
  const final = app.linked
    ? 'Development: Live, 6 of 6 checks passed'
    : 'Development: Live, 5 of 6 checks passed';
  must('no card is stale', card.text.includes(final), `the card says: ${card.text}`);
  if (played.shown !== null)
    must('no card is stale', card.text === played.shown, `card: ${card.text}\nshow: ${played.shown}`);

  const rest = messages.filter((message) => message !== card);
  for (const { what, pattern, where } of expectations(played, found)) {
    const matching = rest.filter(({ text }) => pattern.test(text));
    const misplaced = matching.filter(({ threadTs }) => threadTs !== (where === 'thread' ? card.ts : null));
    must('each message once', matching.length === 1, `${what} stands ${matching.length} times`);
    must('every message in its place', misplaced.length === 0, `${what} is not in its ${where}`);
  }
  for (const { text } of rest.filter(
    ({ text }) => !expectations(played, found).some(({ pattern }) => pattern.test(text)),
  ))
    must('nothing that nobody caused', false, `it says: ${text}`);
  must('the thread is in order', inOrder(rest, stagePath(found.events)), 'stages stand out of order');
  return breaches;
}

interface Expectation {
  readonly what: string;
  readonly pattern: RegExp;
  readonly where: 'channel' | 'thread';
}

function expectations({ app, mayBeAdopted }: Played, found: Found): Expectation[] {
  const adopted = found.messages.some(({ text }) => says.adopted.test(text));
  const once = (what: string, pattern: RegExp, where: Expectation['where'] = 'thread'): Expectation => ({
    what,
    pattern,
    where,
  });
  return [
    once('"registered"', says.registered),
    once('"callback is set"', says.redirect),
    once('"shows Ready"', says.ready),
    ...stagePath(found.events).map(([from, to]) => once(`"${from} → ${to}"`, new RegExp(`${from} → ${to}`))),
    adopted && mayBeAdopted
      ? once('"existing profile"', says.adopted)
      : once('"profile was created"', says.created, 'channel'),
    ...(app.linked ? [once('"account linked"', says.linked)] : []),
  ];
}

const says = {
  registered: / registered .*K\d{4}/,
  redirect: /callback is the redirect URL/,
  ready: /said that Local Test shows/,
  created: /connector profile was created/,
  adopted: /said that the existing profile/,
  linked: /An account linked through/,
};

function doubles(messages: readonly FoundMessage[]): FoundMessage[] {
  const seen = new Set<string>();
  return messages.filter(({ delivery }) => {
    if (delivery === null) return false;
    const again = seen.has(delivery);
    seen.add(delivery);
    return again;
  });
}

/** Without the right to look, a repeat may stand, if it says that it is one: the first of them counts. */
function withoutRepeats(messages: readonly FoundMessage[]): FoundMessage[] {
  return messages.filter(
    (message, index) =>
      !message.repeat || !messages.slice(0, index).some(({ delivery }) => delivery === message.delivery),
  );
}

function inOrder(messages: readonly FoundMessage[], path: readonly (readonly [string, string])[]): boolean {
  const places = path.map(
    ([from, to]) => messages.find(({ text }) => text.includes(`${from} → ${to}`))?.ts ?? '',
  );
  return places.every((ts, index) => index === 0 || Number(places[index - 1]) < Number(ts));
}
