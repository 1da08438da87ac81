import type { Introduction } from '../../usecases/introductions/introduce.ts';
import type { HandlerContext } from '../handler_context.ts';
import { errorText } from '../web_api/connect_workspace.ts';

/** Null: said before. Undefined: it cannot be known now, which is no reason to leave somebody without an answer. */
export async function introduced(
  { usecases, log }: HandlerContext,
  workspaceId: string,
  place: string,
): Promise<Introduction | null | undefined> {
  try {
    return await usecases.introduceToPerson({ workspaceId, place });
  } catch (error) {
    log.warn({ reason: errorText(error) }, 'Could not record an introduction');
    return undefined;
  }
}
