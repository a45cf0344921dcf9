-- Of the refused rows of a file: those that came again in a later one and were taken.
alter table recipient_file add column corrected integer default 0 not null;

-- What stands before an id or address in its hash here; gone once the recipients are erased.
alter table recipient_list add column refused_salt varchar(64);

-- Whose rows were refused: the salted SHA-256 of the id, or of the address where there is no id.
create table refused_person (
  case_number  varchar(20) not null references recipient_list,
  file_number  integer     not null,
  person       varchar(64) not null,
  corrected_by integer
);

create index refused_person_of_case on refused_person (case_number, person);
