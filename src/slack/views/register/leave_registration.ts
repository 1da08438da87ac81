import type { DraftAnswers } from '../../../core/apps/zoom_app.ts';
import { secretIn } from '../../../core/secrets/find_secrets.ts';
import { runInChunks } from '../../../event_loop.ts';
import type { HandlerContext } from '../../handler_context.ts';
import type { ActionRequest, CloseRequest, OpenModal } from '../../requests/requests.ts';
import { readBasics } from '../basics_fields.ts';
import { readClientIds, readKeepsSecret } from '../credentials/read_credentials.ts';
import { judging } from '../scopes/judge_typed_scopes.ts';
import { readTypedScopes, scopeAnswers } from '../scopes/typed_scopes.ts';
import { stateOf, stateOfKind } from '../view_metadata.ts';
import { draftGoneView, inProgress } from './open_registration.ts';
import type { RegisterState } from './register_states.ts';
import { stepBefore, stepView } from './registration_steps.ts';
import { basicsAnswers } from './submit_steps.ts';

/** Back: what was typed is saved, finished or not; a secret never. */
export async function goBack(context: HandlerContext, request: ActionRequest): Promise<void> {
  if (request.place.kind !== 'modal') return;
  const state = stateOfKind(request.place.metadata, 'register');
  const found = await inProgress(context, request.person, state.draftId);
  if (found === null) return request.update(draftGoneView());
  const answers = { ...found.answers, ...(await typedAnswers(state, request.place, found.answers)) };
  const { workspaceId, userId } = request.person;
  await context.usecases.saveDraft({ workspaceId, actor: userId, draftId: state.draftId, answers });
  await request.update(await stepView(stepBefore(state.step), { ...found, answers }));
}

/** Closed halfway: the draft is offered again, its secrets are destroyed. */
export async function closeRegistration(context: HandlerContext, request: CloseRequest): Promise<void> {
  const state = stateOf(request.metadata);
  if (state?.kind !== 'register') return;
  const { draftId } = state;
  const { workspaceId, userId: actor } = request.person;
  await context.usecases.forgetDraftSecrets({ workspaceId, actor, draftId });
  await keepTyped(context, request, state);
}

/** Slack may send what stood in the closed form; then it is kept too. */
async function keepTyped(
  context: HandlerContext,
  request: CloseRequest,
  state: RegisterState,
): Promise<void> {
  if (Object.keys(request.typed).length === 0) return;
  const { workspaceId, userId } = request.person;
  const { draftId } = state;
  const draft = await context.usecases.readDraft({ workspaceId, actor: userId });
  // Another draft has replaced it, or it was registered: nothing to save.
  if (draft === null ? state.step !== 'basics' : draft.id !== draftId) return;
  const before = draft?.answers ?? {};
  const typed = await typedAnswers(state, request, before);
  if (draft === null && (typed.name ?? '') === '') return;
  await context.usecases.saveDraft({
    workspaceId,
    actor: userId,
    draftId,
    answers: { ...before, ...typed },
    // Meanwhile the person may have begun another one.
    replaces: false,
  });
}

async function typedAnswers(
  { step, form }: RegisterState,
  open: OpenModal,
  before: DraftAnswers,
): Promise<DraftAnswers> {
  if (step === 'basics') return withoutSecrets(basicsAnswers(readBasics(open.typed)));
  if (step === 'credentials') {
    const clientIds = { ...before.clientIds, ...readClientIds(open.typed) };
    return { clientIds, keepsSecret: readKeepsSecret(open.typed, before.keepsSecret ?? []) };
  }
  if (step === 'review' || form === undefined) return {};
  const typed = readTypedScopes(open.typed, form);
  const { confirmed } = await runInChunks(judging(form, typed, before.confirmedScopes ?? []));
  return withoutSecrets({ ...scopeAnswers(typed), confirmedScopes: confirmed });
}

/** Texts that look like a secret are not saved. */
function withoutSecrets(answers: DraftAnswers): DraftAnswers {
  const { name, purpose, scopeDescription, pastedScopes, ...rest } = answers;
  const clean = (text: string | undefined): boolean => text !== undefined && secretIn(text) === null;
  return {
    ...rest,
    ...(name !== undefined && clean(name) ? { name } : {}),
    ...(purpose !== undefined && clean(purpose) ? { purpose } : {}),
    ...(scopeDescription !== undefined && clean(scopeDescription) ? { scopeDescription } : {}),
    ...(pastedScopes === undefined ? {} : { pastedScopes: pastedScopes.filter(clean) }),
  };
}
