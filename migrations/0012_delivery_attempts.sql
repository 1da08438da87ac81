-- The turn of every workspace, before any table: a change that is under way in a process of the release before ends first,
-- and the next one waits here. Each would else hold a table that the other waits for.
select 1 from workspace order by id for no key update;

alter table delivery
  add column attempt integer not null default 0, -- how often it was taken to be sent: who writes about an earlier one is late
  add column refusals integer not null default 0, -- how often Slack refused it without a word about when to come again
  add column topic text, -- what it is about, where one or a few waiting messages about it are enough
  add column edits uuid, -- the delivery whose message in Slack it takes the place of
  add column posted_in text, -- the conversation Slack put it in: for a person, the id of the direct messages
  add column refused_at timestamptz; -- dropped because Slack refuses the message itself

-- What still waits about something, and what was said of it last.
create index delivery_topic_waiting on delivery (workspace_id, topic, channel_id, seq)
  where topic is not null and state in ('queued', 'sending');
create index delivery_topic on delivery (workspace_id, topic, channel_id, seq) where topic is not null;
create index delivery_refused on delivery (workspace_id, refused_at) where refused_at is not null;
create index delivery_trouble on delivery (workspace_id, channel_id) where trouble is not null and state in ('queued', 'sending');

-- Reminders about "not ready yet" in a row, without anything having changed.
alter table environment add column reminders integer not null default 0;

-- Kept by the table itself, so that a process of an earlier release cannot break it: every taking counts as a new attempt, and
-- what is over stays as it is, whoever wakes up late. core/deliveries/transitions.ts is the same table in words.
create function guard_delivery() returns trigger language plpgsql as $$
begin
  if old.state in ('sent', 'dropped') then return null; end if;
  if new.state = 'sending' then new.attempt := old.attempt + 1; end if;
  return new;
end $$;
create trigger delivery_guarded before update of state on delivery for each row execute function guard_delivery();
