-- Up Migration

-- Since when Slack reports that the app was removed from the workspace and refuses its token; null: it was not, or it is
-- installed again. 30 days later the workspace is forgotten. Written by the database's clock.
alter table workspace add column uninstalled_at timestamptz;

-- The events of a workspace, oldest first: what walks through all of them, or removes the oldest.
create index event_order on event (workspace_id, seq);
