import type { DeclaredScope, ZoomApp, ZoomAppCard } from '../../core/apps/zoom_app.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { deleteDraft, lockDraft, readDraftOf } from '../../store/apps/drafts.ts';
import { appendEvent } from '../../store/apps/events.ts';
import { insertZoomApp, setScopes } from '../../store/apps/save_zoom_app.ts';
import { setNeeds } from '../../store/apps/zoom_app_needs.ts';
import { lockZoomApp } from '../../store/apps/zoom_apps.ts';
import { enqueue } from '../../store/jobs.ts';
import { setOwners } from '../../store/ownership/owners.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { insertOwnWatch } from '../../store/watches/watches.ts';
import type { By, Context, Deciding } from '../changes/context.ts';
import { notifyWatchers } from '../changes/notify_watchers.ts';
import { allowedIn } from '../changes/roles/allowed.ts';
import { retryAsAdmin } from '../changes/roles/retry_as_admin.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';
import { draftMark } from '../drafts/drafts.ts';
import { compareChangedApp } from '../drift/compare_apps.ts';
import { type ConfirmRefusal, rememberConfirmed } from '../scopes/confirmed_scopes.ts';
import { declare, draftScopes } from '../scopes/declared_scopes.ts';
import { checkOwners } from './check_owners.ts';
import { type CompleteAnswers, completeAnswers, openPairs } from './complete_draft.ts';
import { cardOf } from './read_card.ts';
import { startEnvironment } from './start_environment.ts';

export type RegisterRefusal =
  | 'draft_gone'
  | 'draft_changed'
  | 'incomplete'
  | 'name_taken'
  | 'no_owner'
  | ConfirmRefusal
  | 'secrets_gone'
  | 'secrets_never'
  | 'scopes_blocking'
  | 'not_admin';

type Needs = Pick<Context, Deciding | 'vault' | 'clock' | 'newId' | 'settings' | 'memberStatusesOf'>;

type Input = By & { readonly draftId: string; readonly mark?: string | undefined };

/**
 * Turns a draft into a Zoom app: app, owners, scopes, environments with sealed secrets, watch, first card and checks,
 * in one transaction; an `Err` leaves the draft as it was. Submitting twice registers once: the second finds no draft any
 * more (`draft_gone`). `mark`: fingerprint of the answers that the review showed (`draftMark`); with answers typed in another
 * window since then, the review is shown again. Undefined for a form of an earlier release.
 */
export async function registerZoomApp(
  ctx: Needs,
  input: Input,
): Promise<Result<{ card: ZoomAppCard }, RegisterRefusal>> {
  const owners = (await readDraftOf(ctx.db, input.workspaceId, input.actor))?.answers.owners ?? [];
  if ((await checkOwners(ctx, { ...input, owners })).length > 0) return Err('no_owner');
  const checkedOwners = new Set(owners);
  return retryAsAdmin(ctx, input.actor, (adminInSlack) =>
    withWorkspaceLock<Result<{ card: ZoomAppCard }, RegisterRefusal>>(ctx, input.workspaceId, async (tx) => {
      // Nobody owns what is not registered yet.
      const { may } = await allowedIn(tx, ctx, input, { owners: [] }, adminInSlack);
      return may('register') ? register(tx, ctx, input, checkedOwners) : Err('not_admin');
    }),
  );
}

async function register(
  tx: Queryable,
  ctx: Needs,
  input: Input,
  checkedOwners: ReadonlySet<string>,
): Promise<Result<{ card: ZoomAppCard }, RegisterRefusal>> {
  const { workspaceId, draftId, actor: userId } = input;
  const draft = await lockDraft(tx, { workspaceId, draftId, userId });
  if (draft === null) return Err('draft_gone');
  if (input.mark !== undefined && input.mark !== draftMark(draft.answers)) return Err('draft_changed');
  const answers = completeAnswers(draft.answers);
  if (answers === null) return Err('incomplete');
  // Edited between the check and this lock: the form shows its owners again.
  if (answers.owners.some((owner) => !checkedOwners.has(owner))) return Err('no_owner');
  const written = await draftScopes(answers, answers.managementType);
  const scopes = await declare(written, answers.managementType, {
    confirmed: answers.confirmedScopes ?? [],
    by: input.actor,
  });
  if (!scopes.ok) return Err('scopes_blocking');
  const pairs = await openPairs(tx, ctx, draft, answers);
  if (!pairs.ok) return pairs;
  const inserted = await insertApp(tx, ctx, input, answers, scopes.value);
  if (!inserted.ok) return inserted;
  const app = inserted.value;
  for (const pair of pairs.value)
    await startEnvironment(tx, ctx, app, { ...pair, actor: userId, baselineAt: draft.baselineAt });
  await deleteDraft(tx, { workspaceId, draftId, userId });
  await enqueue(tx, { task: 'poll_stackone', workspaceId });
  return Ok({ card: await cardOf(tx, app) });
}

async function insertApp(
  tx: Queryable,
  ctx: Needs,
  by: By,
  answers: CompleteAnswers,
  scopes: readonly DeclaredScope[],
): Promise<Result<ZoomApp, 'name_taken' | ConfirmRefusal>> {
  const { workspaceId, actor } = by;
  const now = ctx.clock.now();
  const id = ctx.newId();
  const { name, managementType, channelId, purpose = '', scopeDescription = '' } = answers;
  const fields = { workspaceId, id, name, managementType, channelId, purpose, scopeDescription };
  if (!(await insertZoomApp(tx, fields, actor, now))) return Err('name_taken');
  await setOwners(tx, { workspaceId, id }, answers.owners);
  await setScopes(tx, { workspaceId, id }, scopes);
  await setNeeds(tx, { workspaceId, appId: id }, answers.needs ?? []);
  const remembered = await rememberConfirmed(tx, ctx, { workspaceId, actor, appId: id }, scopes);
  if (!remembered.ok) return remembered;
  await insertOwnWatch(tx, { workspaceId, channelId, appId: id }, actor, now);
  await appendEvent(tx, {
    id: ctx.newId(),
    workspaceId,
    at: now,
    kind: 'zoom_app_registered',
    actor,
    appId: id,
    detail: { name, managementType, environments: answers.environments, scopes: scopes.length },
  });
  await notifyWatchers(tx, ctx, { workspaceId, appId: id }, [
    { where: 'thread', message: { kind: 'registered', by: actor, appId: id, appName: name } },
  ]);
  const app = await lockZoomApp(tx, workspaceId, id);
  if (app === null) throw new Error('the app that was just registered is gone');
  await compareChangedApp(tx, ctx, app);
  return Ok(app);
}
