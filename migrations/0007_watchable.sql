-- The oldest look at a check that the clock looks at again and again (store/figures.ts).
create index readiness_check_looked on readiness_check (workspace_id, name, looked_at)
  where name in ('credentials', 'linked_account') and looked_at is not null;
