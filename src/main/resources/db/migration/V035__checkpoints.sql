-- The keys of this installation by which heads of timelines were signed: earlier ones stay, so that
-- what they signed can be verified after a change of the key.
create table evidence_key (
  id         varchar(64)              not null primary key,
  -- PEM
  public_key text                     not null,
  first_used timestamp with time zone not null
);

-- How far the timeline of a case had come at a time, signed: entries cut off at its end show.
create table checkpoint (
  case_number varchar(20)              not null references incident,
  entries     integer                  not null,
  hash        varchar(64)              not null,
  at          timestamp with time zone not null,
  key_id      varchar(64)              not null references evidence_key,
  -- Ed25519 over the lines of it, base64
  signature   varchar(100)             not null,
  primary key (case_number, entries, key_id)
);
