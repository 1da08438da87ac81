-- Up Migration

-- Environments of a client ID: one Zoom app that was registered twice.
create index environment_client_id on environment (workspace_id, client_id);
