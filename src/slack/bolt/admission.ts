import type { AnyMiddlewareArgs, Authorize, Middleware } from '@slack/bolt';
import { z } from 'zod';
import type { WorkspaceIdentity } from './connect_workspace.ts';

type Admission = 'admitted' | 'starting' | 'elsewhere';

/**
 * Bolt's own authorization asks `auth.test` at construction (T6) or for every event. Ours knows the answer already; what
 * it may not let in is named in the context, and `admit` says so to the person.
 */
export function authorizeWith(token: string, identity: () => WorkspaceIdentity | null): Authorize<boolean> {
  return async (source) => {
    const known = identity();
    return {
      botToken: token,
      ...(known === null ? {} : { botUserId: known.botUserId, workspaceId: known.workspaceId }),
      ...(known?.botId == null ? {} : { botId: known.botId }),
      admission: admissionOf(source, known),
    };
  };
}

function admissionOf(
  source: { teamId?: string | undefined; enterpriseId?: string | undefined },
  known: WorkspaceIdentity | null,
): Admission {
  if (known === null) return 'starting';
  const from = known.orgWide ? source.enterpriseId : source.teamId;
  return from === known.workspaceId ? 'admitted' : 'elsewhere';
}

/** Greenroom was removed from its workspace: its token is dead, and waiting does not help. Bolt asks for no authorization then. */
export function noticeRemoval(
  identity: () => WorkspaceIdentity | null,
  removed: () => void,
): Middleware<AnyMiddlewareArgs> {
  return async (args) => {
    if (!('event' in args) || !isRemoval(args.event)) return args.next();
    const { body } = args;
    if ('team_id' in body && body.team_id === identity()?.workspaceId) removed();
  };
}

function isRemoval(event: object): boolean {
  const removal = z.union([
    z.object({ type: z.literal('app_uninstalled') }),
    z.object({ type: z.literal('tokens_revoked'), tokens: z.object({ bot: z.array(z.string()).min(1) }) }),
  ]);
  return removal.safeParse(event).success;
}

/** Nothing reaches a listener before we know who we are, nor from another workspace (Slack Connect, a shared app token). */
export const admit: Middleware<AnyMiddlewareArgs> = async (args) => {
  if (args.context.admission === 'admitted') return args.next();
  const text =
    args.context.admission === 'starting'
      ? 'Greenroom is just starting. Try again in a moment.'
      : 'Greenroom works for another workspace. Ask somebody there, or install Greenroom in yours.';
  if ('command' in args) return args.ack({ response_type: 'ephemeral', text });
  if ('options' in args) return args.ack({ options: [] });
  if ('action' in args) {
    await args.ack();
    await args.respond?.({ response_type: 'ephemeral', replace_original: false, text });
  }
  // A submitted view stays unanswered: Slack then keeps what was typed and offers to try again.
};
