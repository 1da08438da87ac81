-- Up Migration

-- What StackOne's Zoom connector requires, and where apps fall short of it.

-- When the connector is looked at, once for each workspace, and how far the apps were compared with what was seen.
create table connector_poll (
  workspace_id text primary key references workspace,
  next_check_at timestamptz not null, -- the lease: whoever moves it on looks
  checked_at timestamptz, -- when somebody looked last, by schedule or because a person asked
  profile_version text check (char_length(profile_version) <= 100), -- the newest that an unpinned profile runs with
  compared text, -- a hash of what the apps were, or are being, compared with
  compared_up_to text, -- the folded name of the last app; null: all were compared
  comparing_since timestamptz -- so that the messages of one comparison are gathered, also after a crash
);

-- The newest few complete lists that differ, so that two can be compared. An incomplete list never gets here.
create table connector_snapshot (
  workspace_id text not null references workspace,
  taken_at timestamptz not null,
  version text check (char_length(version) <= 100), -- as StackOne sends it
  content jsonb not null, -- core/drift/connector_snapshot.ts
  primary key (workspace_id, taken_at)
);

-- Apps that fall short of the connector or the catalogue, and what was done about it.
create table app_drift (
  workspace_id text not null,
  zoom_app_id uuid not null,
  findings jsonb not null default '[]', -- core/drift/findings.ts
  announced text[] not null default '{}', -- keys of findings: the owners were told
  accepted text[] not null default '{}', -- keys of findings: an owner accepted them; the event says who
  compared_at timestamptz not null,
  primary key (workspace_id, zoom_app_id),
  foreign key (workspace_id, zoom_app_id) references zoom_app
);

-- As StackOne lists them. Null: not said, or written by an earlier release.
alter table connector_profile
  add column connector_version text check (char_length(connector_version) <= 100),
  add column pinned_version text check (char_length(pinned_version) <= 100), -- null: it follows the connector
  add column newest_version text check (char_length(newest_version) <= 100); -- what a pinned one could be pinned to
create index connector_profile_pinned on connector_profile (workspace_id, id)
  where pinned_version is not null and removed_at is null;

-- Rows of the last list could not be read, or it contradicted itself: there may be more actions.
alter table stackone_action_list add column incomplete boolean not null default false;

create or replace function tables_of_workspace() returns text[] language sql immutable as $$
  select array['draft_secret', 'connect_session', 'draft', 'delivery', 'card', 'watch', 'event', 'check_request', 'readiness_check',
    'connector_profile_rejection', 'profile_question', 'connector_profile', 'app_drift', 'zoom_app_term', 'zoom_app_scope',
    'zoom_app_need', 'zoom_app_owner', 'environment', 'stage_count', 'zoom_app', 'confirmed_scope', 'connector_snapshot',
    'connector_poll', 'stackone_action_list', 'account_event', 'stackone_poll', 'scope_review', 'block_support', 'workspace']
$$;
