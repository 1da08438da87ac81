-- What people may ask for often, and what nobody takes up again.

-- "Check now": when a person asked last about an app; swept away when it limits nothing any more.
create table check_request (
  workspace_id text not null,
  zoom_app_id uuid not null,
  user_id text not null,
  asked_at timestamptz not null,
  primary key (workspace_id, zoom_app_id, user_id),
  foreign key (workspace_id, zoom_app_id) references zoom_app
);
create index check_request_asked on check_request (workspace_id, asked_at);

-- When StackOne was, or is about to be, asked because somebody wanted it: once a minute for all replicas together.
alter table stackone_poll add column forced_at timestamptz;

-- Drafts that nobody takes up expire.
create index draft_updated on draft (workspace_id, updated_at);
