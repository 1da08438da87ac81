-- Greenroom's tables. Every table carries workspace_id, and it leads every primary key and index, because ids
-- repeat across organisations through Slack Connect. Times are written by the application's clock.

create table workspace (
  id text primary key, -- a Slack team (T...), or an Enterprise Grid org (E...)
  name text not null,
  bot_user_id text not null,
  -- Does Zoom look at the client before the code? Found out once per workspace, with an altered secret.
  probe_trust text not null default 'untested' check (probe_trust in ('untested', 'trusted', 'untrusted')),
  created_at timestamptz not null
);

create table zoom_app (
  workspace_id text not null references workspace,
  id uuid not null,
  name text not null check (char_length(name) between 1 and 50),
  name_key text not null, -- the name folded for comparing (core/naming.ts)
  management_type text not null check (management_type in ('admin', 'user')),
  purpose text not null default '' check (char_length(purpose) <= 500),
  scope_description text not null default '' check (char_length(scope_description) <= 1000),
  channel_id text not null,
  version integer not null default 1, -- counts edits: the second of two editors is told
  created_by text not null,
  updated_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz,
  primary key (workspace_id, id)
);
-- Pattern operators, so that the same index answers "is this name taken" and "an unambiguous beginning of it".
create unique index zoom_app_name on zoom_app (workspace_id, name_key text_pattern_ops) where archived_at is null;

-- The words of a name, by their beginnings.
create index zoom_app_words on zoom_app using gin (array_to_tsvector(string_to_array(name_key, ' ')))
  where archived_at is null;

create table zoom_app_owner (
  workspace_id text not null,
  zoom_app_id uuid not null,
  user_id text not null,
  primary key (workspace_id, zoom_app_id, user_id),
  foreign key (workspace_id, zoom_app_id) references zoom_app
);
create index zoom_app_owner_user on zoom_app_owner (workspace_id, user_id);

create table zoom_app_scope (
  workspace_id text not null,
  zoom_app_id uuid not null,
  scope text not null,
  position integer not null,
  confirmed_by text, -- who said that Zoom's picker offers a scope the catalogue does not know
  primary key (workspace_id, zoom_app_id, scope),
  foreign key (workspace_id, zoom_app_id) references zoom_app
);

create table environment (
  workspace_id text not null,
  id uuid not null,
  zoom_app_id uuid not null,
  kind text not null check (kind in ('development', 'production')),
  client_id text not null,
  client_secret_sealed text, -- null once archived: secrets are destroyed
  -- A rotation keeps the old pair in use until Zoom has accepted the new one.
  pending_client_id text,
  pending_secret_sealed text,
  stage text not null check (stage in
    ('draft', 'credentials', 'scopes', 'testing', 'profile', 'live', 'degraded', 'archived')),
  live_at timestamptz, -- when it was live for the first time; null again when its profile is given up
  -- Profiles first seen after this moment are new to this environment; null until StackOne answered once.
  baseline_at timestamptz,
  next_probe_at timestamptz, -- when the credentials are looked at again
  probed_at timestamptz, -- the last probe, to keep the tries few
  next_account_check_at timestamptz,
  ask_again_at timestamptz, -- "not ready yet": when to ask again
  primary key (workspace_id, id),
  unique (workspace_id, zoom_app_id, kind),
  foreign key (workspace_id, zoom_app_id) references zoom_app,
  check ((pending_client_id is null) = (pending_secret_sealed is null))
);
create index environment_probe_due on environment (workspace_id, next_probe_at) where next_probe_at is not null;
create index environment_ask_due on environment (workspace_id, ask_again_at) where ask_again_at is not null;
create index environment_account_due on environment (workspace_id, next_account_check_at)
  where next_account_check_at is not null;
create index environment_baseline on environment (workspace_id, baseline_at) where stage <> 'archived';
create index environment_stage on environment (workspace_id, stage);

create table readiness_check (
  workspace_id text not null,
  environment_id uuid not null,
  name text not null check (name in
    ('credentials', 'scopes', 'redirect', 'test_status', 'connector_profile', 'linked_account')),
  status text not null check (status in ('pending', 'passed', 'failed', 'unknown')),
  evidence text check (evidence in ('verified', 'attested', 'derived')),
  reason text, -- a closed code, see core/readiness/reasons.ts
  detail jsonb not null default '{}',
  last_known text not null check (last_known in ('pending', 'passed', 'failed')), -- what "unknown" still shows
  known_at timestamptz, -- when last_known was learned
  looked_at timestamptz, -- the last try, answered or not
  attested_by text,
  primary key (workspace_id, environment_id, name),
  foreign key (workspace_id, environment_id) references environment,
  check (status = 'unknown' or status = last_known),
  check (status <> 'passed' or evidence is not null),
  check (evidence is distinct from 'attested' or attested_by is not null)
);

create index readiness_check_unknown on readiness_check (workspace_id, name, looked_at) where status = 'unknown';

create table connector_profile (
  workspace_id text not null references workspace,
  id text not null, -- StackOne's, opaque
  name text not null,
  active boolean not null,
  first_seen_at timestamptz not null, -- our clock: "new" means an id we had not seen
  removed_at timestamptz,
  environment_id uuid,
  matched_by text check (matched_by in ('name', 'only_candidate', 'person', 'adopted')),
  matched_user text,
  primary key (workspace_id, id),
  foreign key (workspace_id, environment_id) references environment,
  check ((environment_id is null) = (matched_by is null))
);
create index connector_profile_free on connector_profile (workspace_id, first_seen_at)
  where environment_id is null and active and removed_at is null;
create unique index connector_profile_environment on connector_profile (workspace_id, environment_id)
  where environment_id is not null;

-- "Not this one": remembered, so that nobody is asked or told the same thing again.
create table connector_profile_rejection (
  workspace_id text not null,
  environment_id uuid not null,
  profile_id text not null,
  user_id text not null,
  at timestamptz not null,
  primary key (workspace_id, environment_id, profile_id),
  foreign key (workspace_id, environment_id) references environment,
  foreign key (workspace_id, profile_id) references connector_profile
);

create table profile_question (
  workspace_id text not null references workspace,
  id uuid not null,
  channel_id text not null,
  profile_ids text[] not null,
  dismissed_ids text[] not null default '{}', -- "none of these apps"
  created_at timestamptz not null,
  primary key (workspace_id, id)
);
create index profile_question_channel on profile_question (workspace_id, channel_id);
create index profile_question_profile on profile_question using gin (profile_ids);

-- What is known of StackOne itself, once per workspace.
create table stackone_poll (
  workspace_id text primary key references workspace,
  asked_at timestamptz, -- the last try
  answered_at timestamptz, -- the last list
  trouble text, -- why the last try gave no list, a closed code
  trouble_since timestamptz,
  trouble_announced_at timestamptz,
  key_fingerprint text, -- a new key ends a pause at once
  next_poll_at timestamptz
);

create table event (
  workspace_id text not null references workspace,
  seq bigint generated always as identity, -- the order of writing
  id uuid not null,
  at timestamptz not null,
  kind text not null,
  actor text not null, -- a Slack user id, or 'greenroom'
  zoom_app_id uuid,
  environment_id uuid,
  detail jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index event_zoom_app on event (workspace_id, zoom_app_id, seq);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'event is append-only';
end $$;
create trigger event_append_only before update or delete on event for each row execute function refuse_change();
create trigger event_no_truncate before truncate on event for each statement execute function refuse_change();

create table watch (
  workspace_id text not null references workspace,
  channel_id text not null,
  zoom_app_id uuid not null,
  created_by text not null,
  created_at timestamptz not null,
  paused_at timestamptz, -- Greenroom cannot post there; kept, never dropped silently
  paused_reason text,
  primary key (workspace_id, zoom_app_id, channel_id),
  foreign key (workspace_id, zoom_app_id) references zoom_app
);
create index watch_channel on watch (workspace_id, channel_id);

-- A message that stands in a channel and is edited in place.
create table card (
  workspace_id text not null references workspace,
  channel_id text not null,
  subject text not null check (subject in ('zoom_app', 'profile_question')),
  subject_id uuid not null,
  message_ts text not null,
  primary key (workspace_id, subject, subject_id, channel_id)
);

create table delivery (
  workspace_id text not null references workspace,
  seq bigint generated always as identity, -- order within a channel
  id uuid not null,
  channel_id text not null,
  -- 'card': drawn from what is true when it is sent, posted once and then edited. 'message': says what happened.
  kind text not null check (kind in ('card', 'message')),
  subject text check (subject in ('zoom_app', 'profile_question')),
  subject_id uuid, -- the card itself, or the card in whose thread the message goes
  in_thread boolean not null default false,
  message jsonb, -- what to say (core/messages.ts), never a secret
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'dropped')),
  created_at timestamptz not null,
  sent_at timestamptz,
  message_ts text,
  trouble text, -- Slack's error code, when it was refused
  primary key (workspace_id, id),
  check ((kind = 'card') = (message is null))
);
create index delivery_waiting on delivery (workspace_id, channel_id, seq) where state in ('queued', 'sending');
create index delivery_drawn on delivery (workspace_id, created_at) where kind = 'card';
-- One waiting redraw per card is enough.
create unique index delivery_card on delivery (workspace_id, channel_id, subject, subject_id)
  where kind = 'card' and state = 'queued';

create table draft (
  workspace_id text not null references workspace,
  id uuid not null,
  user_id text not null,
  answers jsonb not null, -- what was typed, without any secret
  -- Profiles first seen after this are new to what is being registered; null until StackOne answers once.
  baseline_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id)
);
create unique index draft_user on draft (workspace_id, user_id);

-- Secrets typed into an open modal, sealed, until it is saved, closed or forgotten.
create table draft_secret (
  workspace_id text not null,
  draft_id uuid not null,
  kind text not null check (kind in ('development', 'production')),
  sealed text not null,
  expires_at timestamptz not null,
  primary key (workspace_id, draft_id, kind),
  foreign key (workspace_id, draft_id) references draft on delete cascade
);
create index draft_secret_expiry on draft_secret (expires_at);

-- node-cron fires in every replica; the first to write its firing here does the work.
create table schedule_run (
  key text primary key,
  fired_at timestamptz not null
);
