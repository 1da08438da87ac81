-- Up Migration

-- A StackOne connect session: one person links an account through one connector profile, which proves the profile. Written before
-- StackOne is asked for it ('requested'), so that a process may die at any moment. Deleted 30 days after it was made.
create table connect_session (
  workspace_id text not null,
  id uuid not null,
  environment_id uuid not null,
  purpose text not null check (purpose in ('prove', 'link', 'link_again')),
  -- 'failed', 'cancelled', 'expired': its link is not shown any more, but who has it open may still consent until it ends at StackOne.
  state text not null check (state in ('requested', 'open', 'authenticated', 'failed', 'cancelled', 'expired')),
  created_by text not null, -- the only one who is shown the link
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- What is proven: a proof says nothing about another profile or pair that the environment has by then.
  profile_id text not null,
  client_id text not null,
  pair_mark text not null,
  account_id text, -- of the account that is linked again, then of the one that was linked
  zoom_account text check (zoom_account in ('own', 'test')), -- whose account the person said it would be
  keeps_account boolean not null default true, -- false: the test account is to be removed afterwards
  customer_id text,
  customer_name text,
  view_id text, -- the modal of Slack's that shows the link
  stackone_id text,
  link_sealed text, -- only while it is open
  next_poll_at timestamptz, -- null: its end is known, and recorded
  trouble text, -- why the last poll brought nothing
  primary key (workspace_id, id),
  foreign key (workspace_id, environment_id) references environment
);
-- One link at a time for an environment, so that it stays clear which consent proved what.
create unique index connect_session_open on connect_session (workspace_id, environment_id) where state in ('requested', 'open');
create index connect_session_due on connect_session (workspace_id, next_poll_at) where next_poll_at is not null;
create index connect_session_age on connect_session (workspace_id, created_at);
create index connect_session_environment on connect_session (workspace_id, environment_id);

create or replace function columns_about_people() returns table (of_table text, of_column text, holds text, longest integer)
language sql immutable as $$
  values
    ('draft', 'user_id', 'row', null::integer),
    ('draft', 'answers', 'json', null),
    ('check_request', 'user_id', 'row', null),
    ('connect_session', 'created_by', 'row', null),
    ('connect_session', 'customer_id', 'text', 200),
    ('connect_session', 'customer_name', 'text', 200),
    ('zoom_app_owner', 'user_id', 'row', null),
    ('zoom_app', 'name', 'name', null),
    ('zoom_app', 'created_by', 'text', null),
    ('zoom_app', 'updated_by', 'text', null),
    ('zoom_app', 'channel_id', 'text', null),
    ('zoom_app', 'purpose', 'text', 500),
    ('zoom_app', 'scope_description', 'text', 1000),
    ('zoom_app_scope', 'confirmed_by', 'text', null),
    ('confirmed_scope', 'confirmed_by', 'text', null),
    ('readiness_check', 'attested_by', 'text', null),
    ('readiness_check', 'detail', 'json', null),
    ('connector_profile', 'name', 'text', null),
    ('connector_profile', 'matched_user', 'text', null),
    ('connector_profile_rejection', 'user_id', 'text', null),
    ('profile_question', 'channel_id', 'row', null),
    ('watch', 'channel_id', 'row', null),
    ('watch', 'created_by', 'text', null),
    ('card', 'channel_id', 'row', null),
    ('delivery', 'channel_id', 'row', null),
    ('delivery', 'message', 'json', null),
    ('delivery', 'topic', 'text', null),
    ('event', 'actor', 'text', null),
    ('event', 'detail', 'json', null)
$$;

create or replace function tables_of_workspace() returns text[] language sql immutable as $$
  select array['draft_secret', 'connect_session', 'draft', 'delivery', 'card', 'watch', 'event', 'check_request', 'readiness_check',
    'connector_profile_rejection', 'profile_question', 'connector_profile', 'zoom_app_term', 'zoom_app_scope', 'zoom_app_need',
    'zoom_app_owner', 'environment', 'stage_count', 'zoom_app', 'confirmed_scope', 'stackone_action_list', 'stackone_poll',
    'scope_review', 'block_support', 'workspace']
$$;
