-- Which apps use a scope is asked for any of three thousand: one look-up each, within a workspace.
create index zoom_app_scope_scope on zoom_app_scope (workspace_id, scope);

-- Scopes that the catalogue does not know and somebody has seen in Zoom: known to this workspace from then on.
create table confirmed_scope (
  workspace_id text not null references workspace,
  scope text not null check (char_length(scope) <= 200),
  confirmed_by text not null,
  confirmed_at timestamptz not null,
  primary key (workspace_id, scope)
);

-- StackOne's actions for Zoom as it listed them last: read and written as a whole.
create table stackone_action_list (
  workspace_id text primary key references workspace,
  asked_at timestamptz not null, -- the last try
  answered_at timestamptz, -- the last list
  trouble text, -- why the last try gave no list, a closed code
  actions jsonb not null default '[]'
);

-- What an app is for, in the terms of core/scopes/needs.ts; its scopes are compared with what that takes.
create table zoom_app_need (
  workspace_id text not null,
  zoom_app_id uuid not null,
  need text not null check (char_length(need) <= 300),
  position integer not null,
  primary key (workspace_id, zoom_app_id, need),
  foreign key (workspace_id, zoom_app_id) references zoom_app
);
