create table timeline (
  id           bigint generated always as identity primary key,
  case_number  varchar(20)              not null references incident,
  at           timestamp with time zone not null,
  by_whom      varchar(100)             not null,
  act          varchar(100)             not null,
  detail       text,
  content_hash varchar(64)
);
