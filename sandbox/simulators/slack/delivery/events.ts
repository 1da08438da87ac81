import { setTimeout as pause } from 'node:timers/promises';
import { type JsonObject, textAt, textsAt } from '../json.ts';
import { newId, now } from '../state/clock.ts';
import { channelOf, isShared } from '../state/conversations.ts';
import type { SlackState, Team } from '../state/workspace_state.ts';
import { deliver, type Session } from './deliver.ts';
import type { Envelope } from './envelope.ts';

/** The Events API: only what the manifest subscribes to, and again until the app acknowledges. */

const subscribes = (slackState: SlackState, type: string): boolean =>
  textsAt(slackState.manifest, 'settings', 'event_subscriptions', 'bot_events').includes(type);

const aboutChannels = /^member_joined_channel$|^(channel|group)_(archive|unarchive|left|deleted)$/;

/** docs: what happens to channels comes for public ones with channels:read, and for private ones with groups:read. */
function isGranted({ scopes }: SlackState, team: Team, event: JsonObject): boolean {
  if (!aboutChannels.test(textAt(event, 'type'))) return true;
  const isPrivate = channelOf(team, textAt(event, 'channel'))?.kind === 'private';
  return scopes.includes(isPrivate ? 'groups:read' : 'channels:read');
}

/** `home`: the workspace of the person who caused it, when that is another one (bolt-python: Slack Connect patterns). */
function envelopeOf({ slackState }: Session, team: Team, event: JsonObject, home: string): Envelope {
  const payload = {
    token: 'simulated-verification-token',
    team_id: home,
    context_team_id: home,
    ...(team.organisation === null ? {} : { enterprise_id: team.organisation.id }),
    context_enterprise_id: team.organisation?.id ?? null,
    api_app_id: slackState.appId,
    event,
    type: 'event_callback',
    event_id: newId(slackState, 'Ev'),
    event_time: Math.floor(now(slackState) / 1000),
    authorizations: [
      {
        enterprise_id: team.organisation?.id ?? null,
        team_id: team.organisation === null ? team.id : null,
        user_id: team.botUserId,
        is_bot: true,
        is_enterprise_install: team.organisation !== null,
      },
    ],
    is_ext_shared_channel: isShared(team, channelOf(team, textAt(event, 'channel'))),
    event_context: `4-${newId(slackState, 'e')}`,
  };
  return {
    type: 'events_api',
    kind: 'events_api',
    name: `event:${textAt(event, 'type')}`,
    team: team.id,
    payload,
  };
}

/** Resolves true once the app has acknowledged, false when Slack gave up or nobody subscribed. */
export async function emit(
  session: Session,
  team: Team,
  event: JsonObject,
  as?: string,
  home = team.id,
): Promise<boolean> {
  if (!subscribes(session.slackState, as ?? textAt(event, 'type'))) return false;
  if (!isGranted(session.slackState, team, event)) return false;
  const envelope = envelopeOf(session, team, event, home);
  if ((await deliver(session, envelope)).kind === 'acked') return true;
  for (const [index, ms] of session.slackState.limits.eventRetryMs.entries()) {
    await pause(ms, undefined, { ref: false });
    if (session.slackState.stopped) return false;
    const retry = { attempt: index + 1, reason: 'timeout' };
    if ((await deliver(session, { ...envelope, retry })).kind === 'acked') return true;
  }
  return false;
}
