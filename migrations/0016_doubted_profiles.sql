-- A profile that StackOne's list names without its state, or lacks while the list does not add up: its state is not
-- known since then, and it is not called removed.
alter table connector_profile add column doubted_since timestamptz;

-- Since when StackOne's lists do not add up; null while the last one did.
alter table stackone_poll add column list_doubted_since timestamptz;
