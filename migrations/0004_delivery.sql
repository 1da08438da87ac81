-- The turn of every workspace, before any table: a change that is under way in a process of the release before ends first,
-- and the next one waits here. Each would else hold a table that the other waits for.
select 1 from workspace order by id for no key update;

-- What is known of a message whose last try ended unseen, so that it is looked for before it is sent again.
alter table delivery
  add column tried_at timestamptz, -- when the first try began whose end nobody saw, or the one under way
  add column unclear_at timestamptz, -- when sight was lost of the last try
  add column repeated_at timestamptz, -- sent again without having been able to look: it may stand twice
  add column behind boolean not null default false; -- waits for everything else in its channel
create index delivery_repeated on delivery (workspace_id, repeated_at) where repeated_at is not null;

-- News first, then what may wait.
create index delivery_next on delivery (workspace_id, channel_id, behind, seq) where state in ('queued', 'sending');
drop index delivery_waiting;

-- What is over is forgotten after a while.
create index delivery_over on delivery (workspace_id, created_at) where state in ('sent', 'dropped');
