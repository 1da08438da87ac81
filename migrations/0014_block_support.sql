-- Which of the block types that Slack rolls out in phases this workspace takes: learnt from how calls ended. What is not here is
-- not known yet. Written by the database's clock.
create table block_support (
  workspace_id text not null references workspace,
  block text not null check (char_length(block) between 1 and 50),
  taken boolean not null,
  noted_at timestamptz not null,
  primary key (workspace_id, block)
);
