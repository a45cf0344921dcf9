-- of the total: whom no segment of the notice includes, as who released it confirmed
alter table delivery_batch add column left_out integer default 0 not null;

-- after whom its people were listed: those of a list that nobody had a notice of may be withdrawn
alter table recipient_file add column after_number bigint default 0 not null;

update recipient_file set after_number = (
  select coalesce(sum(earlier.accepted), 0) from recipient_file earlier
  where earlier.case_number = recipient_file.case_number
    and earlier.number < recipient_file.number);

create index released_list_of_case on released_list (case_number);
