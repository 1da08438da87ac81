import { isName } from '../../../core/apps/app_name.ts';
import type { DraftAnswers } from '../../../core/apps/zoom_app.ts';
import type { EnvironmentKind } from '../../../core/checks/check.ts';
import type { SecretsPolicy } from '../../../core/secrets/secrets_policy.ts';
import { runInChunks } from '../../../event_loop.ts';
import type { ModalView } from '../../blocks/block_types.ts';
import type { Basics } from '../basics_fields.ts';
import { judging } from '../scopes/judge_typed_scopes.ts';
import { scopesView } from '../scopes/scopes_view.ts';
import type { Banner } from '../view_frame.ts';
import { draftForm } from './draft_form.ts';
import type { RegisterStep } from './register_states.ts';
import { basicsView, credentialsView, reviewView } from './registration_views.ts';

/** A registration in progress: its draft, and which environments have their secret sealed. */
export interface InProgress {
  readonly draftId: string;
  readonly answers: DraftAnswers;
  readonly kept: readonly EnvironmentKind[];
  /** Does the credentials step ask for secrets? */
  readonly policy: SecretsPolicy;
}

/** One step of the wizard as the draft has it. */
export async function stepView(
  step: RegisterStep,
  inProgress: InProgress,
  banner: Banner | null = null,
): Promise<ModalView> {
  const { draftId, answers } = inProgress;
  switch (step) {
    case 'basics':
      return basicsView(draftId, basicsOf(answers), banner);
    case 'credentials':
      return credentialsView(draftId, answers, inProgress, banner);
    case 'scopes': {
      const { form, typed } = draftForm(answers);
      const judgement = await runInChunks(judging(form, typed, answers.confirmedScopes ?? []));
      return scopesView(
        { kind: 'register', step: 'scopes', draftId, form },
        typed,
        judgement,
        banner ?? undefined,
      );
    }
    case 'review':
      return reviewView(draftId, answers, banner);
  }
}

/** Where to continue: the first step that is not done. */
export async function stepToDo({ answers, kept, policy }: InProgress): Promise<RegisterStep> {
  const { name, managementType, environments = [], owners = [], channelId } = answers;
  if (
    !name ||
    !isName(name) ||
    !managementType ||
    !channelId ||
    environments.length === 0 ||
    owners.length === 0
  )
    return 'basics';
  const isSettled = (kind: EnvironmentKind) =>
    answers.keepsSecret?.includes(kind) === true || (policy === 'ask' && kept.includes(kind));
  if (environments.some((kind) => !answers.clientIds?.[kind] || !isSettled(kind))) return 'credentials';
  const { form, typed } = draftForm(answers);
  const { report, errors } = await runInChunks(judging(form, typed, answers.confirmedScopes ?? []));
  return report.passes && Object.keys(errors).length === 0 ? 'review' : 'scopes';
}

export function stepBefore(step: RegisterStep): RegisterStep {
  const before = {
    basics: 'basics',
    credentials: 'basics',
    scopes: 'credentials',
    review: 'scopes',
  } as const;
  return before[step];
}

function basicsOf(answers: DraftAnswers): Basics {
  return {
    name: answers.name ?? '',
    managementType: answers.managementType ?? null,
    environments: answers.environments ?? ['development'],
    owners: answers.owners ?? [],
    channelId: answers.channelId ?? null,
    purpose: answers.purpose ?? '',
  };
}
