-- how many had their first attempt; once all have, the posts that come after the mails go out
alter table delivery_batch add column tried integer default 0 not null;

alter table dispatch add column first_round_ended_at timestamp with time zone;

-- no post waits for a dispatch that began before
update dispatch set first_round_ended_at = started_at;
