-- Up Migration

-- Archived apps, restored, deleted for good, and merged into others.

-- The app that a duplicate was merged into, so that the card of the archived one leads there. That one may be deleted later.
alter table zoom_app add column merged_into uuid;

-- Archived apps by name; several may have the same.
create index zoom_app_archived on zoom_app (workspace_id, name_key text_pattern_ops, id) where archived_at is not null;

-- The environment that gave the profile up because its app was archived or deleted. Another environment gets it from a person only: it
-- is nothing new. An older replica may offer it to environments that wait.
alter table connector_profile add column released_from uuid;
create index connector_profile_released on connector_profile (workspace_id, released_from) where released_from is not null;

-- An environment that is deleted stands at no stage any more (0005).
create function uncount_stages() returns trigger language plpgsql as $$
begin
  update stage_count set environments = stage_count.environments - gone.environments
  from (select workspace_id, stage, count(*) as environments from removed group by workspace_id, stage
        order by workspace_id, stage) as gone
  where stage_count.workspace_id = gone.workspace_id and stage_count.stage = gone.stage;
  return null;
end $$;
create trigger environment_uncounted after delete on environment
  referencing old table as removed for each statement execute function uncount_stages();

-- An environment that goes over to another app takes its terms (0011, 0030) along.
create function move_terms_of_environment() returns trigger language plpgsql as $$
begin
  delete from zoom_app_term using zoom_app app
  where app.workspace_id = old.workspace_id and app.id = old.zoom_app_id and app.archived_at is null
    and zoom_app_term.workspace_id = old.workspace_id and zoom_app_term.term in ('#' || old.stage, '#unproven')
    and zoom_app_term.name_key = app.name_key
    and zoom_app_term.term <> all(array(select terms_of_zoom_app(app)));
  insert into zoom_app_term (workspace_id, term, name_key)
  select app.workspace_id, term, app.name_key from zoom_app app, terms_of_zoom_app(app) as term
  where app.workspace_id = new.workspace_id and app.id = new.zoom_app_id and app.archived_at is null
  on conflict do nothing;
  return null;
end $$;
create trigger environment_moved after update on environment for each row
  when (old.zoom_app_id <> new.zoom_app_id) execute function move_terms_of_environment();

-- Deletes an archived app, and no other, with everything that refers to it or to its environments, also rows of tables that a later
-- release adds; events and deliveries refer to nothing, and stay. A profile belongs to StackOne, and is given up.
create function delete_zoom_app(of_workspace text, app uuid) returns void language plpgsql as $$
declare
  refers record;
begin
  perform from zoom_app where workspace_id = of_workspace and id = app and archived_at is not null for update;
  if not found then return; end if;
  update connector_profile set released_from = environment_id, environment_id = null, matched_by = null, matched_user = null
  where workspace_id = of_workspace
    and environment_id in (select id from environment where workspace_id = of_workspace and zoom_app_id = app);
  for refers in
    select of_table.conrelid::regclass::text as table_name, of_column.attname as column_name,
           of_table.confrelid = 'environment'::regclass as of_environment
    from pg_constraint of_table
    join pg_attribute of_column on of_column.attrelid = of_table.conrelid and of_column.attnum = of_table.conkey[2]
    where of_table.contype = 'f' and of_table.confrelid in ('environment'::regclass, 'zoom_app'::regclass)
      and of_table.conrelid not in ('environment'::regclass, 'connector_profile'::regclass)
    order by of_environment desc, table_name
  loop
    execute format('delete from %s where workspace_id = $1 and %I %s', refers.table_name, refers.column_name,
      case when refers.of_environment
        then 'in (select id from environment where workspace_id = $1 and zoom_app_id = $2)' else '= $2' end)
    using of_workspace, app;
  end loop;
  delete from environment where workspace_id = of_workspace and zoom_app_id = app;
  delete from zoom_app where workspace_id = of_workspace and id = app;
end $$;
