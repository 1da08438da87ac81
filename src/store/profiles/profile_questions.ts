import type { EnvironmentKind } from '../../core/checks/check.ts';
import type { ProfileMatch } from '../../core/checks/check_detail.ts';
import { isUuid } from '../../core/id.ts';
import type {
  AskedEnvironment,
  AskedProfile,
  ProfileQuestion,
} from '../../core/profiles/profile_question.ts';
import type { Queryable } from '../postgres/client/database.ts';
import { waitingForProfiles } from './profile_candidates.ts';

export async function insertQuestion(
  db: Queryable,
  question: { workspaceId: string; id: string; channelId: string; profileIds: readonly string[] },
  now: Date,
): Promise<void> {
  await db.query(
    'insert into profile_question (workspace_id, id, channel_id, profile_ids, created_at) values ($1, $2, $3, $4, $5)',
    [question.workspaceId, question.id, question.channelId, question.profileIds, now],
  );
}

/** Which of these profiles a question was asked about already: each is asked about once. */
export async function askedProfileIds(
  db: Queryable,
  workspaceId: string,
  profileIds: readonly string[],
): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `select distinct asked.id from profile_question question, unnest(question.profile_ids) as asked (id)
     where question.workspace_id = $1 and question.profile_ids && $2::text[] and asked.id = any($2::text[])`,
    [workspaceId, profileIds],
  );
  return rows.map((row) => row.id);
}

/** Questions about one of these profiles, in every channel. */
export async function questionsAbout(
  db: Queryable,
  workspaceId: string,
  profileIds: readonly string[],
): Promise<{ id: string; channelId: string }[]> {
  return db.query(
    `select id, channel_id as "channelId" from profile_question
     where workspace_id = $1 and profile_ids && $2::text[] order by id`,
    [workspaceId, profileIds],
  );
}

/** The newest questions of a channel. Cost: as many as it was ever asked, by index. */
export async function newestQuestionsIn(
  db: Queryable,
  workspaceId: string,
  channelId: string,
  limit: number,
): Promise<{ id: string; channelId: string }[]> {
  return db.query(
    `select id, channel_id as "channelId" from profile_question
     where workspace_id = $1 and channel_id = $2 order by id desc limit $3`,
    [workspaceId, channelId, limit],
  );
}

/** "None of these apps": remembered with the question. */
export async function dismissInQuestion(
  db: Queryable,
  workspaceId: string,
  questionId: string,
  profileId: string,
): Promise<void> {
  await db.query(
    `update profile_question set dismissed_ids = dismissed_ids || $3::text
     where workspace_id = $1 and id = $2 and not dismissed_ids @> array[$3::text]`,
    [workspaceId, questionId, profileId],
  );
}

interface ProfileRow {
  id: string;
  name: string;
  removed: boolean;
  dismissed: boolean;
  app_name: string | null;
  kind: EnvironmentKind | null;
  matched_by: ProfileMatch | null;
  matched_user: string | null;
}

export async function readQuestion(
  db: Queryable,
  workspaceId: string,
  questionId: string,
): Promise<ProfileQuestion | null> {
  if (!isUuid(questionId)) return null;
  const [question] = await db.query<{ channel_id: string }>(
    'select channel_id from profile_question where workspace_id = $1 and id = $2',
    [workspaceId, questionId],
  );
  if (question === undefined) return null;
  const profiles = await readAsked(db, workspaceId, questionId);
  const open = profiles.filter((profile) => profile.state.kind === 'open').map((profile) => profile.id);
  const place = { channelId: question.channel_id, environments: 100 };
  const waiting = await waitingForProfiles(db, workspaceId, open, place);
  return {
    id: questionId,
    channelId: question.channel_id,
    profiles,
    waiting: distinctEnvironments(waiting),
  };
}

async function readAsked(db: Queryable, workspaceId: string, questionId: string): Promise<AskedProfile[]> {
  const rows = await db.query<ProfileRow>(
    `select profile.id, profile.name, (profile.removed_at is not null or not profile.active) as removed,
            question.dismissed_ids @> array[profile.id] as dismissed, app.name as app_name, env.kind,
            profile.matched_by, profile.matched_user
     from profile_question question
     join connector_profile profile
       on profile.workspace_id = question.workspace_id and profile.id = any(question.profile_ids)
     left join environment env on env.workspace_id = profile.workspace_id and env.id = profile.environment_id
     left join zoom_app app on app.workspace_id = env.workspace_id and app.id = env.zoom_app_id
     where question.workspace_id = $1 and question.id = $2
     order by profile.first_seen_at, profile.name`,
    [workspaceId, questionId],
  );
  return rows.map((row) => ({ id: row.id, name: row.name, state: stateOf(row) }));
}

function stateOf(row: ProfileRow): AskedProfile['state'] {
  if (row.app_name !== null && row.kind !== null && row.matched_by !== null) {
    return {
      kind: 'assigned',
      appName: row.app_name,
      environment: row.kind,
      matchedBy: row.matched_by,
      by: row.matched_user,
    };
  }
  if (row.removed) return { kind: 'removed' };
  return row.dismissed ? { kind: 'dismissed' } : { kind: 'open' };
}

function distinctEnvironments(waiting: readonly AskedEnvironment[]): AskedEnvironment[] {
  const byId = new Map(waiting.map((one) => [one.environmentId, one]));
  return [...byId.values()].map(({ environmentId, appId, appName, environment }) => ({
    environmentId,
    appId,
    appName,
    environment,
  }));
}
