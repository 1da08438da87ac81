import { describeScopes } from '../../../core/scopes/describe.ts';
import { readNeed } from '../../../core/scopes/needs.ts';
import { planScopes } from '../../../core/scopes/plan.ts';
import { templateOf } from '../../../core/scopes/templates.ts';
import { count } from '../../blocks/text.ts';
import type { ActionCall } from '../../bolt/calls.ts';
import type { Room } from '../../room.ts';
import type { Notice } from '../frame.ts';
import { filled, formFor } from './fill.ts';
import { judge } from './judge.ts';
import { redraw, redrawAtButtons } from './redraw.ts';

const EXPLAINED = 10;

/** "Start from a need": adds the least scopes for it to what is chosen already. */
export async function startFromNeed(room: Room, call: ActionCall): Promise<void> {
  const template = templateOf(call.value);
  if (template === undefined) return;
  await redraw(room, call, ({ form, typed, confirmed }) => {
    const plan = planScopes(readNeed(`template ${template.id}`, []) ?? [], form.managementType);
    const before = judge(form, typed, confirmed).scopes;
    const added = plan.scopes.filter(({ scope }) => !before.includes(scope));
    const now = filled([...before, ...added.map(({ scope }) => scope)], typed.description);
    const lines = [
      ...added.map(({ scope, reasons }) => `• \`${scope}\` for ${reasons.join(', ')}`),
      ...plan.unmet.map(({ need }) => `• Not possible in a ${form.managementType}-managed app: ${need}`),
    ];
    const notice: Notice = {
      level: plan.unmet.length === 0 ? 'success' : 'warning',
      text: `${template.name}: ${count(added.length, 'scope')} added.${plan.unmet.length === 0 ? '' : ` ${count(plan.unmet.length, 'operation')} cannot be had.`}`,
      lines:
        lines.length > EXPLAINED
          ? [...lines.slice(0, EXPLAINED), `… and ${lines.length - EXPLAINED} more.`]
          : lines,
    };
    return { form: formFor(form.managementType, now, form.round + 1, form.category), typed: now, notice };
  });
}

/** "Draft the description": from the scopes and the purpose; what stood there is replaced, and can be edited. */
export async function draftDescription(room: Room, call: ActionCall): Promise<void> {
  await redrawAtButtons(room, call, ({ form, typed, confirmed, purpose }) => {
    const { report } = judge(form, typed, confirmed);
    if (report.accepted.length === 0)
      return {
        form,
        typed,
        notice: { level: 'info', text: 'Choose scopes first: the description is drafted from them.' },
      };
    const description = describeScopes(report.accepted, purpose);
    return {
      form: { ...form, round: form.round + 1 },
      typed: { ...typed, description },
      notice: {
        level: 'success',
        text: 'A description is drafted below. Read it and change what is not true.',
      },
    };
  });
}
