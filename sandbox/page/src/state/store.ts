import { computed, signal } from '@preact/signals';
import type { ChannelSeen, MessageSeen, ShortcutSeen, Snapshot } from '../../../server/contract.ts';
import { getState, type Viewer } from './api.ts';
import { forgetSettled } from './fields.ts';

/** The state of the page: the server's snapshot, and what this window shows of it. */

export const snapshot = signal<Snapshot | null>(null);
export const viewer = computed<Viewer | null>(() => snapshot.value?.viewer ?? null);
export const isConnected = signal(true);

export const shortcutsOf = (type: ShortcutSeen['type']): readonly ShortcutSeen[] =>
  snapshot.value?.shortcuts.filter((one) => one.type === type) ?? [];

export type Where =
  | { readonly kind: 'channel'; readonly id: string }
  | { readonly kind: 'app'; readonly tab: 'home' | 'messages' | 'about' };
export const where = signal<Where>({ kind: 'channel', id: '' });
/** Root of the open thread. */
export const thread = signal<{ readonly channel: string; readonly ts: string } | null>(null);

/** Where the person has just sent something: a channel, or a thread by its root. Its list shows the end then, as Slack does. */
export const sentTo = signal<{ readonly list: string } | null>(null);

export type Panel = 'control' | 'inspector' | 'none';
export const panel = signal<Panel>('control');
/** What the inspector shows in detail: a request, or the raw blocks of a message. */
export const inspected = signal<
  | { readonly kind: 'request'; readonly id: number }
  | { readonly kind: 'message'; readonly channel: string; readonly ts: string }
  | null
>(null);
/** On a phone one thing is shown at a time. */
export const drawer = signal(false);
export const now = signal(Date.now());

let wanted: Viewer | null = null;
let asking = false;
let again = false;

export async function refresh(): Promise<void> {
  again = true;
  if (asking) return;
  asking = true;
  try {
    while (again) {
      again = false;
      const asked = wanted;
      const next = await getState(asked);
      if (asked !== wanted) again = true;
      else take(next);
    }
  } catch {
    isConnected.value = false;
  }
  asking = false;
}

function take(next: Snapshot): void {
  isConnected.value = true;
  snapshot.value = next;
  wanted ??= next.viewer;
  forgetSettled(next);
  const { value: at } = where;
  if (at.kind === 'channel' && next.channels.every(({ id }) => id !== at.id))
    goTo({ kind: 'channel', id: firstChannel(next) });
  markRead();
}

const firstChannel = ({ channels }: Snapshot): string =>
  (channels.find(({ kind, hasBot, archived }) => kind === 'public' && hasBot && !archived) ?? channels[0])
    ?.id ?? '';

export function become(next: Viewer): void {
  wanted = next;
  thread.value = null;
  void refresh();
}

export function goTo(next: Where): void {
  const { value: at } = where;
  const same = at.kind === next.kind && (at.kind === 'app' || (next.kind === 'channel' && at.id === next.id));
  if (!same) thread.value = null;
  where.value = next;
  drawer.value = false;
  markRead();
}

/** The channel that is on screen; null on the app's Home and About. */
export const channelOnScreen = computed<ChannelSeen | null>(() => {
  const { value: at } = where;
  const id = at.kind === 'channel' ? at.id : at.tab === 'messages' ? snapshot.value?.app.dm : null;
  return snapshot.value?.channels.find((one) => one.id === id) ?? null;
});

export const messagesOf = (channel: string): readonly MessageSeen[] =>
  snapshot.value?.messages.filter((one) => one.channel === channel) ?? [];

/** Last message read, by viewer and channel. */
const read = signal<Readonly<Record<string, string>>>({});
const readKey = (channel: string): string => `${viewer.value?.user} ${channel}`;
const opened = new Set<string>();

function markRead(): void {
  const user = viewer.value?.user ?? '';
  const all = snapshot.value?.messages ?? [];
  const last = (channel: string) =>
    all.filter((one) => one.channel === channel).reduce((ts, one) => (one.ts > ts ? one.ts : ts), '0');
  const channels = opened.has(user)
    ? [channelOnScreen.value?.id ?? '']
    : snapshot.value?.channels.map(({ id }) => id);
  opened.add(user);
  const fresh = (channels ?? []).map((id) => [readKey(id), last(id)] as const);
  if (fresh.some(([key, ts]) => read.value[key] !== ts))
    read.value = { ...read.value, ...Object.fromEntries(fresh) };
}

export const unreadIn = (channel: string): number =>
  messagesOf(channel).filter((one) => one.ts > (read.value[readKey(channel)] ?? '0')).length;

export function listen(): void {
  const source = new EventSource('/sandbox/changes');
  source.addEventListener('change', () => void refresh());
  source.addEventListener('error', () => {
    isConnected.value = false;
  });
  setInterval(() => {
    now.value = Date.now();
  }, 30_000);
}
