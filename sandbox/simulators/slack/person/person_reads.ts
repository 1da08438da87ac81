import type { MessageHandle, Person } from '../contract.ts';
import { wasDelayed } from '../deadlines/was_delayed.ts';
import type { Session } from '../delivery/deliver.ts';
import type { Who } from '../delivery/payloads.ts';
import { textAt } from '../json.ts';
import { until } from '../state/changes.ts';
import { inspectorOf } from '../state/journal.ts';
import { visibleTo } from '../state/messages.ts';
import { topOf } from '../state/views.ts';
import type { Message, View } from '../state/workspace_state.ts';
import { handleOf, messageLines, transcriptOf } from './handle.ts';
import { modalOf, modalText, titleOf } from './modal.ts';
import { matches, NotSeen, type Pattern } from './refusal.ts';
import { placeNamed } from './screen.ts';

/** Looking and waiting: what a person sees in channels, and the modal in front of them. */
type Eyes = Pick<
  Person,
  'sees' | 'noLongerSees' | 'messages' | 'transcript' | 'modal' | 'topModal' | 'wasDelayed'
>;

const seen = (who: Who, where: string): Message[] => visibleTo(who.team, placeNamed(who, where), who.user);

/** The newest message that matches. */
function newest(who: Who, where: string, pattern: Pattern, after?: MessageHandle): Message | null {
  const found = seen(who, where)
    .filter((message) => after === undefined || message.ts > after.ts)
    .filter((message) => matches(messageLines(who.team, message).join('\n'), pattern))
    .toSorted((one, other) => Number(one.ts) - Number(other.ts));
  return found.at(-1) ?? null;
}

function shownModal(who: Who): string {
  const open = topOf(who.team, who.user.id);
  return open === null ? 'No modal is open.' : `Open is:\n${modalText(who, open)}`;
}

const lost = (who: Who, where: string, what: string) => () =>
  new NotSeen(
    `${who.user.realName} ${what} within ${who.slackState.limits.timeoutMs} ms. ` +
      `On screen in ${where}:\n${transcriptOf(who, seen(who, where))}\n${shownModal(who)}\n${toOthersAlone(who, where)}`,
  );

/** The last messages there for one other person each: who did not see something often waits for what another was refused. */
function toOthersAlone(who: Who, where: string): string {
  const place = placeNamed(who, where);
  const others = who.team.messages.filter(
    ({ channel, onlyFor }) => channel === place.id && onlyFor !== null && onlyFor !== who.user.id,
  );
  return others.length === 0 ? '' : `To others alone:\n${transcriptOf(who, others.slice(-5))}`;
}

/** The newest answers to this person alone, wherever they stand: they often say why no modal opened. */
function toThemAlone(who: Who): string {
  const alone = who.team.messages.filter(({ onlyFor }) => onlyFor === who.user.id);
  return alone.length === 0 ? '' : `To them alone:\n${transcriptOf(who, alone.slice(-3))}`;
}

const isTitle = (view: View, title: Pattern | undefined): boolean =>
  title === undefined ||
  (typeof title === 'string' ? titleOf(view) === title : matches(titleOf(view), title));

function waitForModal(who: Who, title: Pattern | undefined): Promise<View> {
  const probe = () => {
    const view = topOf(who.team, who.user.id);
    return view !== null && isTitle(view, title) ? view : null;
  };
  const failed = () =>
    new NotSeen(
      `${who.user.realName} did not see a modal ${title ?? ''}. ${shownModal(who)}\n${toThemAlone(who)}`,
    );
  return until(who.slackState, probe, failed);
}

export function eyesOf(session: Session, who: Who): Eyes {
  const { slackState, team } = who;
  return {
    sees: async (where, pattern, how) => {
      const probe = () => newest(who, where, pattern, how?.after);
      return handleOf(team, await until(slackState, probe, lost(who, where, `did not see ${pattern}`)));
    },
    noLongerSees: async (where, pattern) => {
      const probe = () => (newest(who, where, pattern) === null ? true : null);
      await until(slackState, probe, lost(who, where, `still sees ${pattern}`));
    },
    messages: (where) => seen(who, where).map((message) => handleOf(team, message)),
    transcript: (where) => transcriptOf(who, seen(who, where)),
    modal: async (title) => modalOf(session, who, await waitForModal(who, title)),
    wasDelayed: () => {
      const last = inspectorOf(slackState.journal)
        .deliveries('command')
        .findLast(({ request }) => textAt(request, 'user_id') === who.user.id);
      return last !== undefined && wasDelayed(last);
    },
    topModal: () => {
      const view = topOf(team, who.user.id);
      return view === null ? null : modalOf(session, who, view);
    },
  };
}
