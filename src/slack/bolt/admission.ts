import type { AllMiddlewareArgs, AnyMiddlewareArgs, Authorize } from '@slack/bolt';
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

/** Greenroom was removed from a workspace: its token is dead there, and waiting does not help. Bolt asks for no authorization then. */
export function removedFrom(args: AnyMiddlewareArgs): string | null {
  if (!('event' in args) || !removal.safeParse(args.event).success) return null;
  return 'team_id' in args.body ? args.body.team_id : null;
}

const removal = z.union([
  z.object({ type: z.literal('app_uninstalled') }),
  z.object({ type: z.literal('tokens_revoked'), tokens: z.object({ bot: z.array(z.string()).min(1) }) }),
]);

/** Nothing reaches a listener before we know who we are, nor from another workspace (Slack Connect, a shared app token). */
export async function admit(args: AnyMiddlewareArgs & AllMiddlewareArgs): Promise<boolean> {
  if (args.context.admission === 'admitted') return true;
  const text =
    args.context.admission === 'starting'
      ? 'Greenroom is just starting. Try again in a moment.'
      : 'Greenroom works for another workspace. Ask somebody there, or install Greenroom in yours.';
  if ('command' in args) await args.ack({ response_type: 'ephemeral', text });
  else if ('options' in args) await args.ack({ options: [] });
  else if ('action' in args) {
    await args.ack();
    await args.respond?.({ response_type: 'ephemeral', replace_original: false, text });
  } else if ('view' in args && args.body.type === 'view_closed') await args.ack();
  // A submitted view stays unanswered: Slack then keeps what was typed and offers to try again.
  return false;
}
