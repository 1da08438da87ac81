-- Up to which catalogue of Zoom scopes the declared scopes of a workspace were looked through: a newer one may know
-- what somebody had to confirm, or refuse what could be declared, and the owners are told once.
create table scope_review (
  workspace_id text primary key references workspace,
  catalogue text not null, -- its month and size: later ones sort later
  reviewed_at timestamptz not null
);
