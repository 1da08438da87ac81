import { z } from 'zod';
import type { WorkspaceIdentity } from '../web_api/connect_workspace.ts';

const text = z.string().nullish();
const anything = z.unknown().optional();
const view = z.object({ team_id: text, app_installed_team_id: text }).nullish();
const team = z.object({ id: text, enterprise_id: text }).nullish();

/** The fields that say where the person of a payload belongs; everything else is parsed in requests/. */
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

/** `undecided`: nothing in the payload contradicts it, and nothing proves it; `users.info` can say of this user. */
export type Home =
  | { readonly kind: 'ours' }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'undecided'; readonly userId: string };

/**
 * Does the person who did this belong to the workspace (or the organisation) that Greenroom works for? T20: in a channel
 * that is shared through Slack Connect people of other workspaces press buttons and send forms too. Then `team.id` and
 * `view.app_installed_team_id` name the workspace of the app, and the person's own is in
 * - `user.team_id`, for everything interactive; in a view without it `view.team_id`, where the view was opened;
 * - `team_id`, for a slash command: where it was typed, which needs the app to be installed there;
 * - for events `event.user_team` and `event.team`, and `team_id` and `context_team_id` of the envelope, which name the
 *   workspace where it happened. A Home that is opened may carry no more than the envelope.
 * One that is not ours decides. What names no workspace of a person is decided by `users.info`, never by the conversation.
 *
 * An organisation decides by its own id. A payload for an organisation-wide installation may hold no more than `enterprise` (the
 * app's), `team: null` and the person's workspace without its organisation: that is how it comes for people of ours and for a guest of a
 * shared channel alike, so that it decides nothing.
 * Sources: bolt-js#1614 (in a form `team` may be an external person's), bolt-python#23 (`team: null`), java-slack-sdk#1041,
 * docs.slack.dev/reference/interaction-payloads (`user.team_id` may be an organisation's id), how bolt-python finds the actor of a
 * request.
 */
export function homeOf(body: unknown, identity: WorkspaceIdentity): Home {
  const parsed = payload.safeParse(body);
  if (!parsed.success) return { kind: 'elsewhere' };
  const given = parsed.data;
  const userId = actorOf(given);
  // Slackbot and Greenroom itself press no buttons.
  if (userId === 'USLACKBOT' || userId === identity.botUserId) return { kind: 'elsewhere' };
  const verdict = identity.orgWide ? inOrg(given, identity) : inTeam(given, identity);
  if (verdict !== 'undecided') return { kind: verdict };
  return userId === null ? { kind: 'elsewhere' } : { kind: 'undecided', userId };
}

type Verdict = Home['kind'];

function actorOf({ user_id, user, event }: Payload): string | null {
  const id = user_id ?? user?.id ?? event?.user;
  return typeof id === 'string' && id !== '' ? id : null;
}

const present = (ids: readonly unknown[]): string[] =>
  ids.filter((id): id is string => typeof id === 'string' && id !== '');

/** The id of an organisation, where Slack gives it instead of a workspace's. */
const isOrg = (id: string): boolean => id.startsWith('E');

/** Slack names a second workspace only when the view was opened in another one than that of the app. */
function isOpenedElsewhere({ view, event }: Payload): boolean {
  const { team_id, app_installed_team_id } = view ?? event?.view ?? {};
  const both = present([team_id, app_installed_team_id]);
  return both.length === 2 && !both.some(isOrg) && team_id !== app_installed_team_id;
}

/** Where the payload says that the person belongs: workspaces, or organisations in their place. */
const personsHomes = ({ event, command, team_id, user, view }: Payload): string[] =>
  present(
    event
      ? [event.user_team, event.source_team, event.team]
      : command
        ? [team_id]
        : [user?.team_id || view?.team_id],
  );

const envelopesHomes = ({ event, team_id, context_team_id }: Payload): string[] =>
  event ? present([team_id, context_team_id]) : [];

/** A shared conversation, and nothing says where the person belongs: the envelope may be that of the app. */
const isSharedAndSilent = ({ event, is_ext_shared_channel }: Payload): boolean =>
  Boolean(event && is_ext_shared_channel === true && !event.user_team);

function inTeam(given: Payload, { workspaceId }: WorkspaceIdentity): Verdict {
  const named = [...personsHomes(given), ...envelopesHomes(given)];
  const teams = named.filter((id) => !isOrg(id));
  const org = organisationsOf(given)[0];
  if (isOpenedElsewhere(given) || teams.some((id) => id !== workspaceId)) return 'elsewhere';
  if (named.some((id) => isOrg(id) && id !== org)) return 'elsewhere';
  return teams.length === 0 || isSharedAndSilent(given) ? 'undecided' : 'ours';
}

/** Of the app or of the conversation, not of the person. */
const organisationsOf = (given: Payload): string[] =>
  present([
    given.authorizations?.[0]?.enterprise_id,
    given.enterprise?.id,
    given.team?.enterprise_id,
    given.context_enterprise_id,
    given.enterprise_id,
  ]);

function inOrg(given: Payload, { workspaceId }: WorkspaceIdentity): Verdict {
  const around = [...organisationsOf(given), ...envelopesHomes(given).filter(isOrg)];
  if (around.length === 0 || around.some((id) => id !== workspaceId)) return 'elsewhere';
  const own = present([given.user?.enterprise_id, ...personsHomes(given).filter(isOrg)]);
  if (own.length > 0) return own.every((id) => id === workspaceId) ? 'ours' : 'elsewhere';
  return isWorkspaceOfOrg(given, workspaceId) ? 'ours' : 'undecided';
}

/** Does the payload itself say that the person's workspace belongs to the organisation? */
function isWorkspaceOfOrg(given: Payload, orgId: string): boolean {
  const { event, command, team, user, team_id, enterprise_id } = given;
  if (event || isOpenedElsewhere(given)) return false;
  if (command) return Boolean(team_id) && enterprise_id === orgId;
  return Boolean(user?.team_id) && user?.team_id === team?.id && team?.enterprise_id === orgId;
}
