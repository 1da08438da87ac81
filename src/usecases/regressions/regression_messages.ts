import { checkOf } from '../../core/apps/zoom_app.ts';
import { regressedKey, regressionDueKey } from '../../core/deliveries/collapse_key.ts';
import type { Message } from '../../core/deliveries/message.ts';
import type { RegressionMessage } from '../../core/deliveries/messages/regression_message.ts';
import { notifiedAbout, readLastMessage } from '../../store/deliveries/direct_messages.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import type { Regression } from '../../store/regressions/regressions.ts';
import type { Locked } from '../changes/change_app.ts';
import type { Context } from '../changes/context.ts';
import { notifyPerson } from '../changes/notify_person.ts';
import { accountsOf } from '../changes/outcome_messages.ts';
import { aboutOf } from '../changes/record_outcome.ts';

/** Conversations in which messages about one regression are edited. */
const mostEdited = 100;

type Due = Extract<RegressionMessage, { kind: 'regression_due' }>;

/** What is sent of a regression that still is one. `again`: it was sent before. */
export function dueMessage(
  { app, environment }: Locked,
  regression: Regression,
  again: boolean = regression.asked > 1,
): Due {
  const check = checkOf(environment, regression.check);
  return {
    kind: 'regression_due',
    about: aboutOf(app, environment),
    check: check.name,
    reason: check.reason ?? 'unexpected_reply',
    ...accountsOf(check),
    regressionId: regression.id,
    since: regression.startedAt.toISOString(),
    again,
  };
}

/**
 * Everything that was said of a regression says now what became of it: in the channels and to each person, but to `except`, who is sent a
 * message of its own: an edit notifies nobody.
 */
export async function editRegressionMessages(
  tx: Queryable,
  ctx: Pick<Context, 'clock' | 'newId'>,
  workspaceId: string,
  regression: Pick<Regression, 'id' | 'environmentId' | 'check'>,
  became: (said: RegressionMessage) => RegressionMessage,
  except: string | null = null,
): Promise<void> {
  const { id, environmentId, check } = regression;
  for (const topic of [regressedKey(environmentId, check), regressionDueKey(id)]) {
    for (const channelId of await notifiedAbout(tx, workspaceId, topic, mostEdited)) {
      if (channelId === except && topic === regressionDueKey(id)) continue;
      const said = (await readLastMessage(tx, { workspaceId, channelId }, topic))?.message;
      const isAboutIt = said?.kind === 'regressed' || said?.kind === 'regression_due';
      if (!isAboutIt || said.regressionId !== id) continue;
      const message = (): Message => became(said);
      await notifyPerson(tx, ctx, { workspaceId, userId: channelId, message, editSince: new Date(0) });
    }
  }
}
