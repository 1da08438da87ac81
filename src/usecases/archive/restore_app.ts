import { isName } from '../../core/apps/app_name.ts';
import { checkOf, type Environment, type ZoomApp, type ZoomAppCard } from '../../core/apps/zoom_app.ts';
import { isOver, nextAgeStep } from '../../core/checks/ageing.ts';
import { stageOf } from '../../core/checks/stage.ts';
import { nextSecretStep } from '../../core/credentials/secret_age.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { readEnvironmentsOf } from '../../store/apps/environments.ts';
import { appendEvent } from '../../store/apps/events.ts';
import { saveBaselines, saveStages } from '../../store/apps/save_environments.ts';
import { findZoomAppByName, lockZoomApp } from '../../store/apps/zoom_apps.ts';
import { markRestored } from '../../store/archive/archived_apps.ts';
import { readReleasedProfile } from '../../store/archive/released_profiles.ts';
import { type AgeOf, saveAges } from '../../store/checks/attestation_ages.ts';
import { beginAccountChecks } from '../../store/checks/linked_accounts.ts';
import { saveNextReminders } from '../../store/checks/secret_ages.ts';
import { enqueue } from '../../store/jobs.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { giveProfiles } from '../../store/profiles/profile_assignments.ts';
import { environmentsWithFingerprint } from '../../store/secrets/stored_secrets.ts';
import { cardOf } from '../apps/read_card.ts';
import { changeAppUnless, type Denied } from '../changes/change_app.ts';
import type { By, Context, Deciding } from '../changes/context.ts';
import { notifyWatchers, redrawQuestionsIn } from '../changes/notify_watchers.ts';
import { recordOutcome } from '../changes/record_outcome.ts';
import { compareChangedApp } from '../drift/compare_apps.ts';
import { profileOutcome } from '../profiles/take_profiles.ts';

type Needs = Pick<Context, Deciding | 'clock' | 'newId'>;

export type RestoreRefusal = Denied | 'not_archived' | 'name_taken';

/**
 * Brings an archived app back, with the checks as they were: a profile that it had, if nobody else has it; questions, reminders and polls go
 * on. Secrets were destroyed, and are entered again. `name`: a new one, where another app has its name by now (`name_taken`).
 */
export async function restoreApp(
  ctx: Needs,
  input: By & { readonly appId: string; readonly name?: string | undefined },
): Promise<Result<ZoomAppCard, RestoreRefusal>> {
  const { workspaceId, actor } = input;
  return changeAppUnless<ZoomAppCard, 'name_taken', 'not_archived'>(
    ctx,
    input,
    'archive',
    notArchived,
    async (tx, archived) => {
      const name = input.name?.trim() ?? archived.name;
      if (!isName(name) || (await findZoomAppByName(tx, workspaceId, name)) !== null)
        return Err('name_taken');
      await markRestored(tx, archived, name, actor, ctx.clock.now());
      const app = await lockZoomApp(tx, workspaceId, archived.id);
      if (app === null) throw new Error('the app that was just restored is gone');
      await announce(tx, ctx, archived, app, actor);
      for (const environment of await restoreStages(tx, app)) await resume(tx, ctx, app, environment, actor);
      await redrawQuestionsIn(tx, ctx, workspaceId, app.channelId);
      await compareChangedApp(tx, ctx, app);
      await enqueue(tx, { task: 'poll_stackone', workspaceId });
      return Ok(await cardOf(tx, app));
    },
  );
}

const notArchived = ({ archivedAt }: ZoomApp): 'not_archived' | null =>
  archivedAt === null ? 'not_archived' : null;

async function announce(
  tx: Queryable,
  ctx: Needs,
  archived: ZoomApp,
  { workspaceId, id, name }: ZoomApp,
  actor: string,
): Promise<void> {
  const renamed = name === archived.name ? {} : { before: archived.name };
  await appendEvent(tx, {
    id: ctx.newId(),
    workspaceId,
    at: ctx.clock.now(),
    kind: 'zoom_app_restored',
    actor,
    appId: id,
    detail: { name, ...renamed },
  });
  const withoutSecret = (await environmentsWithFingerprint(tx, workspaceId, id)).length;
  await notifyWatchers(tx, ctx, { workspaceId, appId: id }, [
    {
      where: 'channel',
      message: { kind: 'app_restored', appId: id, appName: name, by: actor, withoutSecret, ...renamed },
    },
  ]);
}

/** Each environment stands again where its checks say. Returns them so. */
async function restoreStages(tx: Queryable, { workspaceId, id }: ZoomApp): Promise<Environment[]> {
  const environments = (await readEnvironmentsOf(tx, workspaceId, [id])).map((environment) => {
    const wasLive = environment.liveAt !== null;
    return { ...environment, stage: stageOf(environment.checks, { wasLive, archived: false }) };
  });
  await saveStages(
    tx,
    workspaceId,
    environments.map(({ id: environmentId, stage, liveAt }) => ({ environmentId, stage, liveAt })),
  );
  return environments;
}

/** What goes on by itself for an environment: its profile, its accounts, the ends of what people said, reminders. */
async function resume(
  tx: Queryable,
  ctx: Needs,
  app: ZoomApp,
  environment: Environment,
  actor: string,
): Promise<void> {
  const { workspaceId } = app;
  const now = ctx.clock.now();
  const ages = environment.checks.flatMap((check): AgeOf[] => {
    if (check.expiresAt === null || check.reason === 'attestation_expired') return [];
    const dueAt = isOver(check, now) ? now : nextAgeStep(check.expiresAt, now);
    return [{ environmentId: environment.id, name: check.name, expiresAt: null, dueAt }];
  });
  await saveAges(tx, workspaceId, ages);
  const dueAt = nextSecretStep(environment.secretAge, now);
  await saveNextReminders(tx, workspaceId, [{ environmentId: environment.id, dueAt }]);
  if (await takeBack(tx, ctx, app, environment, actor)) return;
  // Profiles that StackOne lists by now are nothing new to it.
  await saveBaselines(tx, workspaceId, [environment.id], null);
  await openProfile(tx, ctx, app, environment, actor);
}

/** The profile that it gave up, if it is still there and belongs to nobody else. */
async function takeBack(
  tx: Queryable,
  ctx: Needs,
  app: ZoomApp,
  environment: Environment,
  actor: string,
): Promise<boolean> {
  const { workspaceId } = app;
  const profile = await readReleasedProfile(tx, workspaceId, environment.id);
  if (profile === null) return false;
  const { detail, attestedBy } = checkOf(environment, 'connector_profile');
  const how = detail.matchedBy ?? 'adopted';
  const user = how === 'person' || how === 'adopted' ? (attestedBy ?? actor) : null;
  const assignment = { profileId: profile.id, environmentId: environment.id, how, user };
  await giveProfiles(tx, workspaceId, [assignment]);
  await beginAccountChecks(tx, workspaceId, [environment.id]);
  const outcome = profileOutcome({ ...profile, matchedBy: how, matchedUser: user });
  await recordOutcome(tx, ctx, app, environment, 'connector_profile', outcome, { actor });
  return true;
}

/** Its profile is gone, or another app's by now: it waits for one, and accounts of the other one say nothing about it. */
async function openProfile(
  tx: Queryable,
  ctx: Needs,
  app: ZoomApp,
  environment: Environment,
  actor: string,
): Promise<void> {
  let found = environment;
  for (const name of ['connector_profile', 'linked_account'] as const) {
    if (checkOf(found, name).lastKnown === 'pending') continue;
    const open = { kind: 'pending', reason: null } as const;
    found = (await recordOutcome(tx, ctx, app, found, name, open, { actor })).environment;
  }
}
