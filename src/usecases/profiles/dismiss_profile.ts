import type { AskedEnvironment } from '../../core/profiles/profile_question.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import { markOf } from '../../ids.ts';
import { appendEvent } from '../../store/apps/events.ts';
import { saveRejections } from '../../store/profiles/profile_assignments.ts';
import { dismissInQuestion, readQuestion } from '../../store/profiles/profile_questions.ts';
import type { By, Context } from '../changes/context.ts';
import { redrawQuestions } from '../changes/notify_watchers.ts';
import { withWorkspaceLock } from '../changes/workspace_lock.ts';

type Needs = Pick<Context, 'db' | 'clock' | 'newId'>;

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
  input: By & { readonly questionId: string; readonly profileId: string; readonly mark: string },
): Promise<Result<void, 'not_found' | 'question_changed'>> {
  const { workspaceId, questionId, profileId, actor } = input;
  type Answered = 'dismissed' | 'question_changed';
  const answered = await withWorkspaceLock<Result<Answered, 'not_found'>>(ctx, workspaceId, async (tx) => {
    const question = await readQuestion(tx, workspaceId, questionId);
    const asked = question?.profiles.find((profile) => profile.id === profileId);
    if (question === null || asked === undefined) return Err('not_found');
    if (asked.state.kind !== 'open') return Ok('dismissed');
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
  });
  if (!answered.ok) return answered;
  return answered.value === 'question_changed' ? Err('question_changed') : Ok(undefined);
}
