-- What keeps the work small when apps are many.

-- A listing that changed a profile is written down at once; the environments that hold it are told in batches.
alter table connector_profile add column untold boolean not null default false;
create index connector_profile_untold on connector_profile (workspace_id, id) where untold;

-- Who waits for a connector profile, without a look at all who have one.
create index readiness_check_profile on readiness_check (workspace_id, environment_id)
  where name = 'connector_profile' and last_known <> 'passed';

-- Who is asked in a channel, and which channels are closed.
create index zoom_app_channel on zoom_app (workspace_id, channel_id);
create index watch_paused on watch (workspace_id, channel_id) where paused_at is not null;

-- How many environments stand at each stage: kept by the table itself, so that a process of an earlier release counts too.
create table stage_count (
  workspace_id text not null,
  stage text not null,
  environments integer not null,
  primary key (workspace_id, stage)
);

create function count_stages() returns trigger language plpgsql as $$
begin
  -- Always in the same order, so that two who count never wait for each other in a ring.
  if tg_op = 'INSERT' then
    insert into stage_count (workspace_id, stage, environments)
    select workspace_id, stage, count(*) from added group by workspace_id, stage order by workspace_id, stage
    on conflict (workspace_id, stage) do update set environments = stage_count.environments + excluded.environments;
  else
    insert into stage_count (workspace_id, stage, environments)
    select workspace_id, stage, sum(change) from (
      select after.workspace_id, unnest(array[before.stage, after.stage]) as stage, unnest(array[-1, 1]) as change
      from after join before using (workspace_id, id) where after.stage <> before.stage) as moved
    group by workspace_id, stage having sum(change) <> 0 order by workspace_id, stage
    on conflict (workspace_id, stage) do update set environments = stage_count.environments + excluded.environments;
  end if;
  return null;
end $$;

create trigger environment_counted after insert on environment
  referencing new table as added for each statement execute function count_stages();
create trigger environment_recounted after update on environment
  referencing old table as before new table as after for each statement execute function count_stages();

insert into stage_count (workspace_id, stage, environments)
select workspace_id, stage, count(*) from environment group by workspace_id, stage;
