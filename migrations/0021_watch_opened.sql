-- Up Migration

-- When a person last said that the channel takes messages again; null: nobody has, or it was before this column.
alter table watch add column opened_at timestamptz;
