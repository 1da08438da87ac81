import { setTimeout as wait } from 'node:timers/promises';
import type { Submitted } from '../contract.ts';
import { type Delivered, deliver, type Session } from '../delivery/deliver.ts';
import { closing, submission, type Who } from '../delivery/payloads.ts';
import { type JsonObject, objectAt, textAt } from '../json.ts';
import { changed } from '../state/changes.ts';
import { changeView, closeViews, pushView, stackOf } from '../state/views.ts';
import type { View } from '../state/workspace_state.ts';

/** Submitting and closing modals. */

const TROUBLE = 'We had some trouble connecting. Try again?';

/** Slack's client has one sentence for every failure. */
function troubled(session: Session, view: View, kind: Delivered['kind']): Submitted {
  view.trouble = TROUBLE;
  changed(session.slackState);
  return kind === 'acked' ? 'timeout' : kind;
}

function showErrors(session: Session, view: View, body: JsonObject): Submitted {
  const errors = Object.entries(objectAt(body, 'errors'));
  view.errors = Object.fromEntries(errors.map(([block, text]) => [block, String(text)]));
  changed(session.slackState);
  return 'errors';
}

/** What the acknowledgement of a submission does to the stack. */
function settle(session: Session, who: Who, view: View, { kind, broken, body }: Delivered): Submitted {
  const { slackState, team, user } = who;
  if (kind !== 'acked' || broken) return troubled(session, view, kind);
  switch (textAt(body, 'response_action')) {
    case 'errors':
      return showErrors(session, view, body ?? {});
    case 'update':
      changeView(slackState, view, objectAt(body, 'view'));
      return 'updated';
    case 'push':
      return pushView(slackState, team, user.id, objectAt(body, 'view')) === null
        ? troubled(session, view, kind)
        : 'pushed';
    case 'clear':
      closeViews(slackState, team, user.id, stackOf(team, user.id));
      return 'closed';
    default:
      closeViews(slackState, team, user.id, [view]);
      return 'closed';
  }
}

export async function submit(session: Session, who: Who, view: View): Promise<Submitted> {
  view.errors = {};
  view.trouble = null;
  const delivered = await deliver(session, submission(who, view), view);
  if (who.slackState.faults.lateSubmissions > 0) await wait(who.slackState.faults.lateSubmissions);
  return settle(session, who, view, delivered);
}

/** Closes views, and sends view_closed for those with `notify_on_close`. */
async function close(session: Session, who: Who, views: readonly View[], cleared: boolean): Promise<void> {
  closeViews(who.slackState, who.team, who.user.id, views);
  const asked = views.filter((view) => view.content.notify_on_close === true);
  await Promise.all(asked.map((view) => deliver(session, closing(who, view, cleared))));
}

/** The close button: this view, or with `clear_on_close` all of them. */
export function closeTop(session: Session, who: Who, view: View): Promise<void> {
  const clears = view.content.clear_on_close === true;
  return close(session, who, clears ? stackOf(who.team, who.user.id) : [view], clears);
}

/** The X in the corner: the whole stack. */
export const closeAll = (session: Session, who: Who): Promise<void> =>
  close(session, who, stackOf(who.team, who.user.id), true);
