-- Up Migration

-- Where Greenroom has said what it is, so that it says so once: to everybody in a channel that it was added to, to the first person
-- who uses a command in a channel, and to each person who opens App Home.
create table introduction (
  workspace_id text not null references workspace,
  place text not null, -- a Slack channel, or the id of a person
  seen_by text not null check (seen_by in ('channel', 'person')),
  introduced_at timestamptz not null,
  primary key (workspace_id, place, seen_by)
);

insert into person_column (of_table, of_column, holds) values ('introduction', 'place', 'row');
insert into workspace_table (name, position) values ('introduction', 56);
