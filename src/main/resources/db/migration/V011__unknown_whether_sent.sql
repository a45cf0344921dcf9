-- Mail that may have arrived or not, and is held for a person. The word is a keyword of H2.
alter table delivery_batch add column "unknown" integer default 0 not null;
