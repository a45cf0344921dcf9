-- Duties of a case, as the law was when they were last determined. What was filed is frozen.
create table obligation (
  id               uuid                     not null primary key,
  case_number      varchar(20)              not null references incident,
  duty_id          varchar(100)             not null,
  jurisdiction     varchar(10)              not null,
  regime           text                     not null,
  recipient        varchar(20)              not null,
  recipient_name   text                     not null,
  step             varchar(20)              not null,
  wording          text                     not null,
  citation         text                     not null,
  last_checked     date,
  confidence       varchar(10)              not null,
  -- the terms of the clock, JSON
  term             text                     not null,
  starts_with      varchar(50)              not null,
  started          timestamp with time zone,
  due              timestamp with time zone,
  legal_latest     timestamp with time zone,
  target           timestamp with time zone,
  zone             varchar(50)              not null,
  clock_status     varchar(80)              not null,
  explanation      text                     not null,
  status           varchar(20)              not null,
  -- whether the facts asked for it when they were last looked at, whatever legal made of it
  triggered        boolean                  not null,
  filed_at         timestamp with time zone,
  reference        text,
  reason_for_delay text,
  release_reason   text,
  unique (case_number, duty_id, jurisdiction)
);
