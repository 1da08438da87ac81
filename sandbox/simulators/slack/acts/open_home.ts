import type { Session } from '../delivery/deliver.ts';
import { emit } from '../delivery/events.ts';
import type { Who } from '../delivery/payloads.ts';
import { nextTs } from '../state/clock.ts';
import { dmOf, homeIdOf } from '../state/conversations.ts';
import { viewOnWire } from '../state/wire/to_wire.ts';

/** Clicking the app's name: Slack sends app_home_opened, and shows meanwhile what was published last. */
export function openHome(session: Session, who: Who, tab: 'home' | 'messages' = 'home'): Promise<boolean> {
  const { slackState, team, user } = who;
  const view = team.homes.get(user.id);
  const published = view === undefined || tab !== 'home' ? {} : { view: viewOnWire(slackState, team, view) };
  const channel = dmOf(slackState, team, user.id).id;
  const event_ts = nextTs(slackState);
  const event = { type: 'app_home_opened', user: user.id, channel, tab, event_ts, ...published };
  return emit(session, team, event, undefined, homeIdOf(slackState, team, user));
}
