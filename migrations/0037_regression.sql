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
