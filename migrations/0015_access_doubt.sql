-- Slack told one replica that the app was removed or its token revoked. Each replica asks Slack itself whether its own token
-- still works, when this value changes; written by the database's clock.
alter table workspace add column access_doubted_at timestamptz;
