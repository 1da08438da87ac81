-- Up Migration

-- Whose turn it is in each environment: kept beside the checks, of which it follows, so that what waits for a person can be listed
-- by an index. Triggers mark what changed, whichever release changed it; Greenroom works it out again soon after
-- (core/turns/turn.ts). Until then a row is `stale`, and is judged by its checks wherever it is read.
create table turn (
  workspace_id text not null,
  environment_id uuid not null,
  zoom_app_id uuid not null,
  stale boolean not null default true,
  action text check (char_length(action) <= 60), -- core/checks/next_action.ts; null: not worked out yet, or nothing is to be done
  doer text check (doer in ('owner', 'zoom_admin', 'stackone_admin')), -- null: nobody's turn
  since timestamptz, -- when the turn began
  nudge_at timestamptz, -- when somebody is reminded next; null: nobody is
  nudges integer not null default 0, -- reminders of this turn so far
  primary key (workspace_id, environment_id),
  foreign key (workspace_id, environment_id) references environment on delete cascade
);
create index turn_stale on turn (workspace_id, environment_id) where stale;
create index turn_doer on turn (workspace_id, doer, since, environment_id) where doer is not null;
create index turn_zoom_app on turn (workspace_id, zoom_app_id);
create index turn_nudge_due on turn (workspace_id, nudge_at) where nudge_at is not null;

-- Reminders that wait to be sent to a person: collected, and held while it is night there. Gone once they are sent.
create table nudge (
  workspace_id text not null,
  user_id text not null check (char_length(user_id) between 1 and 40),
  environment_id uuid not null,
  due_at timestamptz not null,
  is_last boolean not null default false, -- of this turn
  primary key (workspace_id, user_id, environment_id),
  foreign key (workspace_id, environment_id) references environment on delete cascade
);
create index nudge_due on nudge (workspace_id, due_at);
create index nudge_environment on nudge (workspace_id, environment_id);

-- Who does what is to be done in Zoom and in StackOne, where the admins of the workspace have said it; else the owners pass it on.
create table step_admin (
  workspace_id text not null references workspace,
  doer text not null check (doer in ('zoom_admin', 'stackone_admin')),
  user_id text not null check (char_length(user_id) between 1 and 40),
  added_by text not null,
  added_at timestamptz not null,
  primary key (workspace_id, doer, user_id)
);
create index step_admin_user on step_admin (workspace_id, user_id);

-- Channels that get a digest on weekdays, when something changed or waits.
create table digest (
  workspace_id text not null references workspace,
  channel_id text not null,
  created_by text not null,
  created_at timestamptz not null,
  next_at timestamptz not null,
  reported_until timestamptz not null, -- what happened until then was reported
  primary key (workspace_id, channel_id)
);
create index digest_due on digest (workspace_id, next_at);

create function mark_turn_of_environment() returns trigger language plpgsql as $$
begin
  insert into turn (workspace_id, environment_id, zoom_app_id) values (new.workspace_id, new.id, new.zoom_app_id)
  on conflict (workspace_id, environment_id) do update set stale = true where not turn.stale;
  return null;
end $$;

create function mark_turn_of_check() returns trigger language plpgsql as $$
begin
  update turn set stale = true
  where workspace_id = new.workspace_id and environment_id = new.environment_id and not stale;
  return null;
end $$;

create function mark_turns_of_app() returns trigger language plpgsql as $$
begin
  update turn set stale = true where workspace_id = new.workspace_id and zoom_app_id = new.id and not stale;
  return null;
end $$;

-- Whoever changes checks waits until the turns are there, as in 0011.
select 1 from workspace order by id for no key update;

create trigger environment_turn after insert on environment for each row execute function mark_turn_of_environment();
create trigger environment_turned after update on environment for each row
  when (new.stage is distinct from old.stage or new.pending_client_id is distinct from old.pending_client_id)
  execute function mark_turn_of_environment();
create trigger readiness_check_turn after insert on readiness_check for each row execute function mark_turn_of_check();
create trigger readiness_check_turned after update on readiness_check for each row
  when (new.status <> old.status or new.last_known <> old.last_known or new.reason is distinct from old.reason
        or new.detail -> 'because' is distinct from old.detail -> 'because'
        or new.detail -> 'retry' -> 'inVain' is distinct from old.detail -> 'retry' -> 'inVain')
  execute function mark_turn_of_check();
create trigger zoom_app_turned after update on zoom_app for each row
  when (new.archived_at is distinct from old.archived_at) execute function mark_turns_of_app();

insert into turn (workspace_id, environment_id, zoom_app_id) select workspace_id, id, zoom_app_id from environment;

insert into person_column (of_table, of_column, holds) values
  ('nudge', 'user_id', 'row'),
  ('step_admin', 'user_id', 'row'),
  ('step_admin', 'added_by', 'text'),
  ('digest', 'channel_id', 'row'),
  ('digest', 'created_by', 'text');
insert into workspace_table (name, position) values ('nudge', 16), ('turn', 17), ('step_admin', 17), ('digest', 17);
