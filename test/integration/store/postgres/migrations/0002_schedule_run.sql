create table schedule_run (
  key text primary key,
  fired_at timestamptz not null
);
