-- Up Migration

-- Since when Slack reports that the app was removed from the workspace and refuses its token; null: it was not, or it is
-- installed again. 30 days later the workspace is forgotten. Written by the database's clock.
alter table workspace add column uninstalled_at timestamptz;
-- When it was found that the 30 days are over. It is forgotten a night later: a Greenroom that starts meanwhile, on a database
-- that was stopped or restored, can still say that the app is installed.
alter table workspace add column forget_announced_at timestamptz;

-- The events of a workspace by age: what removes the oldest, and finds that none is old enough.
create index event_age on event (workspace_id, at);
