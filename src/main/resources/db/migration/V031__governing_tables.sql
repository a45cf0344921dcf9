-- By which versions of decision tables a case was judged, and from when. The engine's history has
-- the diagrams, but no table that is asked for a case without being drawn in one.
create table governing_table (
  case_number   varchar(20)              not null references incident,
  definition_id varchar(64)              not null,
  table_key     varchar(255)             not null,
  version       integer                  not null,
  deployment_id varchar(64)              not null,
  resource      varchar(1000)            not null,
  deployed_at   timestamp with time zone not null,
  sha256        varchar(64)              not null,
  first_at      timestamp with time zone not null,
  primary key (case_number, definition_id)
);
