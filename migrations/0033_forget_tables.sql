-- Up Migration

-- What `forget` goes through becomes rows, so that a migration that adds a table adds its own and copies nobody else's.

-- Which columns can hold a Slack user id; the words of `holds` are explained in 0023_forget.sql.
create table person_column (
  of_table text not null,
  of_column text not null,
  holds text not null check (holds in ('row', 'text', 'json', 'name')),
  longest integer, -- 'text': as many characters as the column takes
  primary key (of_table, of_column)
);
insert into person_column select of_table, of_column, holds, longest from columns_about_people();

-- The tables of a workspace. They are emptied from the lowest position to the highest: what is secret first, and a table before
-- those that it refers to.
create table workspace_table (
  name text primary key,
  position integer not null
);
insert into workspace_table select name, place * 10
from unnest(tables_of_workspace()) with ordinality as step (name, place);

create or replace function columns_about_people() returns table (of_table text, of_column text, holds text, longest integer)
language sql stable as $$
  select of_table, of_column, holds, longest from person_column
$$;

create or replace function tables_of_workspace() returns text[] language sql stable as $$
  select array_agg(name order by position, name) from workspace_table
$$;
