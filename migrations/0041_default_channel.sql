-- Up Migration

-- The channel that the registration form offers where a person is in none; null: none. An older replica does not read it.
alter table workspace add column default_channel_id text check (char_length(default_channel_id) between 1 and 40);
