-- The engine takes names of 255 characters; the version comes after it.
alter table obligation alter column legal_table set data type varchar(300);
