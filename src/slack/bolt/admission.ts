import type { AllMiddlewareArgs, AnyMiddlewareArgs, Authorize } from '@slack/bolt';
import { z } from 'zod';
import type { AccessState } from './access.ts';

type Admission = 'admitted' | 'starting' | 'elsewhere' | 'token_refused';

/**
 * Bolt's own authorization asks `auth.test` at construction (T6) or for every event. Ours knows the answer already; what
 * it may not let in is named in the context, and `admit` says so to the person.
 */
export function authorizeWith(token: string, access: () => AccessState): Authorize<boolean> {
  return async (source) => {
    const state = access();
    const known = state.kind === 'starting' ? null : state.identity;
    return {
      botToken: token,
      ...(known === null ? {} : { botUserId: known.botUserId, workspaceId: known.workspaceId }),
      ...(known?.botId == null ? {} : { botId: known.botId }),
      admission: admissionOf(source, state),
    };
  };
}

function admissionOf(
  source: { teamId?: string | undefined; enterpriseId?: string | undefined },
  state: AccessState,
): Admission {
  if (state.kind === 'starting') return 'starting';
  const { orgWide, workspaceId } = state.identity;
  if ((orgWide ? source.enterpriseId : source.teamId) !== workspaceId) return 'elsewhere';
  return state.kind === 'refused' ? 'token_refused' : 'admitted';
}

/** Slack says that the app was removed, or its token revoked. Bolt asks for no authorization then. */
export function isRemoval(args: AnyMiddlewareArgs): boolean {
  return 'event' in args && removal.safeParse(args.event).success;
}

const removal = z.union([
  z.object({ type: z.literal('app_uninstalled') }),
  z.object({ type: z.literal('tokens_revoked'), tokens: z.object({ bot: z.array(z.string()).min(1) }) }),
]);

const texts: Readonly<Record<Exclude<Admission, 'admitted'>, string>> = {
  starting: 'Greenroom is just starting. Try again in a moment.',
  token_refused:
    'Slack no longer takes the token with which Greenroom works here, so nothing was changed. Whoever runs Greenroom has to install it again and restart it with its new token.',
  elsewhere: 'Greenroom works for another workspace. Ask somebody there, or install Greenroom in yours.',
};

function textFor(admission: unknown): string {
  return admission === 'starting' || admission === 'token_refused' ? texts[admission] : texts.elsewhere;
}

/** Nothing reaches a listener before we know who we are, nor from another workspace (Slack Connect, a shared app token). */
export async function admit(args: AnyMiddlewareArgs & AllMiddlewareArgs): Promise<boolean> {
  if (args.context.admission === 'admitted') return true;
  const text = textFor(args.context.admission);
  if ('command' in args) await args.ack({ response_type: 'ephemeral', text });
  else if ('options' in args) await args.ack({ options: [] });
  else if ('action' in args) {
    await args.ack();
    await args.respond?.({ response_type: 'ephemeral', replace_original: false, text });
  } else if ('view' in args && args.body.type === 'view_closed') await args.ack();
  // A submitted view stays unanswered: Slack then keeps what was typed and offers to try again.
  return false;
}
