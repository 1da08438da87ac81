import { templateOf } from '../../../core/scopes/plan/need_templates.ts';
import { type Action, connectorNeeds, type Need, readNeed } from '../../../core/scopes/plan/needs.ts';
import { planScopes } from '../../../core/scopes/plan/plan_scopes.ts';
import { count } from '../../blocks/text.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { needWords, unmetWords } from '../../messages/scope_plan/need_words.ts';
import { describeScopes } from '../../messages/scopes/scope_description.ts';
import { templateNames } from '../../messages/scopes/template_names.ts';
import type { ActionRequest } from '../../requests/requests.ts';
import { ifAnswered } from '../../scope_reports.ts';
import type { Banner } from '../view_frame.ts';
import { stateOf } from '../view_metadata.ts';
import { redrawAtButtons, redrawScopes, refilled } from './redraw_scopes.ts';
import { nextRound } from './typed_scopes.ts';

const EXPLAINED = 10;
/** Most needs that are saved with an app. */
const MOST_NEEDS = 100;

/** "Start from a need": adds the least scopes for it to what is chosen already. */
export async function startFromNeed(context: HandlerContext, request: ActionRequest): Promise<void> {
  const actions = await knownActions(context, request);
  const needs = readNeed(request.value, actions);
  if (needs === undefined) return;
  await keepInDraft(context, request);
  const name = nameOf(request.value, needs);
  await redrawScopes(context, request, ({ form, typed, judgement }) => {
    const plan = planScopes([...needs, ...connectorNeeds(actions)], form.managementType);
    const before = judgement.scopes;
    const added = plan.scopes.filter(({ scope }) => !before.includes(scope));
    const lines = [
      ...added.map(
        ({ scope, reasons }) => `• \`${scope}\` for ${reasons.map((need) => needWords(need)).join(', ')}`,
      ),
      ...plan.unmet.map((unmet) => `• ${unmetWords(unmet, form.managementType)}`),
    ];
    const banner: Banner = {
      level: plan.unmet.length === 0 ? 'success' : 'warning',
      text: `${name}: ${count(added.length, 'scope')} added.${plan.unmet.length === 0 ? '' : ' Not all of it can be had: see below.'}`,
      lines:
        lines.length > EXPLAINED
          ? [...lines.slice(0, EXPLAINED), `… and ${lines.length - EXPLAINED} more.`]
          : lines,
    };
    return refilled({ form, typed }, [...before, ...added.map(({ scope }) => scope)], banner);
  });
}

/** What a registration starts from is kept with its app; `/zoom-scopes plan` goes on from there. */
async function keepInDraft(context: HandlerContext, { place, person, value }: ActionRequest): Promise<void> {
  const state = place.kind === 'modal' ? stateOf(place.metadata) : null;
  if (state?.kind !== 'register') return;
  const { workspaceId, userId: actor } = person;
  const draft = await context.usecases.readDraft({ workspaceId, actor });
  if (draft?.id !== state.draftId) return;
  const needs = [...new Set([...(draft.answers.needs ?? []), value])].slice(-MOST_NEEDS);
  await context.usecases.saveDraft({
    workspaceId,
    actor,
    draftId: draft.id,
    answers: { ...draft.answers, needs },
  });
}

/** The actions of StackOne's connector; none without the database, which common needs do not use. */
function knownActions(context: HandlerContext, { person }: ActionRequest): Promise<readonly Action[]> {
  const { workspaceId } = person;
  return ifAnswered(async () => (await context.usecases.readActions({ workspaceId })).actions);
}

function nameOf(text: string, needs: readonly Need[]): string {
  const [only] = needs;
  if (only?.kind === 'action') return only.label;
  const template = templateOf(text.replace(/^template /, ''));
  return template === undefined ? text : templateNames[template.id];
}

/** "Draft the description": from the scopes and the purpose; what stood there is replaced, and can be edited. */
export async function draftDescription(context: HandlerContext, request: ActionRequest): Promise<void> {
  await redrawAtButtons(context, request, ({ form, typed, judgement: { report }, purpose }) => {
    if (report.accepted.length === 0)
      return {
        form,
        typed,
        banner: { level: 'info', text: 'Choose scopes first: the description is drafted from them.' },
      };
    const description = describeScopes(report.accepted, purpose);
    return {
      form: { ...form, round: nextRound(form) },
      typed: { ...typed, description },
      banner: {
        level: 'success',
        text: 'A description is drafted below. Read it and change what is not true.',
      },
    };
  });
}
