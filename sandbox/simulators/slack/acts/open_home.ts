import type { Desk } from '../delivery/deliver.ts';
import { emit } from '../delivery/events.ts';
import type { Who } from '../delivery/payloads.ts';
import { nextTs } from '../state/clock.ts';
import { dmOf, homeIdOf } from '../state/conversations.ts';
import { viewOnWire } from '../state/wire/to_wire.ts';

/** Clicking the app's name: Slack tells the app, and shows what was published last meanwhile. */
export function openHome(desk: Desk, who: Who, tab: 'home' | 'messages' = 'home'): Promise<boolean> {
  const { world, team, user } = who;
  const view = team.homes.get(user.id);
  const published = view === undefined || tab !== 'home' ? {} : { view: viewOnWire(world, team, view) };
  const channel = dmOf(world, team, user.id).id;
  const event_ts = nextTs(world);
  const event = { type: 'app_home_opened', user: user.id, channel, tab, event_ts, ...published };
  return emit(desk, team, event, undefined, homeIdOf(world, team, user));
}
