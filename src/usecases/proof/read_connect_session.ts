import type { About } from '../../core/deliveries/messages/message_facts.ts';
import {
  type ConnectPurpose,
  type ConnectSessionState,
  linkPlace,
  type ZoomAccountKind,
} from '../../core/proof/connect_session.ts';
import { Err, Ok, type Result } from '../../core/result.ts';
import type { Secret } from '../../core/secrets/secret.ts';
import { readEnvironment } from '../../store/apps/environments.ts';
import { readZoomApp } from '../../store/apps/zoom_apps.ts';
import { readConnectSessionRow, saveViewOf } from '../../store/proof/connect_sessions.ts';
import type { By, Context, Deciding, Refusal } from '../changes/context.ts';
import { aboutOf } from '../changes/record_outcome.ts';
import { checkActivity } from '../changes/roles/allowed.ts';

export interface ShownSession {
  readonly sessionId: string;
  readonly about: About;
  readonly purpose: ConnectPurpose;
  readonly state: ConnectSessionState;
  readonly expiresAt: Date;
  readonly zoomAccount: ZoomAccountKind | null;
  readonly keepsAccount: boolean;
  /** Of StackOne: the account that was linked, or is to be linked again. */
  readonly accountId: string | null;
  /** Only while the session is open, and the vault can open it. */
  readonly link: Secret | null;
}

/**
 * A session for the person who started it, and for nobody else (`not_found`): the link is among it. `viewId`: the modal that shows
 * the link from now on, and is redrawn at its end.
 */
export async function readConnectSession(
  ctx: Pick<Context, Deciding | 'vault' | 'clock' | 'log'>,
  input: By & { readonly sessionId: string; readonly viewId?: string },
): Promise<Result<ShownSession, Refusal>> {
  const { workspaceId, actor, sessionId } = input;
  const found = await readConnectSessionRow(ctx.db, { workspaceId, id: sessionId });
  if (found === null || found.session.createdBy !== actor) return Err('not_found');
  const { session, linkSealed } = found;
  const environment = await readEnvironment(ctx.db, workspaceId, session.environmentId);
  const app = environment === null ? null : await readZoomApp(ctx.db, workspaceId, environment.zoomAppId);
  if (environment === null || app === null) return Err('not_found');
  if (app.archivedAt !== null) return Err('archived');
  const allowed = await checkActivity(ctx, { workspaceId, actor, app, activity: 'prove' });
  if (!allowed.ok) return allowed;
  const isShown = linkSealed !== null && session.expiresAt > ctx.clock.now();
  if (isShown && input.viewId !== undefined)
    await saveViewOf(ctx.db, { workspaceId, id: sessionId }, input.viewId);
  return Ok({
    sessionId,
    about: aboutOf(app, environment),
    purpose: session.purpose,
    state: session.state,
    expiresAt: session.expiresAt,
    zoomAccount: session.zoomAccount,
    keepsAccount: session.keepsAccount,
    accountId: session.accountId,
    link: isShown ? open(ctx, session, linkSealed) : null,
  });
}

function open(
  ctx: Pick<Context, 'vault' | 'log'>,
  session: { readonly workspaceId: string; readonly id: string },
  sealed: string,
): Secret | null {
  const opened = ctx.vault.open(sealed, linkPlace(session));
  if (opened.ok) return opened.value;
  ctx.log.error({ sessionId: session.id, why: opened.error }, 'A stored connect link cannot be opened');
  return null;
}
