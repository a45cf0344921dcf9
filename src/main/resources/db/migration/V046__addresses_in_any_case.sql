-- An address as it is compared, in small letters: no person is listed twice for writing it otherwise.
-- The table is made anew, since the constraint that goes has a name of each database's own.
alter table recipient rename to recipient_before;

create table recipient (
  case_number varchar(20)  not null,
  number      bigint       not null,
  id          varchar(100) not null,
  email       varchar(254) not null,
  name        varchar(200) not null,
  language    varchar(2)   not null,
  residence   varchar(6)   not null,
  groups      varchar(409) default '' not null,
  address     varchar(300) not null,
  primary key (case_number, number),
  unique (case_number, address)
);

-- Who is listed twice already stays so, as it was signed: the later row has its number in front.
insert into recipient
select r.case_number, r.number, r.id, r.email, r.name, r.language, r.residence, r.groups,
  case when r.number = one.first_number then one.address
    else concat(cast(r.number as varchar(20)), ' ', one.address) end
from recipient_before r
join (
  select case_number, lower(email) as address, min(number) as first_number
  from recipient_before group by case_number, lower(email)) one
  on one.case_number = r.case_number and one.address = lower(r.email)
order by r.case_number, r.number;

drop table recipient_before;

-- Rows whose address was there already and that said something else, of which nothing was taken.
alter table recipient_file add column differing integer default 0 not null;
alter table refused_row add column differs boolean default false not null;
