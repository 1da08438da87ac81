import { type Deadline, fairDeadline } from '../deadlines/fair_deadline.ts';
import { copied, type JsonObject } from '../json.ts';
import { checkAck } from '../rules/index.ts';
import { type Entry, note, settle } from '../state/journal.ts';
import { unsupportedBlock } from '../state/older_workspace.ts';
import type { SlackState, View } from '../state/workspace_state.ts';
import type { Envelope, Outcome, StartDeadline, Transport } from './envelope.ts';

/** Slack with its connection to the app, as the acts of a person need it. */
export interface Session {
  readonly slackState: SlackState;
  /** The transport in use now. */
  readonly line: () => Transport;
}

export interface Delivered extends Outcome {
  /** The body broke a rule: Slack treats the answer as none. */
  readonly broken: boolean;
}

function judge(slackState: SlackState, envelope: Envelope, outcome: Outcome, entry: Entry): void {
  const blame = (code: string, message: string) => entry.violations.push({ code, pointer: '', message });
  if (outcome.kind === 'timeout')
    blame('not_acknowledged', `${envelope.name} was not acknowledged within ${slackState.limits.ackMs} ms`);
  if (outcome.kind === 'refused')
    blame('http_status', `${envelope.name} was answered with HTTP ${outcome.status}`);
}

const grantedBy = (limit: Deadline | null): number => limit?.grantedMs() ?? 0;

/**
 * Hands one payload to the app and waits for its acknowledgement, at most `ackMs`, and as much longer as the
 * machine was too busy for either side. Records what was sent, what came back
 * and every broken rule. Never rejects.
 */
export async function deliver(session: Session, envelope: Envelope, view?: View): Promise<Delivered> {
  const { slackState } = session;
  const entry = note(slackState.journal, 'to_app', envelope.name, copied(envelope.payload), envelope.team);
  const late = () => entry.violations.push({ code: 'late', pointer: '', message: 'acknowledged too late' });
  const waitedBefore = slackState.processorWait.ms();
  let limit: Deadline | null = null;
  const deadline: StartDeadline = (over) => {
    limit = fairDeadline(slackState.processorWait, slackState.limits.ackMs, over);
    return limit;
  };
  const outcome = await session.line().send(envelope, deadline, late);
  entry.grantedMs = grantedBy(limit);
  entry.waitedMs = slackState.processorWait.ms() - waitedBefore;
  judge(slackState, envelope, outcome, entry);
  const context: { view?: JsonObject } = view === undefined ? {} : { view: view.content };
  const refusal = outcome.kind === 'acked' ? checkAck(envelope.kind, outcome.body, context) : null;
  if (refusal !== null) {
    const general = { code: refusal.error, pointer: '', message: `the acknowledgement of ${envelope.name}` };
    entry.violations.push(...(refusal.violations.length > 0 ? refusal.violations : [general]));
  }
  const read = envelope.kind === 'events_api' ? null : outcome.body;
  const unknown = unsupportedBlock(slackState, read) ?? unsupportedBlock(slackState, read?.view, '/view');
  if (unknown !== null) entry.violations.push({ code: 'unsupported_block', ...unknown });
  settle(entry, copied({ ack: outcome.kind, body: outcome.body }), outcome.status);
  return { ...outcome, broken: refusal !== null || unknown !== null };
}
