-- The W3C traceparent of what caused a message, so that its sending continues that trace, in whatever process.
alter table delivery add column traceparent text;
