/** Channels in which what watches is paused, as (workspace_id, channel_id), of every workspace. By indexes of what is paused. */
export const pausedChannels = `
  select workspace_id, channel_id from watch where paused_at is not null
  union all select workspace_id, channel_id from workspace_watch where paused_at is not null`;

/** A condition: what watches the channel of a row of `table` is paused. By indexes of what is paused. */
export const channelIsPaused = (table: string): string => `(
  exists (select from watch where watch.workspace_id = ${table}.workspace_id
            and watch.channel_id = ${table}.channel_id and watch.paused_at is not null)
  or exists (select from workspace_watch watch where watch.workspace_id = ${table}.workspace_id
            and watch.channel_id = ${table}.channel_id and watch.paused_at is not null))`;
