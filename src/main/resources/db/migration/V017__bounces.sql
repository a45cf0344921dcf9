-- A mail that came back after the mail server had taken it: its status turns from SENT to BOUNCED,
-- its reason to the words of the server that refused it.
alter table delivery add column status_code varchar(11);
alter table delivery add column bounced_at timestamp with time zone;

alter table delivery_batch add column bounced integer default 0 not null;
-- of them: refused for a policy (5.7.x), which is ours and not the recipient's
alter table delivery_batch add column policy integer default 0 not null;

-- Who was told by letter, by phone or otherwise.
create table letter (
  case_number varchar(20)              not null,
  recipient   bigint                   not null,
  how         varchar(20)              not null,
  told_at     timestamp with time zone not null,
  by_whom     varchar(100)             not null,
  primary key (case_number, recipient)
);

-- A notice that too many did not get: legal is asked once whether the public is told in their place.
create table substitute_notice (
  notice_id    uuid                     not null primary key references dispatch,
  asked_at     timestamp with time zone not null,
  -- null: not decided yet, or decided against
  days         integer,
  announced_at timestamp with time zone
);
