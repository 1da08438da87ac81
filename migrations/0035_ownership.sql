-- Up Migration

-- Somebody asks to become an owner of an app, and becomes one where no owner objects in time. `due_at` moves while nobody could read
-- of it. An older replica does not know the table: no takeover is carried out by it.
create table takeover (
  workspace_id text not null,
  id uuid not null,
  zoom_app_id uuid not null,
  asked_by text not null check (char_length(asked_by) between 1 and 40),
  asked_at timestamptz not null,
  due_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'objected', 'done', 'withdrawn', 'void')),
  ended_by text, -- who objected, agreed or withdrew
  ended_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, zoom_app_id) references zoom_app on delete cascade
);
create unique index takeover_waiting on takeover (workspace_id, zoom_app_id) where state = 'waiting';
create index takeover_due on takeover (workspace_id, due_at) where state = 'waiting';
create index takeover_asked on takeover (workspace_id, asked_by, state, asked_at);
create index takeover_ended on takeover (workspace_id, ended_at) where ended_at is not null;

-- Can an owner be written to? A row for each person who owns something, made by the table of owners itself, so that a replica of an
-- earlier release makes them too.
create table owner_contact (
  workspace_id text not null,
  user_id text not null,
  -- As Slack says of the account; `refused`: it takes no direct message to this person.
  unreachable_why text check (unreachable_why in ('deactivated', 'not_found', 'external', 'bot', 'refused')),
  unreachable_since timestamptz,
  refused_at timestamptz, -- when a direct message was refused last
  looked_at timestamptz, -- when Slack was last asked about the account
  primary key (workspace_id, user_id)
);
create index owner_contact_looked on owner_contact (workspace_id, looked_at nulls first);
create index owner_contact_unreachable on owner_contact (workspace_id, user_id) where unreachable_since is not null;

create function add_owner_contacts() returns trigger language plpgsql as $$
begin
  insert into owner_contact (workspace_id, user_id)
  select distinct workspace_id, user_id from added order by 1, 2
  on conflict do nothing;
  return null;
end $$;
create trigger zoom_app_owner_contacted after insert on zoom_app_owner
  referencing new table as added for each statement execute function add_owner_contacts();
insert into owner_contact (workspace_id, user_id)
select distinct workspace_id, user_id from zoom_app_owner order by 1, 2
on conflict do nothing;

-- Slack's user groups that own apps, as Slack listed them last. Their members are rows of zoom_app_owner too, so that everything
-- that asks who owns an app knows them, also in an older replica.
create table user_group (
  workspace_id text not null,
  id text not null check (char_length(id) between 2 and 40),
  handle text not null check (char_length(handle) <= 100),
  trouble text check (char_length(trouble) <= 100), -- Slack's error code, since the list of members is older; null: it is current
  members_of timestamptz, -- when the members were listed
  next_look_at timestamptz not null,
  primary key (workspace_id, id)
);
create index user_group_next_look on user_group (workspace_id, next_look_at);
create table user_group_member (
  workspace_id text not null,
  group_id text not null,
  user_id text not null,
  primary key (workspace_id, group_id, user_id),
  foreign key (workspace_id, group_id) references user_group on delete cascade
);
create table zoom_app_owner_group (
  workspace_id text not null,
  zoom_app_id uuid not null,
  group_id text not null,
  primary key (workspace_id, zoom_app_id, group_id),
  foreign key (workspace_id, zoom_app_id) references zoom_app on delete cascade,
  foreign key (workspace_id, group_id) references user_group
);
create index zoom_app_owner_group_group on zoom_app_owner_group (workspace_id, group_id);
-- Owned by a user group alone; a person who is also chosen themselves has `false`.
alter table zoom_app_owner add column by_group boolean not null default false;

insert into person_column (of_table, of_column, holds) values
  ('takeover', 'asked_by', 'row'),
  ('takeover', 'ended_by', 'text'),
  ('owner_contact', 'user_id', 'row'),
  ('user_group_member', 'user_id', 'row');
insert into workspace_table (name, position) values
  ('takeover', 41), ('owner_contact', 42), ('zoom_app_owner_group', 43), ('user_group_member', 44), ('user_group', 45);
