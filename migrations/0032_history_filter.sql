-- The history of a whole workspace, of a person, and of kinds of events, each from the newest to the oldest.
create index event_of_workspace on event (workspace_id, seq);
create index event_of_actor on event (workspace_id, actor, seq);
create index event_of_kind on event (workspace_id, kind, seq);
