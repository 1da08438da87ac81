-- Up Migration

-- A person or a whole workspace can be forgotten, and old history removed. One function, `forget`, does all three; no other
-- statement can change or delete an event.

-- Which columns can hold a Slack user id. 'row': the row is about that person alone, and is deleted. 'text', 'json': the id is
-- replaced wherever it stands. All other columns cannot hold one; a test goes through every column of every table.
create function columns_about_people() returns table (of_table text, of_column text, holds text, longest integer)
language sql immutable as $$
  values
    ('draft', 'user_id', 'row', null::integer),
    ('draft', 'answers', 'json', null),
    ('check_request', 'user_id', 'row', null),
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

-- The tables of a workspace, in the order in which they can be emptied: what is secret first, what others refer to last. Triggers
-- keep zoom_app_term as owners and apps come and go, so it goes before them.
create function tables_of_workspace() returns text[] language sql immutable as $$
  select array['draft_secret', 'draft', 'delivery', 'card', 'watch', 'event', 'check_request', 'readiness_check',
    'connector_profile_rejection', 'profile_question', 'connector_profile', 'zoom_app_term', 'zoom_app_scope', 'zoom_app_need',
    'zoom_app_owner', 'environment', 'stage_count', 'zoom_app', 'confirmed_scope', 'stackone_action_list', 'stackone_poll',
    'scope_review', 'block_support', 'workspace']
$$;

-- The id, but never a part of a longer word. Before it may stand an escape of JSON, whose last character is a letter or a digit; the
-- escape, or whatever stands there, is the pattern's only group.
create function pattern_of_person(person text) returns text language sql immutable as $$
  select '(^|[^A-Za-z0-9]|\\[bfnrt]|\\u[0-9a-f]{4})' || person || '(?![A-Za-z0-9])'
$$;

create function mentions_person(said text, person text) returns boolean language sql immutable as $$
  select said like '%' || person || '%' and said ~ pattern_of_person(person)
$$;

-- The id alone and as a mention, with the name that a mention may hold.
create function without_person(said text, person text) returns text language sql immutable as $$
  select regexp_replace(regexp_replace(said, '<@' || person || '(\|[^<>"\\]*)?>', 'forgotten', 'g'),
    pattern_of_person(person), '\1forgotten', 'g')
$$;

-- A list of owners is there to reach them, so it gets shorter.
create function without_person(said jsonb, person text) returns jsonb language sql immutable as $$
  select without_person((case when jsonb_typeof(said -> 'owners') = 'array'
    then jsonb_set(said, '{owners}', (said -> 'owners') - person) else said end)::text, person)::jsonb
$$;

-- How `changes` ('' deletes) is made to the rows of a table that meet a condition, at most $3; or how many there are.
create function statement_to_forget(of_table text, condition text, changes text, dry boolean) returns text
language sql immutable as $$
  select case when dry then format('select count(*)::integer, ''{}''::uuid[] from %I where %s = $1 and (%s)', of_table, key, condition)
    else format('with done as (%s where ctid = any(array(select ctid from %I where %s = $1 and (%s) %s limit $3)) returning %s as app)
        select count(*)::integer, coalesce(array_agg(distinct app) filter (where app is not null), ''{}'') from done',
      case changes when '' then format('delete from %I', of_table) else format('update %I set %s', of_table, changes) end,
      of_table, key, condition,
      case of_table when 'event' then 'order by at' else '' end,
      case of_table when 'zoom_app_owner' then 'zoom_app_id'
        when 'readiness_check' then '(select zoom_app_id from environment env where env.workspace_id = $1 and env.id = environment_id)'
        else 'null::uuid' end)
    end
  from (values (case of_table when 'workspace' then 'id' else 'workspace_id' end)) as of (key)
$$;

-- What a column of a table becomes, without the person in $2. An app's name stays one that no other app has.
create function column_without_person(of_column text, holds text, longest integer) returns text language sql immutable as $$
  select case holds
    when 'json' then format('%1$I = without_person(%1$I, $2)', of_column)
    when 'text' then format('%1$I = left(without_person(%1$I, $2), %2$s)', of_column, coalesce(longest, 1000000))
    when 'name' then 'name = left(replace(without_person(name, $2), ''forgotten'', ''forgotten'' || right(id::text, 8)), 50),
      name_key = regexp_replace(name_key, ''(?<![a-z0-9])'' || lower($2) || ''(?![a-z0-9])'', ''forgotten'' || right(id::text, 8), ''g'')'
    end
$$;

-- A step of forgetting, in the caller's transaction, of at most `most` rows; to be called until it answers 0.
--   'person'     replaces or deletes what names `person` in table `step`
--   'secrets'    destroys the sealed secrets of the workspace's environments
--   'jobs'       deletes waiting jobs of the workspace, or (with `person`) those that name that person
--   'workspace'  deletes rows of table `step`
--   'history'    deletes the oldest events, as far as they were written before `until`
-- `until` with 'secrets', 'jobs' and 'workspace': only if the app was uninstalled before it, and is not installed again.
-- `dry`: only counts, without a limit. `apps`: whose cards show something else now.
-- What was done to a workspace that stays is written as an event: how much of what, and no id of a person.
-- Cost: reads one table of the workspace once; 'history' at most `most` rows.
-- Runs with the rights of its owner, for that role and its members: a restored database lacks the revoke below.
create function forget(of_workspace text, what text, step text, person text, until timestamptz, most integer, event_id uuid,
                       dry boolean, out forgotten integer, out apps uuid[])
language plpgsql security definer as $$
declare
  rows_of_person text;
  rows_naming_person text;
  changes text;
  more integer;
  more_apps uuid[];
begin
  forgotten := 0;
  apps := '{}';
  if not pg_has_role(session_user, current_user, 'member') then raise exception 'only the owner of forget may call it'; end if;
  if person !~ '^[UW][A-Z0-9]{1,30}$' then raise exception 'not the id of a Slack user'; end if;
  -- The lock that every change of a workspace takes first.
  perform from workspace where id = of_workspace for no key update;
  if what <> 'history' and until is not null and not exists (
    select from workspace where id = of_workspace and uninstalled_at < until) then return; end if;

  case what
  when 'person' then
    select string_agg(format('%I = $2', of_column), ' or ') filter (where holds = 'row'),
           '(' || string_agg(format('mentions_person(%I::text, $2)', of_column), ' or ') filter (where holds <> 'row') || ')',
           string_agg(column_without_person(of_column, holds, longest), ', ') filter (where holds <> 'row')
    into rows_of_person, rows_naming_person, changes from columns_about_people() where of_table = step;
    -- What is deleted anyway is not counted twice.
    rows_naming_person := rows_naming_person || coalesce(' and not coalesce(' || rows_of_person || ', false)', '');
    if rows_of_person is not null then
      execute statement_to_forget(step, rows_of_person, '', dry) into forgotten, apps using of_workspace, person, most;
    end if;
    if rows_naming_person is not null then
      execute statement_to_forget(step, rows_naming_person, changes, dry) into more, more_apps using of_workspace, person, most;
      forgotten := forgotten + more;
      apps := apps || more_apps;
    end if;
  when 'workspace' then
    if not step = any(tables_of_workspace()) then raise exception 'not a table of a workspace'; end if;
    execute statement_to_forget(step, 'true', '', dry) into forgotten, apps using of_workspace, person, most;
  when 'secrets' then
    execute statement_to_forget('environment', 'coalesce(client_secret_sealed, pending_secret_sealed) is not null',
        'client_secret_sealed = null, pending_client_id = null, pending_secret_sealed = null', dry)
      into forgotten, apps using of_workspace, person, most;
  when 'history' then
    execute statement_to_forget('event', 'at < $4', '', dry) into forgotten, apps using of_workspace, person, most, until;
  when 'jobs' then
    select count(*) into forgotten from graphile_worker._private_jobs job
    where job.payload ->> 'workspaceId' = of_workspace and (person is null or mentions_person(job.payload::text, person));
    if not dry then
      delete from graphile_worker._private_jobs job
      where job.payload ->> 'workspaceId' = of_workspace and (person is null or mentions_person(job.payload::text, person))
        and job.locked_at is null;
      get diagnostics forgotten = row_count;
    end if;
  end case;

  if forgotten > 0 and not dry and what in ('person', 'history') then
    insert into event (workspace_id, id, at, kind, actor, detail)
    values (of_workspace, event_id, clock_timestamp(), case what when 'person' then 'person_forgotten' else 'history_removed' end,
      'greenroom', jsonb_build_object('table', coalesce(step, 'event'), 'rows', forgotten));
  end if;
end $$;
revoke execute on function forget(text, text, text, text, timestamptz, integer, uuid, boolean) from public;
-- Where the tables of these migrations are. Temporary tables come last, so that none stands in for a table.
do $$ begin
  execute format('alter function forget(text, text, text, text, timestamptz, integer, uuid, boolean) set search_path = %s, pg_temp',
    current_setting('search_path'));
end $$;

-- Keeps `event` append-only for everybody but `forget`, which is then what was called first: the last line of the stack. The lines
-- before hold statements, in which anything can be written; in the last one a name that somebody made up has quotes or a schema.
create or replace function refuse_change() returns trigger language plpgsql as $$
declare
  stack text;
begin
  get diagnostics stack = pg_context;
  if tg_op = 'TRUNCATE' or regexp_replace(stack, '^.*\n', '') !~
    '^[^"]*[^".a-zA-Z0-9_$]forget\(text,text,text,text,timestamp with time zone,integer,uuid,boolean\)[^"]*$' then
    raise exception 'event is append-only';
  end if;
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
