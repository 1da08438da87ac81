import { convertAll } from '../../../core/scopes/verdict/convert_scopes.ts';
import { correctedList } from '../../../core/scopes/verdict/corrected_list.ts';
import { asMrkdwn } from '../../blocks/phrase.ts';
import { count } from '../../blocks/text.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { explainLeftOut } from '../../messages/scopes/left_out_scope.ts';
import type { ActionRequest } from '../../requests/requests.ts';
import type { ScopesForm } from '../scopes_form.ts';
import type { Banner } from '../view_frame.ts';
import { redrawAtButtons, redrawScopes, refilled } from './redraw_scopes.ts';
import { EVERY_CATEGORY } from './scopes_blocks.ts';
import { MOST_PASTE_FIELDS } from './typed_scopes.ts';

const EXPLAINED = 8;

/** The buttons inside the scopes form. Each redraws the form with its input. */
export async function chooseCategory(context: HandlerContext, request: ActionRequest): Promise<void> {
  await redrawScopes(context, request, ({ form, typed }) => {
    const { category: _before, ...rest } = form;
    const every = request.value === EVERY_CATEGORY || request.value === '';
    return { form: every ? rest : { ...rest, category: request.value }, typed };
  });
}

export async function checkList(context: HandlerContext, request: ActionRequest): Promise<void> {
  await redrawAtButtons(context, request, ({ form, typed, judgement }) => ({
    form,
    typed,
    ...(judgement.report.empty ? { banner: emptyList } : {}),
  }));
}

export async function morePaste(context: HandlerContext, request: ActionRequest): Promise<void> {
  await redrawAtButtons(context, request, ({ form, typed }) => ({
    form: { ...form, fields: Math.min(MOST_PASTE_FIELDS, form.fields + 1) },
    typed,
  }));
}

/** What may be declared and the right form of what is wrong; unknown scopes stay, because only a person can judge them. */
export async function correctList(context: HandlerContext, request: ActionRequest): Promise<void> {
  await redrawAtButtons(context, request, ({ form, typed, judgement: { report } }) => {
    if (report.empty) return { form, typed, banner: emptyList };
    const { scopes, open, lost } = correctedList(report);
    const all = [...new Set([...scopes, ...open])];
    return refilled({ form, typed }, all, {
      level: lost === 0 ? 'success' : 'warning',
      text: `Corrected: now ${count(all.length, 'scope')}.${lost === 0 ? '' : ` ${count(lost, 'scope')} had to be left out.`}`,
    });
  });
}

/** Carries the whole list over to the management type; what has no counterpart is named, and left out. */
export async function convertList(context: HandlerContext, request: ActionRequest): Promise<void> {
  await redrawAtButtons(context, request, ({ form, typed, judgement }) => {
    const { scopes, report, confirmed: seen } = judgement;
    if (report.empty) return { form, typed, banner: emptyList };
    const { converted, changed, without } = convertAll(scopes, form.managementType, new Set(seen));
    // Unknown scopes that may still be confirmed stay: only a person can judge them.
    const kept = without
      .filter(({ why, scope }) => why === 'unknown' && fits(scope, form.managementType))
      .map(({ scope }) => scope);
    if (changed.length === 0 && without.length === kept.length)
      return { form, typed, banner: nothingToConvert(form) };
    const lost = without.filter(({ scope }) => !kept.includes(scope));
    const banner = conversionBanner(form, changed.length, converted.length, lost);
    return refilled({ form, typed }, [...converted, ...kept], banner);
  });
}

/** An unknown scope has no counterpart; it may stay when its ending is one the management type could have. */
function fits(scope: string, managementType: ScopesForm['managementType']): boolean {
  return managementType === 'admin' ? scope.endsWith(':admin') : !/:(admin|master)$/.test(scope);
}

const emptyList: Banner = {
  level: 'info',
  text: 'There is nothing in the list yet: choose a scope or paste some.',
};

function nothingToConvert({ managementType }: ScopesForm): Banner {
  return { level: 'success', text: `Nothing to convert: the list holds ${managementType} scopes only.` };
}

function conversionBanner(
  { managementType }: ScopesForm,
  changed: number,
  converted: number,
  lost: Parameters<typeof explainLeftOut>[0][],
): Banner {
  const left = lost.length === 0 ? '' : ` ${count(lost.length, 'scope')} had to be left out.`;
  const lines = lost.slice(0, EXPLAINED).map((each) => `• ${asMrkdwn(explainLeftOut(each, managementType))}`);
  return {
    level: lost.length === 0 ? 'success' : 'warning',
    text: `Converted: ${count(changed, 'change')}, now ${count(converted, `${managementType} scope`)}.${left}`,
    lines: lost.length > lines.length ? [...lines, `… and ${lost.length - lines.length} more.`] : lines,
  };
}
