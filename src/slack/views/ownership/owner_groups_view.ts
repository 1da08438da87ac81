import type { ZoomApp } from '../../../core/apps/zoom_app.ts';
import { MOST_MEMBERS, MOST_OWNER_GROUPS } from '../../../core/ownership/user_groups.ts';
import type { NoGroups } from '../../../usecases/ownership/owner_groups.ts';
import type { ModalView } from '../../blocks/block_types.ts';
import { plain } from '../../blocks/elements.ts';
import { section } from '../../blocks/layout.ts';
import { limits } from '../../blocks/limits.ts';
import { named, plainLine } from '../../blocks/text.ts';
import { deniedMessage } from '../../error_message.ts';
import type { HandlerContext } from '../../handler_context.ts';
import { ownerWords } from '../../messages/ownership/owner_words.ts';
import { note, noteOf } from '../../messages/text_view.ts';
import type { SubmitRequest, SuggestionGroup, SuggestRequest } from '../../requests/requests.ts';
import { input, option, typedIn } from '../inputs.ts';
import { modal } from '../view_frame.ts';
import { callbackIds, modalActionIds } from '../view_ids.ts';
import { stateOfKind } from '../view_metadata.ts';

const GROUPS = 'owner_groups';
const title = 'Owners by group';

/** Which user groups own an app. `granted`: false without the scope `usergroups:read`; then it says what is missing. */
export function ownerGroupsView(app: ZoomApp, granted: boolean): ModalView {
  const { id, name, ownerGroups = [] } = app;
  if (!granted && ownerGroups.length === 0) return note(title, notGranted);
  const chosen = ownerGroups.map((group) => option(labelOf(group), group.id));
  const state = { kind: 'owner_groups' as const, appId: id };
  return modal({ callbackId: callbackIds.ownerGroups, title, submit: 'Save', state }, [
    section(
      `Whoever is in a chosen group owns *${named(name)}* too, as long as they are in it; Greenroom looks every hour. Now: ${ownerWords(app)}.${granted ? '' : ` ${notGranted}`}`,
    ),
    input(
      {
        ...{ block: GROUPS, label: 'User groups', optional: true },
        hint: `At most ${MOST_OWNER_GROUPS} groups; of each, ${MOST_MEMBERS} people count.`,
      },
      {
        ...{ type: 'multi_external_select', action_id: modalActionIds.pickOwnerGroups, min_query_length: 0 },
        ...{ placeholder: plain('Choose user groups', limits.placeholder) },
        max_selected_items: MOST_OWNER_GROUPS,
        ...(chosen.length === 0 ? {} : { initial_options: chosen }),
      },
    ),
  ]);
}

/** Said wherever groups are asked for; everything else works without it. */
const notGranted =
  'User groups can own an app once the Slack app has the optional scope `usergroups:read`; people can be chosen as owners without it.';

const labelOf = ({ handle, name = '' }: { readonly handle: string; readonly name?: string }): string =>
  plainLine(name === '' ? `@${handle}` : `@${handle} (${name})`, limits.option.text) || 'unnamed group';

export async function submitOwnerGroups(context: HandlerContext, request: SubmitRequest): Promise<void> {
  const { appId } = stateOfKind(request.metadata, 'owner_groups');
  const { workspaceId, userId: actor } = request.person;
  const groupIds = typedIn(request.typed, GROUPS).options;
  const result = await context.usecases.chooseOwnerGroups({ workspaceId, actor, appId, groupIds });
  if (result.ok) {
    const words = `:white_check_mark: *${named(result.value.name)}* is owned by ${ownerWords(result.value)}.`;
    return request.answer({ kind: 'show', view: note(title, words) });
  }
  const error = fieldErrors[result.error];
  if (error !== undefined) return request.answer({ kind: 'errors', errors: { [GROUPS]: error } });
  if (result.error === 'not_found' || result.error === 'archived' || isDenial(result.error)) {
    const denied = await deniedMessage(context, request.person, result.error, { appId });
    await request.answer({ kind: 'show', view: noteOf(denied, title) });
  }
}

const fieldErrors: Partial<Record<NoGroups, string>> = {
  not_granted: 'The Slack app lacks the scope usergroups:read. Choose no group, or ask who runs Greenroom.',
  too_many: `Choose at most ${MOST_OWNER_GROUPS}.`,
  no_group: 'Slack does not list one of these groups any more. Take it out.',
  groups_unknown: 'Slack did not say who is in them. Try again in a minute.',
  no_members:
    'In one of these groups is nobody who can own an app: choose one with people of this workspace.',
};

const isDenial = (code: NoGroups): code is 'not_owner' | 'not_admin' =>
  code === 'not_owner' || code === 'not_admin';

export async function suggestOwnerGroups(
  context: HandlerContext,
  { person: { workspaceId, userId: actor }, query }: SuggestRequest,
): Promise<readonly SuggestionGroup[]> {
  const list = await context.usecases.listUserGroups({ workspaceId, actor });
  if (list.kind !== 'groups') return [];
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (label: string) => words.every((word) => label.toLowerCase().includes(word));
  const suggestions = list.groups
    .map((group) => ({ text: labelOf(group), value: group.id }))
    .filter(({ text }) => fits(text));
  return [{ label: 'User groups', suggestions }];
}
