-- What a list of Zoom apps can be narrowed by: one row for each term of each app that is not archived, so that the apps of
-- any term are read in the order of their names, and those of several terms by skipping from one list into the other
-- (store/lines.ts). The cost of a page does not depend on how many apps there are, nor on how many match.
--
-- A term is the beginning of a word of the folded name (letters and digits), '#' and the stage of an environment, or '@'
-- and the id of an owner. The triggers keep the rows, so that a process of the release before keeps them too.
create table zoom_app_term (
  workspace_id text not null,
  term text collate "C" not null,
  name_key text collate "C" not null, -- of the app: unique among those that are not archived
  primary key (workspace_id, term, name_key)
);

-- Longer beginnings are cut: store/lines.ts knows the same number.
create function beginnings_of_words(name_key text) returns setof text language sql immutable parallel safe as $$
  select distinct left(word, letters)
  from unnest(string_to_array(name_key, ' ')) as word, generate_series(1, least(char_length(word), 50)) as letters
$$;

create function terms_of_zoom_app(app zoom_app) returns setof text language sql stable as $$
  select beginnings_of_words(app.name_key)
  union all
  select '@' || user_id from zoom_app_owner owner where owner.workspace_id = app.workspace_id and owner.zoom_app_id = app.id
  union all
  select distinct '#' || stage from environment env where env.workspace_id = app.workspace_id and env.zoom_app_id = app.id
$$;

create function add_terms_of_names() returns trigger language plpgsql as $$
begin
  insert into zoom_app_term (workspace_id, term, name_key)
  select app.workspace_id, term, app.name_key
  from added app, beginnings_of_words(app.name_key) as term
  where app.archived_at is null
  order by 1, 2, 3; -- as in the index: many at once are much quicker
  return null;
end $$;

create function move_terms_of_name() returns trigger language plpgsql as $$
begin
  if old.archived_at is null then
    delete from zoom_app_term
    where workspace_id = old.workspace_id and term = any(array(select terms_of_zoom_app(old))) and name_key = old.name_key;
  end if;
  if new.archived_at is null then
    insert into zoom_app_term (workspace_id, term, name_key)
    select new.workspace_id, term, new.name_key from terms_of_zoom_app(new) as term
    on conflict do nothing;
  end if;
  return null;
end $$;

create function add_terms_of_owners() returns trigger language plpgsql as $$
begin
  insert into zoom_app_term (workspace_id, term, name_key)
  select owner.workspace_id, '@' || owner.user_id, app.name_key
  from added owner
  join zoom_app app on app.workspace_id = owner.workspace_id and app.id = owner.zoom_app_id
  where app.archived_at is null
  on conflict do nothing;
  return null;
end $$;

create function remove_terms_of_owners() returns trigger language plpgsql as $$
begin
  delete from zoom_app_term using removed owner, zoom_app app
  where app.workspace_id = owner.workspace_id and app.id = owner.zoom_app_id
    and zoom_app_term.workspace_id = owner.workspace_id and zoom_app_term.term = '@' || owner.user_id
    and zoom_app_term.name_key = app.name_key and app.archived_at is null;
  return null;
end $$;

create function add_terms_of_stages() returns trigger language plpgsql as $$
begin
  insert into zoom_app_term (workspace_id, term, name_key)
  select env.workspace_id, '#' || env.stage, app.name_key
  from added env
  join zoom_app app on app.workspace_id = env.workspace_id and app.id = env.zoom_app_id
  where app.archived_at is null
  on conflict do nothing;
  return null;
end $$;

-- Runs after the whole statement: what the other environment of the app says now is its last word.
create function move_term_of_stage() returns trigger language plpgsql as $$
begin
  delete from zoom_app_term using zoom_app app
  where app.workspace_id = old.workspace_id and app.id = old.zoom_app_id and app.archived_at is null
    and zoom_app_term.workspace_id = old.workspace_id and zoom_app_term.term = '#' || old.stage
    and zoom_app_term.name_key = app.name_key
    and not exists (select 1 from environment env where env.workspace_id = old.workspace_id
                      and env.zoom_app_id = old.zoom_app_id and env.stage = old.stage);
  insert into zoom_app_term (workspace_id, term, name_key)
  select app.workspace_id, '#' || new.stage, app.name_key from zoom_app app
  where app.workspace_id = new.workspace_id and app.id = new.zoom_app_id and app.archived_at is null
  on conflict do nothing;
  return null;
end $$;

-- From here on whoever changes one of these tables waits; who reads does not. In the order in which a registration
-- writes them, after the lock that comes first in every change (as 0004 does).
select 1 from workspace order by id for no key update;

-- A review of many apps goes on page by page: the folded name of the last one that was looked at; null when all were.
alter table scope_review add column looked_up_to text;

create trigger zoom_app_termed after insert on zoom_app
  referencing new table as added for each statement execute function add_terms_of_names();
create trigger zoom_app_retermed after update on zoom_app for each row
  when (old.name_key <> new.name_key or (old.archived_at is null) <> (new.archived_at is null))
  execute function move_terms_of_name();

create trigger zoom_app_owner_termed after insert on zoom_app_owner
  referencing new table as added for each statement execute function add_terms_of_owners();
create trigger zoom_app_owner_untermed after delete on zoom_app_owner
  referencing old table as removed for each statement execute function remove_terms_of_owners();
-- Both fire for one statement, in the order of their names.
create trigger zoom_app_owner_changed_from after update on zoom_app_owner
  referencing old table as removed for each statement execute function remove_terms_of_owners();
create trigger zoom_app_owner_changed_to after update on zoom_app_owner
  referencing new table as added for each statement execute function add_terms_of_owners();

create trigger environment_termed after insert on environment
  referencing new table as added for each statement execute function add_terms_of_stages();
create trigger environment_retermed after update on environment for each row
  when (old.stage <> new.stage) execute function move_term_of_stage();

insert into zoom_app_term (workspace_id, term, name_key)
select workspace_id, term, name_key from zoom_app, beginnings_of_words(name_key) as term where archived_at is null
union all
select app.workspace_id, '@' || owner.user_id, app.name_key
from zoom_app_owner owner join zoom_app app on app.workspace_id = owner.workspace_id and app.id = owner.zoom_app_id
where app.archived_at is null
union all
select distinct app.workspace_id, '#' || env.stage, app.name_key
from environment env join zoom_app app on app.workspace_id = env.workspace_id and app.id = env.zoom_app_id
where app.archived_at is null
order by 1, 2, 3;
analyze zoom_app_term;
