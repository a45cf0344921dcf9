-- What became of the rows of each file of recipients, the first one first; until now of the last alone.
create table recipient_file (
  case_number varchar(20) not null references recipient_list,
  number      integer     not null,
  accepted    integer     not null,
  duplicates  integer     not null,
  refused     integer     not null,
  primary key (case_number, number)
);

insert into recipient_file (case_number, number, accepted, duplicates, refused)
select case_number, 1, accepted, duplicates, refused from recipient_list
where accepted + duplicates + refused > 0;

alter table recipient_list drop column accepted;
alter table recipient_list drop column duplicates;
alter table recipient_list drop column refused;
