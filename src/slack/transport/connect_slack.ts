import type { Clock } from '../../core/clock.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import type { Queryable } from '../../store/postgres/client/database.ts';
import { type WaitOptions, waitForDatabase } from '../../store/postgres/start/wait_for_database.ts';
import { readBlockSupport, saveBlockSupport } from '../../store/workspaces/block_support.ts';
import {
  readTokenRecheck,
  recordInstall,
  recordTokenRecheck,
  recordUninstall,
  saveWorkspace,
} from '../../store/workspaces/workspaces.ts';
import { logScopeDifference, noAdminLine } from '../granted_scopes.ts';
import { type TokenRefused, tokenRefusedText } from '../web_api/refused_tokens.ts';
import type { Slack } from './bolt_app.ts';

/**
 * Learns which workspace this is, saves it, shares with the other replicas what is known of the token and of block types,
 * and opens the connection to Slack. Waits while Slack or the database is down. Err is a line for people.
 */
export async function connectSlack(
  slack: Slack,
  {
    db,
    clock,
    admins,
  }: { readonly db: Queryable; readonly clock: Clock; readonly admins: readonly string[] },
  waiting: Omit<WaitOptions, 'unknown'>,
): Promise<Result<void, string>> {
  const identity = await slack.identify();
  if (!identity.ok) return unlessAborted(identity.error);
  const { workspaceId: id, name, url, botUserId, grantedScopes } = identity.value;
  logScopeDifference(grantedScopes, waiting.log);
  const noAdmin = noAdminLine(admins, grantedScopes);
  if (noAdmin !== null) waiting.log.warn(noAdmin);
  const saved = await waitForDatabase({ ...waiting, unknown: 'throw' }, async () => {
    await saveWorkspace(db, { id, name, botUserId, url }, clock.now());
    await slack.shareBlockSupport({
      load: () => readBlockSupport(db, id),
      save: (finding) => saveBlockSupport(db, id, finding),
    });
  });
  if (!saved.ok) return saved;
  slack.shareRechecks({
    note: (workspaceId) => recordTokenRecheck(db, workspaceId),
    last: (workspaceId) => readTokenRecheck(db, workspaceId),
    uninstalled: (workspaceId) => recordUninstall(db, workspaceId),
    installed: (workspaceId) => recordInstall(db, workspaceId),
  });
  const opened = await slack.openConnection();
  return opened.ok ? opened : unlessAborted(opened.error);
}

function unlessAborted(error: TokenRefused | 'aborted'): Result<void, string> {
  return error === 'aborted' ? Ok(undefined) : Err(tokenRefusedText(error));
}
