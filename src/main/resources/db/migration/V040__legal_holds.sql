-- A case whose evidence must not be destroyed: several may ask for it, each until its own end.
create table legal_hold (
  id           uuid                     primary key,
  case_number  varchar(20)              not null references incident,
  demanded_by  varchar(20)              not null,
  reference    varchar(200)             not null,
  reason       varchar(4000)            not null,
  put_by       varchar(64)              not null,
  put_at       timestamp with time zone not null,
  ended_by     varchar(64),
  ended_at     timestamp with time zone,
  end_reason   varchar(4000)
);

create index legal_hold_of_case on legal_hold (case_number);
