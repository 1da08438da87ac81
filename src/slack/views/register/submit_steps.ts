import type { DraftAnswers } from '../../../core/apps/zoom_app.ts';
import { environmentKinds } from '../../../core/checks/check.ts';
import { runInChunks } from '../../../event_loop.ts';
import type { HandlerContext } from '../../handler_context.ts';
import type { SubmitRequest } from '../../requests/requests.ts';
import { confirmationsOf, ifAnswered } from '../../scope_reports.ts';
import { basicsErrors, nameTakenText, noOwnerText } from '../basics_errors.ts';
import { type Basics, basicsBlocks, readBasics } from '../basics_fields.ts';
import { readPairs } from '../credentials/read_credentials.ts';
import { sameClientIdBanner } from '../credentials/same_client_id.ts';
import { judging, scopesIn } from '../scopes/judge_typed_scopes.ts';
import { refusedScopes } from '../scopes/submit_scopes.ts';
import { readTypedScopes, scopeAnswers } from '../scopes/typed_scopes.ts';
import type { Banner } from '../view_frame.ts';
import { stateOfKind } from '../view_metadata.ts';
import { draftGoneView, inProgress } from './open_registration.ts';
import type { RegisterStep } from './register_states.ts';
import { type InProgress, stepView } from './registration_steps.ts';
import { asked } from './registration_views.ts';

/** Step 1. A new registration replaces an older draft of the same person. */
export async function submitBasics(context: HandlerContext, request: SubmitRequest): Promise<void> {
  const { draftId } = stateOfKind(request.metadata, 'register');
  const basics = readBasics(request.typed);
  const errors = basicsErrors(basics, 0, asked);
  const { workspaceId } = request.person;
  if (errors[basicsBlocks.name] === undefined) {
    const namesake = await context.usecases.nameTaken({ workspaceId, name: basics.name });
    if (namesake !== null) errors[basicsBlocks.name] = nameTakenText(namesake.name);
  }
  if (errors[basicsBlocks.owners] === undefined) {
    const { userId: actor } = request.person;
    const refusedOwners = await context.usecases.checkOwners({ workspaceId, actor, owners: basics.owners });
    if (refusedOwners.length > 0) errors[basicsBlocks.owners] = noOwnerText(refusedOwners);
  }
  if (Object.keys(errors).length > 0) return request.answer({ kind: 'errors', errors });
  const before = (await inProgress(context, request.person, draftId)) ?? {
    ...{ draftId, answers: {}, kept: [] },
    policy: await context.usecases.secretsPolicy({ workspaceId }),
  };
  await saveAndShow(context, request, 'credentials', {
    ...before,
    answers: { ...before.answers, ...basicsAnswers(basics) },
  });
  // A missing or old list of actions is fetched now, so that step 3 can offer it.
  await ifAnswered(async () => (await context.usecases.readActions({ workspaceId })).actions);
}

export function basicsAnswers(basics: Basics): DraftAnswers {
  const { managementType, channelId, ...rest } = basics;
  return {
    ...rest,
    ...(managementType === null ? {} : { managementType }),
    ...(channelId === null ? {} : { channelId }),
  };
}

/** Step 2. The secrets go straight to the vault; the draft holds only the client IDs. */
export async function submitCredentials(context: HandlerContext, request: SubmitRequest): Promise<void> {
  const { draftId } = stateOfKind(request.metadata, 'register');
  const found = await inProgress(context, request.person, draftId);
  if (found === null) return request.answer({ kind: 'show', view: draftGoneView() });
  const kinds = found.answers.environments ?? [];
  const pairs = readPairs(request.typed, { kinds, kept: found.kept, policy: found.policy });
  if (!pairs.ok) return request.answer({ kind: 'errors', errors: pairs.error });
  const { clientIds, secrets, keepsSecret, hints } = pairs.value;
  const { workspaceId } = request.person;
  const typedIds = Object.values(clientIds);
  const holders = await context.usecases.clientIdHolders({ workspaceId, clientIds: typedIds });
  const answers = { ...found.answers, clientIds: { ...found.answers.clientIds, ...clientIds }, keepsSecret };
  const banner = withHints(sameClientIdBanner(holders), hints);
  await saveAndShow(context, request, 'scopes', { ...found, answers }, { secrets, banner });
}

/** Another app of the same client ID is said first. */
function withHints(banner: Banner | null, hints: readonly string[]): Banner | null {
  if (banner === null) return hintBanner(hints);
  return { ...banner, lines: [...(banner.lines ?? []), ...hints.map((hint) => `• ${hint}`)] };
}

function hintBanner(hints: readonly string[]): Banner | null {
  const [only, ...more] = hints;
  if (only === undefined) return null;
  if (more.length === 0) return { level: 'info', text: only };
  return {
    level: 'info',
    text: 'Saved. Please look at these once more:',
    lines: hints.map((hint) => `• ${hint}`),
  };
}

/** Step 3. Errors stand at their fields; unknown scopes are asked about once. */
export async function submitScopes(context: HandlerContext, request: SubmitRequest): Promise<void> {
  const { draftId, form } = stateOfKind(request.metadata, 'register');
  const found = await inProgress(context, request.person, draftId);
  if (found === null || form === undefined) return request.answer({ kind: 'show', view: draftGoneView() });
  const typed = readTypedScopes(request.typed, form);
  const scopes = await runInChunks(scopesIn(form, typed));
  const everywhere = [...(await confirmationsOf(context, request.person, scopes)).keys()];
  const confirmed = [...everywhere, ...(found.answers.confirmedScopes ?? [])];
  const judgement = await runInChunks(judging(form, typed, confirmed));
  const refusal = refusedScopes(
    { kind: 'register', step: 'scopes', draftId, form },
    request.typed,
    typed,
    judgement,
  );
  const answers = {
    ...found.answers,
    ...scopeAnswers(typed),
    confirmedScopes: judgement.confirmed,
  };
  if (refusal === null) return saveAndShow(context, request, 'review', { ...found, answers });
  await request.answer(refusal);
}

async function saveAndShow(
  context: HandlerContext,
  request: SubmitRequest,
  next: RegisterStep,
  now: InProgress,
  more: {
    secrets?: NonNullable<Parameters<HandlerContext['usecases']['saveDraft']>[0]['secrets']>;
    banner?: Banner | null;
  } = {},
): Promise<void> {
  const { workspaceId, userId } = request.person;
  const secrets = more.secrets ?? {};
  const { draftId, answers } = now;
  const saved = await context.usecases.saveDraft({ workspaceId, actor: userId, draftId, answers, secrets });
  if (saved === null) return request.answer({ kind: 'show', view: draftGoneView() });
  const keeps = answers.keepsSecret ?? [];
  const sealed = environmentKinds.filter(
    (kind) => !keeps.includes(kind) && (secrets[kind] !== undefined || now.kept.includes(kind)),
  );
  await request.answer({
    kind: 'show',
    view: await stepView(next, { ...now, kept: sealed }, more.banner ?? null),
  });
}
