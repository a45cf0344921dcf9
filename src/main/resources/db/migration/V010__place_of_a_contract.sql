-- The place of a contract (XX-ACME) has a longer name than ISO's.
alter table obligation alter column jurisdiction set data type varchar(40);
