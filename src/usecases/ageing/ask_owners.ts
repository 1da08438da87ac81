import { checkOf, type Environment } from '../../core/apps/zoom_app.ts';
import { attestationMark } from '../../core/checks/attestation.ts';
import { stillSoKey } from '../../core/deliveries/collapse_key.ts';
import type { Message } from '../../core/deliveries/message.ts';
import type { Attestation } from '../../core/deliveries/messages/message_facts.ts';
import type { AskedAgain } from '../../core/deliveries/messages/personal_message.ts';
import { readLastMessage } from '../../store/deliveries/direct_messages.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import type { Locked } from '../changes/change_app.ts';
import type { Context } from '../changes/context.ts';
import { notifyPerson } from '../changes/notify_person.ts';
import { aboutOf } from '../changes/record_outcome.ts';
import { perOwner, togetherMs } from './per_owner.ts';

type Needs = Pick<Context, 'clock' | 'newId'>;
type StillSo = Extract<Message, { kind: 'still_so' }>;

/** Questions in one message; what is beyond them is counted. */
const mostAsked = 10;

/** An attestation that ends soon. */
export interface EndingSoon extends Locked {
  readonly check: Attestation;
}

/** Asks the owners whether it is still so: one direct message to each, about all of their apps. */
export async function askOwners(
  tx: Queryable,
  ctx: Needs,
  workspaceId: string,
  ending: readonly EndingSoon[],
): Promise<void> {
  const questions = ending.map((each) => ({ appId: each.app.id, of: questionAbout(each) }));
  const perPerson = await perOwner(tx, workspaceId, questions);
  const editSince = new Date(ctx.clock.now().getTime() - togetherMs);
  for (const [userId, asked] of perPerson) {
    const message = (last: Message | null): Message => withQuestions(last, asked);
    await notifyPerson(tx, ctx, { workspaceId, userId, message, editSince });
  }
}

function questionAbout({ app, environment, check: name }: EndingSoon): AskedAgain {
  const check = checkOf(environment, name);
  return {
    about: aboutOf(app, environment),
    check: name,
    by: check.attestedBy,
    at: check.knownAt?.toISOString() ?? null,
    until: (check.expiresAt ?? new Date(0)).toISOString(),
    mark: attestationMark(environment, name),
  };
}

/** What the last message asks, answered or not, and these; a newer question about the same replaces the older one. */
function withQuestions(last: Message | null, asked: readonly AskedAgain[]): StillSo {
  const before = last?.kind === 'still_so' ? last : { asked: [], more: 0 };
  const kept = before.asked.filter((one) => !asked.some((other) => isSame(one, other)));
  const all = [...kept, ...asked];
  return {
    kind: 'still_so',
    asked: all.slice(0, mostAsked),
    more: before.more + Math.max(0, all.length - mostAsked),
  };
}

function isSame(one: AskedAgain, other: AskedAgain): boolean {
  return one.about.environmentId === other.about.environmentId && one.check === other.check;
}

/** Somebody has answered: the messages to the owners that ask the same say so. */
export async function settleQuestion(
  tx: Queryable,
  ctx: Needs,
  app: { readonly workspaceId: string; readonly owners: readonly string[] },
  environment: Pick<Environment, 'id'>,
  check: Attestation,
  answered: { readonly by: string; readonly isSo: boolean },
): Promise<void> {
  const { workspaceId } = app;
  for (const userId of app.owners) {
    const last = await readLastMessage(tx, { workspaceId, channelId: userId }, stillSoKey);
    if (last?.message.kind !== 'still_so') continue;
    const { asked, more } = last.message;
    const isAsked = (one: AskedAgain) =>
      one.about.environmentId === environment.id && one.check === check && one.answered === undefined;
    if (!asked.some(isAsked)) continue;
    const next = asked.map((one) => (isAsked(one) ? { ...one, answered } : one));
    const message = (): Message => ({ kind: 'still_so', asked: next, more });
    await notifyPerson(tx, ctx, { workspaceId, userId, message, editSince: last.postedAt });
  }
}
