import type { CheckName } from '../../../../src/core/checks/check.ts';
import type { Message } from '../../../../src/core/deliveries/message.ts';
import type { StartInput } from '../../../../src/usecases/proof/new_session.ts';
import { ana, type Fixture, second, T1 } from '../fixture.ts';

/** What a consent proves about Development, in the order of the checks. */
export const provable: readonly CheckName[] = [
  'credentials',
  'redirect',
  'test_status',
  'connector_profile',
  'linked_account',
];

export const startFor = (fixture: Fixture, environmentId: string, more: Partial<StartInput> = {}) =>
  fixture.usecases.startConnectSession({
    workspaceId: T1,
    actor: ana,
    environmentId,
    purpose: 'prove',
    ...more,
  });

/** A live environment and an open session of Ana's. `stackoneId`: the session at the simulated StackOne. */
export async function withSession(fixture: Fixture, more: Partial<StartInput> = {}) {
  const app = await fixture.registerLive();
  return { ...app, ...(await anotherSession(fixture, app.environmentId, more)) };
}

export async function anotherSession(
  fixture: Fixture,
  environmentId: string,
  more: Partial<StartInput> = {},
) {
  const started = await startFor(fixture, environmentId, more);
  if (!started.ok) throw new Error(`no session: ${JSON.stringify(started.error)}`);
  const { id: stackoneId } = fixture.stackone.connectSessions().at(-1) ?? { id: 0 };
  await fixture.notifications();
  return { ...started.value, stackoneId };
}

/** Time goes by, and the sessions that are due are polled. */
export async function pollAfter(fixture: Fixture, ms = 5 * second): Promise<void> {
  fixture.pass(ms);
  await fixture.usecases.pollConnectSessions({ workspaceId: T1 });
}

/** Somebody consents, and Greenroom learns of it. */
export async function consent(fixture: Fixture, stackoneId: number): Promise<void> {
  fixture.stackone.endConnectAttempt(stackoneId, { status: 'authenticated' });
  await pollAfter(fixture);
}

/** What was queued for Slack: `C1 thread: proof_failed`. */
export async function said(fixture: Fixture): Promise<string[]> {
  return (await fixture.notifications()).flatMap(({ channel, where, message }) =>
    message === null ? [] : [`${channel} ${where}: ${message.kind}`],
  );
}

export function messageOf<Kind extends Message['kind']>(
  messages: readonly { readonly message: Message | null }[],
  kind: Kind,
): Extract<Message, { kind: Kind }> {
  const found = messages.find(({ message }) => message?.kind === kind)?.message;
  if (found?.kind !== kind) throw new Error(`nothing was said of ${kind}`);
  return found as Extract<Message, { kind: Kind }>;
}

/** Every check of an environment, without the times at which they were looked at. */
export async function statuses(fixture: Fixture, environmentId: string) {
  const { checks } = await fixture.environment(environmentId);
  return checks.map(({ name, status, evidence, reason, detail }) => ({
    name,
    status,
    evidence,
    reason,
    detail,
  }));
}

/** The stored rows, with the sealed link. */
export const sessionRows = (fixture: Fixture) =>
  fixture.database.db.query<{ state: string; link_sealed: string | null; next_poll_at: Date | null }>(
    'select state, link_sealed, next_poll_at from connect_session order by created_at, id',
  );
