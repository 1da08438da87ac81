import type { HandlerContext } from '../../../handler_context.ts';
import type { CommandRequest } from '../../../requests/requests.ts';
import { ownerGroupsView } from '../../../views/ownership/owner_groups_view.ts';
import { myApp } from '../named_app.ts';

/** `/zoom-app groups <app>` */
export async function ownerGroups(
  context: HandlerContext,
  request: CommandRequest,
  rest: string,
): Promise<void> {
  request.hold();
  const card = await myApp(context, request, rest, 'groups');
  if (card === null) return;
  const granted = context.isGranted('usergroups:read') !== false;
  await request.open(() => ownerGroupsView(card.app, granted));
}
