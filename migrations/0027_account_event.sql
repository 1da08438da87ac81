-- Up Migration

-- StackOne's webhooks about accounts that were noted: the same one again, by StackOne's own retry or by somebody who recorded it, asks for
-- nothing. `at`: by StackOne's clock. Kept for a few days.
create table account_event (
  workspace_id text not null references workspace,
  name text not null check (char_length(name) between 1 and 100),
  account_id text not null check (char_length(account_id) between 1 and 255),
  at timestamptz not null,
  noted_at timestamptz not null,
  primary key (workspace_id, account_id, name, at)
);
create index account_event_age on account_event (workspace_id, noted_at);

-- The next poll that webhooks asked for is not before this.
alter table stackone_poll add column hinted_at timestamptz;

create or replace function tables_of_workspace() returns text[] language sql immutable as $$
  select array['draft_secret', 'connect_session', 'draft', 'delivery', 'card', 'watch', 'event', 'check_request', 'readiness_check',
    'connector_profile_rejection', 'profile_question', 'connector_profile', 'zoom_app_term', 'zoom_app_scope', 'zoom_app_need',
    'zoom_app_owner', 'environment', 'stage_count', 'zoom_app', 'confirmed_scope', 'stackone_action_list', 'account_event',
    'stackone_poll', 'scope_review', 'block_support', 'workspace']
$$;
