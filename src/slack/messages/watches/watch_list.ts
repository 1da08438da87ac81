import type { SetWatch } from '../../../core/watches/watch.ts';
import { mostListed, type WatchList } from '../../../usecases/watches/read_set_watches.ts';
import { actionIds } from '../../action_ids.ts';
import type { Button, KnownBlock, MessageView } from '../../blocks/block_types.ts';
import { button, nth } from '../../blocks/elements.ts';
import { messageView } from '../../blocks/fit.ts';
import { actions, context, header, section } from '../../blocks/layout.ts';
import { count, named, person } from '../../blocks/text.ts';
import { moment } from '../../blocks/time.ts';
import { remedyOf, whyClosed } from '../closed_channel_words.ts';
import { spoken } from '../events/event_subject.ts';
import { linkedName } from '../lists/app_line.ts';
import { levelWords, watchedWhere, watchMenu } from './watch_words.ts';

/** Watches of a page: each is a section with a menu, which fills a phone quickly. */
const watchesPerPage = 8;

/** Which list it is. `app`: of one app; else what the person's channel watches, and their own. */
export interface AskedWatches {
  readonly app?: { readonly id: string; readonly name: string } | undefined;
  /** The first watch of the page. */
  readonly from: number;
  /** What has just become of a watch, in mrkdwn. */
  readonly done?: string | null;
}

/** The answer to `/zoom-app watches`. */
export function watchListMessage(list: WatchList, asked: AskedWatches, userId: string): MessageView {
  const { watches } = list;
  if (watches.length === 0) return nothingWatched(list, asked);
  const from = asked.from < watches.length ? asked.from : 0;
  const page = watches.slice(from, from + watchesPerPage);
  const shown = `${totalWords(list)}${watches.length > page.length ? `, ${from + 1} to ${from + page.length} here` : ''}`;
  const lines = page.map((watch) => watchLine(watch, userId));
  return messageView(`${spoken(titleOf(asked))}: ${shown}. ${lines.map(spoken).join(' ')}`, [
    ...doneBlocks(asked),
    header(titleOf(asked)),
    context(`${shown}.`),
    ...page.map((watch, i) => section(lines[i] ?? '', watchMenu(watch, watch.level, from + i))),
    ...othersLine(list),
    ...actions([...pages(asked, from, watches.length), ...manyButton(asked, watches.length)]),
    context(
      "An app's own channel is notified about everything, and is not listed here: an owner changes it with *Edit*.",
    ),
  ]);
}

const doneBlocks = ({ done }: AskedWatches): KnownBlock[] =>
  done == null ? [] : [section(`:white_check_mark: ${done}`)];

const titleOf = ({ app }: AskedWatches): string => (app === undefined ? 'Watches' : `Watches of ${app.name}`);

const totalWords = ({ watches, cutOff }: WatchList): string =>
  cutOff ? `the first ${mostListed} watches` : count(watches.length, 'watch', 'watches');

/** What is watched, where and at which level; who set it and since when; why it is paused, and what mends that. */
function watchLine(watch: SetWatch, userId: string): string {
  const where = watch.channelId === userId ? 'as direct messages to you' : watchedWhere(watch.channelId);
  const set = `Set by ${person(watch.setBy)}, ${moment(watch.setAt)}.`;
  const { paused } = watch;
  const state =
    paused === null
      ? ''
      : `\n:warning: *Paused* since ${moment(paused.at)}: ${whyClosed(paused.reason)}. ${remedyOf(paused.reason, 'there', { mayEdit: false })} Nothing is lost.`;
  return `${linkedWatch(watch)} ${where}: ${levelWords[watch.level]}.\n${set}${state}`;
}

/** The name leads to the card in the app's own channel. */
function linkedWatch({ appName, cardUrl }: SetWatch): string {
  return appName === null ? '*Every Zoom app*' : `*${linkedName({ name: appName, cardUrl })}*`;
}

function othersLine({ others }: WatchList): KnownBlock[] {
  return others === 0
    ? []
    : [context(`${count(others, 'other person gets', 'other people get')} direct messages about it.`)];
}

function pages({ app }: AskedWatches, from: number, all: number): Button[] {
  const value = (at: number): string =>
    JSON.stringify({ ...(app === undefined ? {} : { appId: app.id }), from: at });
  const first = from === 0 ? [] : [button('First page', nth(actionIds.watchList, 'first'), value(0))];
  const next = from + watchesPerPage;
  return next >= all ? first : [...first, button('Next page', nth(actionIds.watchList, 'next'), value(next))];
}

function manyButton({ app }: AskedWatches, all: number): Button[] {
  return all < 2 ? [] : [button('End several', actionIds.endWatches, app?.id ?? 'around')];
}

function nothingWatched({ others }: WatchList, asked: AskedWatches): MessageView {
  const { app } = asked;
  const what =
    app === undefined
      ? 'Nobody has set a watch here, and you have set none elsewhere.'
      : `Only its own channel watches *${named(app.name)}*${others === 0 ? '' : `, and ${count(others, 'person', 'people')} by direct messages`}.`;
  const how =
    '`/zoom-app watch &lt;app&gt; failures` notifies the channel in which you type it when the app breaks; `/zoom-app watch all milestones me` sends you the milestones of every app.';
  return messageView(spoken(`${what} ${how}`.replaceAll('`', '')), [
    ...doneBlocks(asked),
    section(`${what}\n${how}`),
  ]);
}
