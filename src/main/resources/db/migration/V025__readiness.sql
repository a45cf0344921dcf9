-- What asks for a new version while one is prepared adds its reason.
alter table plan_version alter column reason set data type text;

-- When somebody last found that an address or a number of the plan reaches whom it should.
create table contact_confirmation (
  whose        varchar(1000)            not null,
  address      varchar(1000)            not null,
  confirmed_at timestamp with time zone not null,
  confirmed_by varchar(100)             not null
);

-- Links by which people confirm an address; of the secret in each only the SHA-256 is kept.
create table confirmation_link (
  token_sha256 varchar(64)              not null primary key,
  whose        varchar(1000)            not null,
  address      varchar(1000)            not null,
  valid_until  timestamp with time zone not null,
  used_at      timestamp with time zone
);

-- The SHA-256 of the duties that a place of the plan brings, as the plan's owners last knew them.
create table plan_law (
  version integer     not null references plan_version,
  place   varchar(10) not null,
  sha256  varchar(64) not null,
  primary key (version, place)
);
