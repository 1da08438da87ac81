-- Up Migration

-- The client secret of an environment is optional. Such a row has none (null, as an archived one), and nothing probes it:
-- next_probe_at is null. The release before leaves rows without a secret alone: it opens none, and finds no probe that is due.

-- Recognises the pair whose secret was forgotten when it is typed again: an HMAC by a key of the vault (src/vault/vault.ts), which
-- tells nothing without that key. Null while the secret itself is stored, and for a pair that was never given.
alter table environment add column secret_fingerprint text check (char_length(secret_fingerprint) <= 100);

-- When a pair without a stored secret took its place: tells two such pairs apart, as the sealed text does others.
alter table environment add column pair_changed_at timestamptz;

-- Do forms of this workspace ask for client secrets? The configuration can say never for all workspaces (SECRETS).
alter table workspace add column secrets text not null default 'ask' check (secrets in ('ask', 'never'));

-- The environments whose secret is stored: to have all of a workspace forgotten, in batches.
create index environment_secret_stored on environment (workspace_id, id)
  where client_secret_sealed is not null or pending_secret_sealed is not null;
