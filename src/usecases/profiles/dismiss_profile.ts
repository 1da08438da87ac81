import type { AskedEnvironment } from '../../core/profiles/profile_question.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { type RoleRefusal, roleRefusal } from '../../core/roles/activities.ts';
import { markOf } from '../../ids.ts';
import { appendEvent } from '../../store/apps/events.ts';
import { readZoomApps } from '../../store/apps/zoom_apps.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { saveRejections } from '../../store/profiles/profile_assignments.ts';
import { dismissInQuestion, readQuestion } from '../../store/profiles/profile_questions.ts';
import type { By, Context, Deciding } from '../changes/context.ts';
import { redrawQuestions } from '../changes/notify_watchers.ts';
import { allowedInAll } from '../changes/roles/allowed.ts';
import { retryAsAdmin } from '../changes/roles/retry_as_admin.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';

type Input = By & { readonly questionId: string; readonly profileId: string; readonly mark: string };
type Needs = Pick<Context, Deciding | 'clock' | 'newId'>;

/** Fingerprint of the environments that a question offered: detects an answer to an older version of the message. */
export function offerMark(waiting: readonly AskedEnvironment[]): string {
  return markOf(waiting.map(({ environmentId }) => environmentId));
}

/**
 * "None of these apps": rejects the profile for every environment that the question offered. `mark`: what was offered
 * (`offerMark`); an environment that waits only since then was not meant, so the question is redrawn instead.
 */
export async function dismissProfile(
  ctx: Needs,
  input: Input,
): Promise<Result<void, 'not_found' | 'question_changed' | RoleRefusal>> {
  const answered = await retryAsAdmin(ctx, input.actor, (adminInSlack) =>
    withWorkspaceLock(ctx, input.workspaceId, (tx) => answer(tx, ctx, input, adminInSlack)),
  );
  if (!answered.ok) return answered;
  return answered.value === 'question_changed' ? Err('question_changed') : Ok(undefined);
}

async function answer(
  tx: Queryable,
  ctx: Needs,
  input: Input,
  adminInSlack: boolean,
): Promise<Result<'dismissed' | 'question_changed', 'not_found' | RoleRefusal>> {
  const { workspaceId, questionId, profileId, actor } = input;
  const question = await readQuestion(tx, workspaceId, questionId);
  const asked = question?.profiles.find((profile) => profile.id === profileId);
  if (question === null || asked === undefined) return Err('not_found');
  if (asked.state.kind !== 'open') return Ok('dismissed');
  const appIds = [...new Set(question.waiting.map(({ appId }) => appId))];
  const apps = await readZoomApps(tx, workspaceId, appIds);
  const { roles, may } = await allowedInAll(tx, ctx, input, apps, adminInSlack);
  if (!may('tick')) return Err(roleRefusal(roles, 'tick'));
  if (input.mark !== offerMark(question.waiting)) {
    // `Ok`, so that the redraw is committed, although the caller gets an error.
    await redrawQuestions(tx, ctx, workspaceId, [profileId]);
    return Ok('question_changed');
  }
  const now = ctx.clock.now();
  const environmentIds = question.waiting.map((one) => one.environmentId);
  await dismissInQuestion(tx, workspaceId, questionId, profileId);
  await saveRejections(tx, workspaceId, profileId, environmentIds, actor, now);
  await appendEvent(tx, {
    id: ctx.newId(),
    workspaceId,
    at: now,
    kind: 'profile_dismissed',
    actor,
    detail: { profileId, profileName: asked.name, environmentIds },
  });
  await redrawQuestions(tx, ctx, workspaceId, [profileId]);
  return Ok('dismissed');
}
