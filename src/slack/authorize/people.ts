import { WebAPIPlatformError, WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import type { MemberStatus } from '../../core/apps/member_status.ts';
import { isUserId } from '../../core/slack_ids.ts';
import { cannotSeePeople } from '../granted_scopes.ts';
import type { WorkspaceIdentity } from '../web_api/connect_workspace.ts';
import { factsIn, type PersonFacts } from './person_facts.ts';
import type { TokenCheckState } from './token_check.ts';

/** Member statuses change seldom; a deactivated account is noticed after this time at the latest. */
const STATUS_KEPT_MS = 5 * 60_000;
/** Somebody may become an admin, or stop being one: noticed after this time at the latest. */
const ADMIN_KEPT_MS = 60_000;
const MOST_KEPT = 1_000;
/** Most people of one call; more than a form takes. Others are `unknown`. */
const MOST_PEOPLE = 50;
/** Most calls of `users.info` at the same time: more would queue in the SDK, past the deadline of a form. Others are `unknown`. */
const MOST_CALLS = 100;
/** Where Slack does not say which scopes it granted: a token without `users:read` may get it, when the app is installed again. */
const WITHOUT_SCOPE_MS = 10 * 60_000;

export type MemberStatusesOf = (userIds: readonly string[]) => Promise<ReadonlyMap<string, MemberStatus>>;
export type TimeZonesOf = (userIds: readonly string[]) => Promise<ReadonlyMap<string, string | null>>;
export type IsWorkspaceAdmin = (userId: string) => Promise<boolean | null>;

/** What Greenroom asks Slack of people. None of them throws, and all end before the deadline of a form. */
interface People {
  readonly memberStatusesOf: MemberStatusesOf;
  /** IANA; null: Slack was asked too much, and says it in a while. People of whom it does not say it are left out. */
  readonly timeZonesOf: TimeZonesOf;
  /** An admin or owner of the workspace, or of the organisation where the bot is installed for it? Null: Slack did not say. */
  readonly isWorkspaceAdmin: IsWorkspaceAdmin;
}

interface Kept {
  readonly facts: PersonFacts;
  readonly readMs: number;
}

interface SaidOfPerson extends PersonFacts {
  /** Slack takes no more calls just now, and says it in a while. */
  readonly isLater?: boolean;
}

/** Slack does not say, or not in time. */
const nothingSaid: SaidOfPerson = { memberStatus: 'unknown', isAdmin: null, timeZone: null };
const notYet: SaidOfPerson = { ...nothingSaid, isLater: true };
const nobody: SaidOfPerson = { memberStatus: 'not_found', isAdmin: null, timeZone: null };

/**
 * Reads people from `users.info`, each once for all that is asked of them. It needs the scope `users:read`: a token that is known to lack
 * it asks nothing. Without it, or where Slack does not answer in time, a status is `unknown`, except for what an id itself says. Each
 * process caches what Slack said.
 */
export function createPeople(options: {
  /** One short try for each call. */
  readonly client: WebClient;
  readonly access: () => TokenCheckState;
  readonly now?: () => number;
}): People {
  const { client, access, now = Date.now } = options;
  const cache = new Map<string, Kept>();
  /** One call for a person at a time, however many requests need it. */
  const calls = new Map<string, Promise<SaidOfPerson>>();
  let noCalls = { untilMs: 0, answer: nothingSaid };

  const read = async (userId: string, identity: WorkspaceIdentity, keptMs: number): Promise<SaidOfPerson> => {
    const kept = cache.get(userId);
    if (kept !== undefined && now() < kept.readMs + keptMs) return kept.facts;
    const running = calls.get(userId);
    if (running !== undefined) return running;
    if (cannotSeePeople(identity.grantedScopes)) return nothingSaid;
    if (now() < noCalls.untilMs) return noCalls.answer;
    if (calls.size >= MOST_CALLS) return notYet;
    const call = fetchFacts(userId, identity).finally(() => calls.delete(userId));
    calls.set(userId, call);
    return call;
  };

  const fetchFacts = async (userId: string, identity: WorkspaceIdentity): Promise<SaidOfPerson> => {
    const facts: SaidOfPerson = await client.users.info({ user: userId }).then(
      ({ user }) => factsIn(user, identity),
      (error: unknown) => {
        const untilMs = now() + coolDownMs(error);
        const answer = error instanceof WebAPIRateLimitedError ? notYet : nothingSaid;
        if (untilMs > noCalls.untilMs) noCalls = { untilMs, answer };
        return codeOf(error) === 'user_not_found' ? nobody : answer;
      },
    );
    if (facts.memberStatus !== 'unknown') keep(cache, userId, { facts, readMs: now() });
    return facts;
  };

  return {
    async memberStatusesOf(userIds) {
      const state = access();
      if (state.kind !== 'known') return new Map();
      const statusOf = async (userId: string): Promise<[string, MemberStatus]> => [
        userId,
        byIdAlone(userId, state.identity) ??
          (await read(userId, state.identity, STATUS_KEPT_MS)).memberStatus,
      ];
      return new Map(await Promise.all(userIds.slice(0, MOST_PEOPLE).map(statusOf)));
    },
    async timeZonesOf(userIds) {
      const state = access();
      if (state.kind !== 'known') return new Map();
      const { identity } = state;
      const people = userIds.slice(0, MOST_PEOPLE).filter((userId) => byIdAlone(userId, identity) === null);
      const zoneOf = async (userId: string) => {
        const facts = await read(userId, identity, STATUS_KEPT_MS);
        // Where Slack does not answer now, what it said last is more likely than the workspace's.
        const timeZone = facts.timeZone ?? cache.get(userId)?.facts.timeZone ?? null;
        return timeZone === null && facts.isLater !== true ? [] : [[userId, timeZone] as const];
      };
      return new Map((await Promise.all(people.map(zoneOf))).flat());
    },
    async isWorkspaceAdmin(userId) {
      const state = access();
      return state.kind === 'known' ? (await read(userId, state.identity, ADMIN_KEPT_MS)).isAdmin : null;
    },
  };
}

function codeOf(error: unknown): string {
  return error instanceof WebAPIPlatformError ? error.data.error : '';
}

/** For how long a call would only fail the same way. */
function coolDownMs(error: unknown): number {
  if (error instanceof WebAPIRateLimitedError) return Math.min(error.retryAfter * 1_000, WITHOUT_SCOPE_MS);
  return codeOf(error) === 'missing_scope' ? WITHOUT_SCOPE_MS : 0;
}

function keep(cache: Map<string, Kept>, userId: string, kept: Kept): void {
  cache.delete(userId);
  cache.set(userId, kept);
  const [oldest] = cache.keys();
  if (cache.size > MOST_KEPT && oldest !== undefined) cache.delete(oldest);
}

/** Without a call: Greenroom itself, Slackbot, and what is no user's id. */
function byIdAlone(userId: string, { botUserId }: WorkspaceIdentity): MemberStatus | null {
  if (userId === botUserId || userId === 'USLACKBOT') return 'bot';
  return isUserId(userId) ? null : 'not_found';
}
