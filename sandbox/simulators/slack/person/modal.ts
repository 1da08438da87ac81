import { closeAll, closeTop, submit } from '../acts/modals.ts';
import type { Modal } from '../contract.ts';
import { wasDelayed } from '../deadlines/was_delayed.ts';
import type { Session } from '../delivery/deliver.ts';
import type { Who } from '../delivery/payloads.ts';
import { objectsAt, textAt } from '../json.ts';
import { renderBlocks } from '../render/blocks.ts';
import { nameOfId } from '../state/conversations.ts';
import { inspectorOf } from '../state/journal.ts';
import { stackOf, topOf } from '../state/views.ts';
import { elementsOf } from '../state/wire/fields.ts';
import type { View } from '../state/workspace_state.ts';
import { problemsOf } from './client_checks.ts';
import { CannotDo } from './refusal.ts';
import { surfaceOf } from './surface.ts';

export const titleOf = (view: View): string => textAt(view.content, 'title', 'text');

/** A modal as it reads: title, blocks, Slack's own words, buttons. */
export function modalText(who: Who, view: View): string {
  const { fields, errors, content } = view;
  const nameOf = (id: string) => nameOfId(who.team, id);
  const buttons = ['submit', 'close']
    .map((key) => textAt(content, key, 'text'))
    .filter((label) => label !== '');
  return [
    `== ${titleOf(view)} ==`,
    ...renderBlocks(objectsAt(content, 'blocks'), { fields, errors, nameOf }),
    ...(view.trouble === null ? [] : [`! ${view.trouble}`]),
    buttons.map((label) => `[${label}]`).join(' '),
  ].join('\n');
}

function errorsByLabel(view: View): Record<string, string> {
  const inputs = elementsOf(objectsAt(view.content, 'blocks')).filter((one) => one.isInput);
  const labels = new Map(inputs.map((one) => [one.blockId, textAt(one.block, 'label', 'text')]));
  return Object.fromEntries(Object.entries(view.errors).map(([id, text]) => [labels.get(id) ?? id, text]));
}

export function modalOf(session: Session, who: Who, opened: View): Modal {
  const { team, user } = who;
  const isOpen = () => stackOf(team, user.id).includes(opened);
  const onTop = (): View => {
    if (topOf(team, user.id) === opened) return opened;
    const why = isOpen() ? 'lies under another one' : 'is closed';
    throw new CannotDo(`The modal "${titleOf(opened)}" ${why}`);
  };
  return {
    ...surfaceOf(session, who, onTop, () => (isOpen() ? modalText(who, opened) : '')),
    viewId: opened.id,
    title: () => titleOf(opened),
    submit: async () => {
      const view = onTop();
      const problems = problemsOf(view);
      if (view.content.submit === undefined) throw new CannotDo(`"${titleOf(view)}" has no submit button`);
      if (problems.length > 0) throw new CannotDo(`Slack does not send this: ${problems.join('; ')}`);
      return submit(session, who, view);
    },
    errors: () => errorsByLabel(opened),
    trouble: () => opened.trouble,
    wasDelayed: () => {
      const last = inspectorOf(session.slackState.journal)
        .deliveries('view_submission')
        .findLast(({ request }) => textAt(request, 'view', 'id') === opened.id);
      return last !== undefined && wasDelayed(last);
    },
    isOpen,
    close: () => closeTop(session, who, onTop()),
    dismiss: () => closeAll(session, who),
  };
}
