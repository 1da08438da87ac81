-- Up Migration

-- What a channel or person that watches an app is notified about. An older replica reads no level: it notifies about everything.
alter table watch add column level text not null default 'all' check (level in ('milestones', 'changes', 'failures', 'all'));

-- Channels and persons that watch every app of a workspace, also those that are registered later.
create table workspace_watch (
  workspace_id text not null references workspace,
  channel_id text not null, -- a Slack channel, or the id of a person
  level text not null check (level in ('milestones', 'changes', 'failures', 'all')),
  created_by text not null,
  created_at timestamptz not null,
  paused_at timestamptz,
  paused_reason text,
  opened_at timestamptz, -- as in watch
  primary key (workspace_id, channel_id)
);

insert into person_column (of_table, of_column, holds) values
  ('workspace_watch', 'channel_id', 'row'),
  ('workspace_watch', 'created_by', 'text');
insert into workspace_table (name, position) values ('workspace_watch', 55);
