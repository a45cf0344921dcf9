-- Until now a dispatch was paused by a hold of law enforcement alone.
alter table dispatch add column on_hold boolean default false not null;
update dispatch set on_hold = paused, paused = false;

-- of the pause, in the words of who paused it
alter table dispatch add column pause_reason varchar(4000);
-- null: the last pause was no storm of failures; else its first failure
alter table dispatch add column storm_since timestamp with time zone;
-- many addresses are known to be bad: only failures in a row pause it by themselves
alter table dispatch add column failures_expected boolean default false not null;
-- who wants it to go on after a hold; another person confirms
alter table dispatch add column resume_asked_by varchar(64);
-- whether a hold has been in force since it was started
alter table dispatch add column was_on_hold boolean default false not null;
-- null: it was not stopped
alter table dispatch add column stopped_at timestamp with time zone;
-- the earliest legal deadline of the notice; null: none, and refusals are given up after five days
alter table dispatch add column legal_limit timestamp with time zone;
-- how often it was started or resumed: each time failures are counted anew
alter table dispatch add column run integer default 1 not null;
-- the rate is measured from here: when it was started or resumed last, and how far it was then
alter table dispatch add column running_since timestamp with time zone;
alter table dispatch add column done_before integer default 0 not null;
update dispatch set running_since = started_at;
alter table dispatch alter column running_since set not null;

-- who was not sent to when the dispatch was stopped
alter table delivery_batch add column held integer default 0 not null;

-- Domains whose mail servers refuse us, not the recipient: none of their mail is tried until then.
create table refusing_domain (
  domain     varchar(254)             not null primary key,
  reason     varchar(500)             not null,
  refusals   integer                  not null,
  since      timestamp with time zone not null,
  paused_until timestamp with time zone not null
);

-- Who says that a hold of law enforcement has ended before its time; another person confirms. It
-- counts for these facts alone.
create table end_of_hold (
  case_number   varchar(20)   not null primary key references incident,
  facts_version integer       not null,
  asked_by      varchar(64)   not null,
  reason        varchar(4000) not null
);
