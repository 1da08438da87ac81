-- Up Migration

-- Who may do what in a workspace, where its admins have decided it; what is not here is as it always was. An older replica reads
-- neither table: it goes on as before.
create table workspace_role (
  workspace_id text not null references workspace,
  activity text not null check (char_length(activity) between 1 and 40), -- a newer replica may know more
  who text not null check (who in ('everyone', 'owners', 'admins')),
  primary key (workspace_id, activity)
);

-- Admins whom admins have added, besides those of the configuration and of Slack.
create table workspace_admin (
  workspace_id text not null references workspace,
  user_id text not null check (char_length(user_id) between 1 and 40),
  added_by text not null,
  added_at timestamptz not null,
  primary key (workspace_id, user_id)
);

insert into person_column (of_table, of_column, holds) values
  ('workspace_admin', 'user_id', 'row'),
  ('workspace_admin', 'added_by', 'text');
insert into workspace_table (name, position) values ('workspace_role', 15), ('workspace_admin', 16);
