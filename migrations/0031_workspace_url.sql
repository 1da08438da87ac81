-- Where the workspace is, as auth.test says, for links to messages; null until a process has started since, and for organisations.
alter table workspace add column url text check (char_length(url) <= 255);
