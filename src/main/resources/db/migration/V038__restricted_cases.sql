-- Who alone may see a case. A case without a row is seen by all who have a role in it.
create table case_access (
  case_number varchar(20)              not null references incident,
  person      varchar(64)              not null,
  let_in_by   varchar(64)              not null,
  let_in_at   timestamp with time zone not null,
  primary key (case_number, person)
);

create index case_access_of_person on case_access (person);
