-- of the total: whom no segment of the notice includes, as who released it confirmed
alter table delivery_batch add column left_out integer default 0 not null;
