-- What machines may do without a person. The token itself is known by its hash alone.
create table api_token (
  id           uuid                     not null primary key,
  token_sha256 varchar(64)              not null unique,
  machine      varchar(40)              not null,
  scope        varchar(20)              not null,
  made_by      varchar(64)              not null,
  made_at      timestamp with time zone not null,
  expires_at   timestamp with time zone not null,
  revoked_by   varchar(64),
  -- null: it holds until it expires
  revoked_at   timestamp with time zone
);
