-- Processes of a case that were moved to another version of their diagram. The engine's history
-- knows only the version by which each has run last.
create table moved_process (
  process_id      varchar(64)              not null,
  number          integer                  not null,
  case_number     varchar(20)              not null references incident,
  from_definition varchar(64)              not null,
  moved_at        timestamp with time zone not null,
  primary key (process_id, number)
);
