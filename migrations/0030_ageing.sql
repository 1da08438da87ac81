-- Up Migration

-- What a person says holds for a time. `expires_at`: until when; null for what has no end, and for what was said before there were
-- ends, or to an older replica: those get one when the sweep finds them. `age_due_at`: when the sweep looks at it next, to
-- ask the owners or to end it.
alter table readiness_check add column expires_at timestamptz;
alter table readiness_check add column age_due_at timestamptz;
create index readiness_check_age on readiness_check (workspace_id, age_due_at) where age_due_at is not null;
create index readiness_check_endless on readiness_check (workspace_id, environment_id)
  where evidence = 'attested' and status = 'passed' and expires_at is null and name in ('credentials', 'redirect', 'test_status');

-- An older replica leaves the end of what was said before. It belongs to the time at which that was said.
create function forget_end_of_attestation() returns trigger language plpgsql as $$
begin
  new.expires_at := null;
  new.age_due_at := null;
  return new;
end $$;
create trigger readiness_check_said_anew before update on readiness_check for each row
  when (new.known_at is distinct from old.known_at and new.expires_at is not null
        and new.expires_at is not distinct from old.expires_at and new.age_due_at is not distinct from old.age_due_at)
  execute function forget_end_of_attestation();

-- For how many days an attestation holds in this workspace, where nothing else decides it.
alter table workspace add column attestation_days integer not null default 90 check (attestation_days between 7 and 365);

-- By when an owner wants the client secret renewed, and since when there is a new one of which nobody has said that the profile in
-- StackOne holds it too. `secret_due_at`: when owners are reminded next of one or the other.
alter table environment add column secret_renewal_at timestamptz;
alter table environment add column secret_replaced_at timestamptz;
alter table environment add column secret_due_at timestamptz;
create index environment_secret_due on environment (workspace_id, secret_due_at) where secret_due_at is not null;

-- '#unproven': an environment of the app rests on what a person said. One more term (0011), kept by triggers as the others are.
create function is_unproven(looked readiness_check) returns boolean language sql immutable as $$
  select looked.evidence is not distinct from 'attested' and looked.last_known = 'passed'
    and looked.name in ('credentials', 'redirect', 'test_status')
$$;

create or replace function terms_of_zoom_app(app zoom_app) returns setof text language sql stable as $$
  select beginnings_of_words(app.name_key)
  union all
  select '@' || user_id from zoom_app_owner owner where owner.workspace_id = app.workspace_id and owner.zoom_app_id = app.id
  union all
  select distinct '#' || stage from environment env where env.workspace_id = app.workspace_id and env.zoom_app_id = app.id
  union all
  select '#unproven' where exists (
    select from environment env join readiness_check looked on looked.workspace_id = env.workspace_id and looked.environment_id = env.id
    where env.workspace_id = app.workspace_id and env.zoom_app_id = app.id and is_unproven(looked))
$$;

create function move_term_of_evidence() returns trigger language plpgsql as $$
begin
  if is_unproven(new) then
    insert into zoom_app_term (workspace_id, term, name_key)
    select app.workspace_id, '#unproven', app.name_key
    from environment env join zoom_app app on app.workspace_id = env.workspace_id and app.id = env.zoom_app_id
    where env.workspace_id = new.workspace_id and env.id = new.environment_id and app.archived_at is null
    on conflict do nothing;
  else
    delete from zoom_app_term using environment env, zoom_app app
    where env.workspace_id = new.workspace_id and env.id = new.environment_id
      and app.workspace_id = env.workspace_id and app.id = env.zoom_app_id and app.archived_at is null
      and zoom_app_term.workspace_id = env.workspace_id and zoom_app_term.term = '#unproven'
      and zoom_app_term.name_key = app.name_key
      and not exists (
        select from environment other
        join readiness_check looked on looked.workspace_id = other.workspace_id and looked.environment_id = other.id
        where other.workspace_id = env.workspace_id and other.zoom_app_id = env.zoom_app_id and is_unproven(looked));
  end if;
  return null;
end $$;

-- Whoever changes checks waits until the terms are there, as in 0011.
select 1 from workspace order by id for no key update;

create trigger readiness_check_termed after insert on readiness_check for each row
  when (is_unproven(new)) execute function move_term_of_evidence();
create trigger readiness_check_retermed after update on readiness_check for each row
  when (is_unproven(old) <> is_unproven(new)) execute function move_term_of_evidence();

insert into zoom_app_term (workspace_id, term, name_key)
select distinct app.workspace_id, '#unproven', app.name_key
from readiness_check looked
join environment env on env.workspace_id = looked.workspace_id and env.id = looked.environment_id
join zoom_app app on app.workspace_id = env.workspace_id and app.id = env.zoom_app_id
where is_unproven(looked) and app.archived_at is null
on conflict do nothing;
