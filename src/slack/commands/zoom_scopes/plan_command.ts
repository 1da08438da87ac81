import type { HandlerContext } from '../../handler_context.ts';
import { planMessage } from '../../messages/scope_plan/scope_plan_message.ts';
import type { CommandRequest } from '../../requests/requests.ts';
import { planView } from '../../views/plan/plan_view.ts';
import { appName, managementTypeOf, split } from '../command_words.ts';

/**
 * `/zoom-scopes plan` opens the form; `plan admin|user <needs, with commas>` answers at once; `plan <app>` compares an app
 * with what it is for, or asks for that.
 */
export async function planCommand(
  context: HandlerContext,
  request: CommandRequest,
  words: string,
): Promise<void> {
  const { first, rest } = split(words);
  const named = managementTypeOf(first);
  if (words.trim() === '' || (named !== null && rest === ''))
    return request.open(() => planView({ managementType: named ?? 'admin' }));
  request.hold();
  const { workspaceId, userId: actor } = request.person;
  if (named !== null) {
    const needs = needsIn(rest);
    const planned = await context.usecases.planScopesFor({
      workspaceId,
      actor,
      needs,
      managementType: named,
    });
    return request.reply(planMessage(planned));
  }
  const found = await context.usecases.findZoomApp({ workspaceId, text: appName(words) });
  if (found.kind !== 'found') {
    // Not an app: then the words are needs.
    const planned = await context.usecases.planScopesFor({
      workspaceId,
      actor,
      needs: needsIn(words),
      managementType: 'admin',
    });
    return request.reply(planMessage(planned));
  }
  const { id, name, managementType } = found.card.app;
  const planned = await context.usecases.planScopesFor({
    workspaceId,
    actor,
    needs: [],
    managementType,
    appId: id,
  });
  if (planned.needs.length === 0) return request.open(() => planView({ managementType, app: { id, name } }));
  await request.reply(planMessage(planned));
}

/** Parted by commas or lines; a template may be named without the word. */
function needsIn(text: string): readonly string[] {
  return text
    .split(/[,;\n]/)
    .map((need) => need.trim().replace(/\s+/g, ' '))
    .filter((need) => need !== '');
}
