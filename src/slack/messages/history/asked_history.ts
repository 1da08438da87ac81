import type { HistoryTopic } from '../../../usecases/history/history_topics.ts';

/** Which history a person asked for; `app: null`: of the whole workspace. */
export interface AskedHistory {
  readonly app: { readonly id: string; readonly name: string } | null;
  readonly person?: string | undefined;
  readonly topic?: HistoryTopic | undefined;
  readonly since?: Date | undefined;
}

/** The value of a button: the same filter, from the event `after` on. */
export function historyValue({ app, person, topic, since }: AskedHistory, after?: string): string {
  return JSON.stringify({ appId: app?.id, person, topic, since: since?.toISOString(), after });
}
