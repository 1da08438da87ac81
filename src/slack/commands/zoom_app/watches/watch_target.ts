import type { WatchKey } from '../../../../core/watches/watch.ts';
import type { HandlerContext } from '../../../handler_context.ts';
import type { CommandRequest } from '../../../requests/requests.ts';
import { appCalled, isCalledExactly } from '../named_app.ts';
import { readings, type TypedWatch, typedWatch } from './typed_watch.ts';

/** The watch that a line names. `typed`: what else it says. */
export interface WatchTarget extends WatchKey {
  readonly appName: string | null;
  readonly typed: TypedWatch;
}

/** Null after an error text was sent: no such app, or several. The line names something. */
export async function watchTarget(
  context: HandlerContext,
  request: CommandRequest,
  rest: string,
): Promise<WatchTarget | null> {
  const { workspaceId, userId } = request.person;
  const channelOf = ({ toMe }: TypedWatch): string =>
    toMe || !request.channel.isChannel ? userId : request.channel.id;
  for (const typed of readings(rest)) {
    if (typed.name.toLowerCase() === 'all')
      return { channelId: channelOf(typed), appId: null, appName: null, typed };
    const found = await context.usecases.findZoomApp({ workspaceId, text: typed.name });
    if (found.kind !== 'found' || !isCalledExactly(found.card.app, typed.name)) continue;
    return { channelId: channelOf(typed), appId: found.card.app.id, appName: found.card.app.name, typed };
  }
  const typed = typedWatch(rest);
  const card = await appCalled(context, request, typed.name);
  return card === null
    ? null
    : { channelId: channelOf(typed), appId: card.app.id, appName: card.app.name, typed };
}
