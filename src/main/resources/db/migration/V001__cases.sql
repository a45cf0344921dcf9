create table incident (
  case_number        varchar(20)              not null primary key,
  title              varchar(200)             not null,
  description        text                     not null,
  reported_by        varchar(100)             not null,
  reported_at        timestamp with time zone not null,
  status             varchar(20)              not null,
  criticality        integer,
  criticality_reason text,
  exercise           boolean                  not null,
  closed_at          timestamp with time zone
);

create table case_counter (
  for_year integer not null primary key,
  last     integer not null
);

-- What was known, at each time: findings are added, never overwritten.
create table facts (
  case_number varchar(20)              not null references incident,
  version     integer                  not null,
  content     text                     not null,
  recorded_by varchar(100)             not null,
  recorded_at timestamp with time zone not null,
  primary key (case_number, version)
);
