import { z } from 'zod';
import type { WorkspaceIdentity } from '../web_api/connect_workspace.ts';

const text = z.string().nullish();
const anything = z.unknown().optional();
const view = z.object({ team_id: text, app_installed_team_id: text }).nullish();
const team = z.object({ id: text, enterprise_id: text }).nullish();

/** The fields by which a payload tells where its person is at home; everything else is left to the readers in payloads/. */
const payload = z.object({
  command: text,
  team_id: text,
  context_team_id: text,
  enterprise_id: text,
  context_enterprise_id: text,
  is_ext_shared_channel: z.boolean().nullish(),
  user_id: text,
  user: z.object({ id: text, team_id: text, enterprise_id: text }).nullish(),
  team,
  enterprise: z.object({ id: text }).nullish(),
  view,
  event: z.object({ user: anything, user_team: text, source_team: text, team: anything, view }).nullish(),
  authorizations: z.array(z.object({ enterprise_id: text })).nullish(),
});

type Payload = z.infer<typeof payload>;

/**
 * Is the person who did this at home in the workspace (or the organisation) that Greenroom works for? T20: in a channel
 * that is shared through Slack Connect people of other workspaces press buttons and send forms too. Then `team.id` and
 * `view.app_installed_team_id` name the workspace of the app, and the person's own stands in
 * - `user.team_id`, for everything interactive; in a view without it `view.team_id`, where the view was opened;
 * - `team_id`, for a slash command: where it was typed;
 * - for events `event.user_team` and `event.team`, and `team_id` and `context_team_id` of the envelope, which name the
 *   workspace where it happened. A Home that is opened may carry no more than the envelope.
 * All that is given must be ours. What names no workspace at all is nobody's: a person of ours who is turned away can ask, a
 * stranger who was let in cannot be undone. Likewise an event of a shared channel that does not tell whose it is.
 * An organisation decides by its own id: `user.enterprise_id`, else the one of the payload, for a person whose workspace is that of
 * the payload. Sources: bolt-js#1614,
 * java-slack-sdk#1041, how bolt-python finds the actor of a request.
 */
export function isAtHome(body: unknown, identity: WorkspaceIdentity): boolean {
  const parsed = payload.safeParse(body);
  if (!parsed.success) return false;
  const given = parsed.data;
  if (isNoPerson(given, identity) || isOpenedElsewhere(given.view ?? given.event?.view)) return false;
  const named = homesNamed(given);
  if (given.event && given.is_ext_shared_channel === true && !given.event.user_team) return false;
  return identity.orgWide ? isInOrg(given, named, identity) : isInTeam(given, named, identity);
}

/** Slackbot and we ourselves press nothing. */
function isNoPerson({ user_id, user, event }: Payload, { botUserId }: WorkspaceIdentity): boolean {
  const id = user_id ?? user?.id ?? event?.user;
  return id === 'USLACKBOT' || id === botUserId;
}

/** Slack names a second workspace only when the view was opened in another one than that of the app. */
function isOpenedElsewhere(shown: z.infer<typeof view>): boolean {
  const { team_id, app_installed_team_id } = shown ?? {};
  return Boolean(team_id && app_installed_team_id && team_id !== app_installed_team_id);
}

function homesNamed(given: Payload): readonly string[] {
  const { event } = given;
  const named = event
    ? [event.user_team, event.source_team, event.team, given.context_team_id, given.team_id]
    : given.command
      ? [given.team_id]
      : [given.user?.team_id || given.view?.team_id];
  return named.filter((id): id is string => typeof id === 'string' && id !== '');
}

/** The id of an organisation, where Slack gives it instead of a workspace's. */
const isOrg = (id: string): boolean => id.startsWith('E');

function isInTeam(given: Payload, named: readonly string[], { workspaceId }: WorkspaceIdentity): boolean {
  const teams = named.filter((id) => !isOrg(id));
  const org = given.authorizations?.[0]?.enterprise_id ?? given.enterprise_id;
  return (
    teams.length > 0 &&
    teams.every((id) => id === workspaceId) &&
    named.filter(isOrg).every((id) => id === org)
  );
}

function isInOrg(given: Payload, named: readonly string[], { workspaceId }: WorkspaceIdentity): boolean {
  const own = [given.user?.enterprise_id, ...named.filter(isOrg)].filter(Boolean);
  const payloads = given.event
    ? [given.context_enterprise_id, given.enterprise_id]
    : [given.enterprise?.id ?? given.team?.enterprise_id ?? given.enterprise_id];
  const orgs = own.length > 0 ? own : payloads.filter(Boolean);
  // In a shared channel the workspace, and not its organisation, is named for people who have none.
  const isOfNoOrg = given.is_ext_shared_channel === true && given.event?.user_team?.startsWith('T') === true;
  return (
    !isOfNoOrg &&
    !isOfAnotherTeam(given, own.length > 0) &&
    orgs.length > 0 &&
    orgs.every((id) => id === workspaceId)
  );
}

/**
 * The payload's organisation is that of the conversation. It speaks for a person who names none only while their workspace is the
 * one that the payload names: with another one they may be a guest of a shared channel, whose workspace has no organisation.
 */
function isOfAnotherTeam({ event, command, user, team: ours }: Payload, namesOrg: boolean): boolean {
  if (event || command || namesOrg) return false;
  return Boolean(user?.team_id && ours?.id && user.team_id !== ours.id);
}
