-- A notice as it was laid down for signature: what PR wrote, and the mails made of it, byte for byte.
create table notice (
  id          uuid                     not null primary key,
  number      bigint generated always as identity,
  case_number varchar(20)              not null references incident,
  document_id uuid                     not null unique references document,
  draft       text                     not null,
  mailing     text                     not null,
  created_at  timestamp with time zone not null
);

create index notice_of_case on notice (case_number, number);

-- What the public page shows.
create table publication (
  notice_id    uuid                     not null primary key references notice,
  slug         varchar(120)             not null unique,
  published_at timestamp with time zone not null
);

-- Where else the post can be seen.
create table posting (
  notice_id uuid                     not null references notice,
  channel   varchar(40)              not null,
  link      varchar(500)             not null,
  by_whom   varchar(100)             not null,
  at        timestamp with time zone not null,
  primary key (notice_id, channel, link)
);
