-- The texts that are signed. No statement of ours ever changes a row.
create table document (
  id           uuid                     not null primary key,
  number       bigint generated always as identity,
  case_number  varchar(20)              not null references incident,
  kind         varchar(40)              not null,
  title        varchar(200)             not null,
  content      text                     not null,
  sha256       varchar(64)              not null,
  author       varchar(100)             not null,
  submitted_at timestamp with time zone not null
);

create index document_of_case on document (case_number, number);

create table signatory (
  document_id uuid        not null references document,
  role        varchar(40) not null,
  position    integer     not null,
  primary key (document_id, role)
);

-- One answer for each role that must sign, and one role for each person.
create table signature (
  document_id uuid                     not null,
  role        varchar(40)              not null,
  person      varchar(100)             not null,
  signed      boolean                  not null,
  remark      text,
  sha256      varchar(64)              not null,
  at          timestamp with time zone not null,
  primary key (document_id, role),
  unique (document_id, person),
  foreign key (document_id, role) references signatory
);
