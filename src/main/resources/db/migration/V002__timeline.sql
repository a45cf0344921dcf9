-- The hash of an entry covers the hash before it and all other fields.
create table timeline (
  case_number   varchar(20)              not null references incident,
  entry         integer                  not null,
  at            timestamp with time zone not null,
  by_whom       varchar(100)             not null,
  act           varchar(100)             not null,
  detail        text,
  content_hash  varchar(64),
  previous_hash varchar(64)              not null,
  hash          varchar(64)              not null,
  primary key (case_number, entry)
);
