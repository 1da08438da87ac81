-- Up Migration

-- What a channel or person that watches an app is notified about. An older replica reads no level: it notifies about everything.
alter table watch add column level text not null default 'all' check (level in ('milestones', 'changes', 'failures', 'all'));

-- Who set the watch, and is notified when it is paused. Null: only the app's own channel, of which its owners are notified.
alter table watch add column set_by text;
create index watch_set_in on watch (workspace_id, channel_id) where set_by is not null;
create index watch_set_by on watch (workspace_id, set_by) where set_by is not null;

-- Channels and persons that watch every app of a workspace, also those that are registered later.
create table workspace_watch (
  workspace_id text not null references workspace,
  channel_id text not null, -- a Slack channel, or the id of a person
  level text not null check (level in ('milestones', 'changes', 'failures', 'all')),
  set_by text not null,
  created_at timestamptz not null,
  paused_at timestamptz,
  paused_reason text,
  opened_at timestamptz, -- as in watch
  primary key (workspace_id, channel_id)
);
create index workspace_watch_paused on workspace_watch (workspace_id, channel_id) where paused_at is not null;

-- Since when nobody in its channel watches the app of a card any more, because a person ended the watch.
alter table card add column unwatched_at timestamptz;
create index card_channel on card (workspace_id, channel_id);

insert into person_column (of_table, of_column, holds) values
  ('watch', 'set_by', 'text'),
  ('workspace_watch', 'channel_id', 'row'),
  ('workspace_watch', 'set_by', 'text');
insert into workspace_table (name, position) values ('workspace_watch', 55);
