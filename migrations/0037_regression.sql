-- Up Migration

-- When people are reminded, as the admins of a workspace have chosen it; null: as the configuration says, UTC, and the usual quiet
-- hours (core/reminders/allowed_time.ts). An older replica reads none of it.
alter table workspace
  add column time_zone text check (char_length(time_zone) between 1 and 60), -- IANA
  add column reminder_after_hours smallint check (reminder_after_hours between 1 and 336),
  add column quiet_from smallint check (quiet_from between 0 and 23),
  add column quiet_to smallint check (quiet_to between 0 and 23),
  add column quiet_weekend boolean;

-- The quiet hours of a person who has chosen other ones.
create table quiet_hours (
  workspace_id text not null references workspace,
  user_id text not null check (char_length(user_id) between 1 and 40),
  quiet_from smallint not null check (quiet_from between 0 and 23),
  quiet_to smallint not null check (quiet_to between 0 and 23),
  quiet_weekend boolean not null,
  primary key (workspace_id, user_id)
);

insert into person_column (of_table, of_column, holds) values ('quiet_hours', 'user_id', 'row');
insert into workspace_table (name, position) values ('quiet_hours', 18);

-- A check that passed before and fails now, until it is repaired and the messages about it say so. An older replica writes no row;
-- one that it has repaired is found when it is due next.
create table regression (
  workspace_id text not null,
  id uuid not null,
  environment_id uuid not null,
  check_name text not null check (char_length(check_name) <= 40),
  started_at timestamptz not null,
  announced boolean not null, -- false: flap damping left the announcement out
  reported_by text, -- the person who said so; null: Greenroom found it
  taken_by text, -- who looks after it
  taken_at timestamptz,
  ended_at timestamptz, -- null: it is still broken
  asked integer not null default 0, -- how often its owners were asked
  due_at timestamptz not null, -- when it is looked at next
  primary key (workspace_id, id),
  foreign key (workspace_id, environment_id) references environment on delete cascade,
  check ((taken_by is null) = (taken_at is null))
);
create unique index regression_open on regression (workspace_id, environment_id, check_name) where ended_at is null;
create index regression_environment on regression (workspace_id, environment_id);
create index regression_due on regression (workspace_id, due_at);

-- Who is still to be sent a direct message about it, when it is not their night.
create table regression_notice (
  workspace_id text not null,
  regression_id uuid not null,
  user_id text not null check (char_length(user_id) between 1 and 40),
  due_at timestamptz not null,
  primary key (workspace_id, regression_id, user_id),
  foreign key (workspace_id, regression_id) references regression on delete cascade
);
create index regression_notice_due on regression_notice (workspace_id, due_at);

insert into person_column (of_table, of_column, holds) values
  ('regression', 'reported_by', 'text'),
  ('regression', 'taken_by', 'text'),
  ('regression_notice', 'user_id', 'row');
insert into workspace_table (name, position) values ('regression_notice', 17), ('regression', 18);
