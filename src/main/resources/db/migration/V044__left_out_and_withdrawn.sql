-- of the total: whom no segment of the notice includes, as who released it confirmed
alter table delivery_batch add column left_out integer default 0 not null;

-- how many of the list had had a notice when the file came: the others may be withdrawn
alter table recipient_file add column noticed bigint default 0 not null;
