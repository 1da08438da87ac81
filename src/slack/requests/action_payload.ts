import { z } from 'zod';
import { memoizeByObject } from '../../concurrency/memoize.ts';
import { menuId } from '../blocks/menu.ts';
import type { Place } from './requests.ts';
import { typedByBlock, viewPayload } from './typed_state.ts';

const actionPayload = z.object({
  user: z.object({ id: z.string() }),
  trigger_id: z.string(),
  container: z.object({
    type: z.string(),
    channel_id: z.string().optional(),
    is_ephemeral: z.boolean().optional(),
  }),
  channel: z.object({ id: z.string() }).nullish(),
  view: viewPayload.nullish(),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        value: z.string().nullish(),
        selected_user: z.string().nullish(),
        selected_option: z.object({ value: z.string() }).nullish(),
      }),
    )
    .min(1),
});

export interface ActionPayload {
  readonly userId: string;
  readonly triggerId: string;
  readonly actionId: string;
  readonly value: string;
  readonly place: Place;
}

/** Throws a ZodError. Once for each request: it is judged first, and then answered. */
export const parseAction = memoizeByObject((payload: object): ActionPayload => {
  const given = actionPayload.parse(payload);
  const [action] = given.actions;
  const [actionId = '', mark = ''] = (action?.action_id ?? '').split('#', 2);
  const chosen = action?.selected_user;
  // A select of people has no value of its own: what it is about follows its name.
  const pressed = {
    actionId,
    value: chosen == null ? (action?.value ?? action?.selected_option?.value ?? '') : `${mark} ${chosen}`,
  };
  return {
    userId: given.user.id,
    triggerId: given.trigger_id,
    ...(pressed.actionId === menuId ? entryOf(pressed.value) : pressed),
    place: placeOf(given),
  };
});

/** An entry of a menu is handled like the button that it stands for. */
function entryOf(chosen: string): Pick<ActionPayload, 'actionId' | 'value'> {
  const [actionId = ''] = chosen.split(' ', 1);
  return { actionId, value: chosen.slice(actionId.length + 1) };
}

function placeOf({ view, container, channel }: z.infer<typeof actionPayload>): Place {
  if (view?.type === 'home') return { kind: 'home', typed: typedByBlock(view) };
  if (view != null) {
    return {
      kind: 'modal',
      viewId: view.id,
      hash: view.hash,
      callbackId: view.callback_id,
      metadata: view.private_metadata,
      typed: typedByBlock(view),
    };
  }
  return {
    kind: 'message',
    channelId: container.channel_id ?? channel?.id ?? '',
    ephemeral: container.is_ephemeral === true,
  };
}
