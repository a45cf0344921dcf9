-- What the tables say of each duty, and why: also of those that the facts do not trigger.
alter table obligation add verdict varchar(20) default 'TRIGGERED' not null;
alter table obligation add because text default '' not null;
update obligation set verdict = 'NOT_TRIGGERED' where not triggered;
alter table obligation drop column triggered;
-- portal, form and language
alter table obligation add how_to_tell text;
-- the table that says so and its version, as it was when the duty was last determined
alter table obligation add legal_table varchar(200) default 'unknown' not null;
