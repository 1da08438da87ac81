import { Ok, type Result } from '../../core/result.ts';
import { isChannelId } from '../../core/slack_ids.ts';
import { appendEvent } from '../../store/apps/events.ts';
import { readDefaultChannelId, saveDefaultChannelId } from '../../store/workspaces/default_channel.ts';
import type { By, Context, Deciding } from '../changes/context.ts';
import type { AdminRefusal } from '../changes/roles/admin.ts';
import { changeAsAdmin } from '../changes/roles/change_as_admin.ts';

/** The channel that the registration form offers where a person is in none: Slack's id, or null. */
export function readDefaultChannel(
  ctx: Pick<Context, 'db'>,
  { workspaceId }: { readonly workspaceId: string },
): Promise<string | null> {
  return readDefaultChannelId(ctx.db, workspaceId);
}

/** Admins of the workspace only. Null: none. `channel`: it is no id of a channel. Apps that are registered keep theirs. */
export async function setDefaultChannel(
  ctx: Pick<Context, Deciding | 'clock' | 'newId'>,
  input: By & { readonly channelId: string | null },
): Promise<Result<{ readonly changed: boolean }, AdminRefusal | 'channel'>> {
  const { workspaceId, actor, channelId } = input;
  const wrong = () => (channelId === null || isChannelId(channelId) ? null : 'channel');
  return changeAsAdmin<{ changed: boolean }, 'channel'>(ctx, input, wrong, async (tx) => {
    const before = await readDefaultChannelId(tx, workspaceId);
    if (before === channelId) return Ok({ changed: false });
    await saveDefaultChannelId(tx, workspaceId, channelId);
    const at = { id: ctx.newId(), workspaceId, at: ctx.clock.now(), actor };
    await appendEvent(tx, { ...at, kind: 'default_channel_changed', detail: { channelId, before } });
    return Ok({ changed: true });
  });
}
