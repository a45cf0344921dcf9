-- A text that one person let go without all signatures, close to the deadline of the law.
create table emergency_release (
  document_id uuid                     not null primary key references document,
  person      varchar(100)             not null,
  reason      text                     not null,
  sha256      varchar(64)              not null,
  at          timestamp with time zone not null
);

-- Who was missing then, and what they said once they had read it.
create table second_look (
  document_id uuid        not null references emergency_release,
  role        varchar(40) not null,
  position    integer     not null,
  person      varchar(100),
  found_right boolean,
  remark      text,
  at          timestamp with time zone,
  primary key (document_id, role)
);
