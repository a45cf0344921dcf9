-- What was asked for counts until the hold changes, no longer for one version of the facts alone.
delete from end_of_hold where facts_version <> (
  select max(version) from facts where facts.case_number = end_of_hold.case_number);
alter table end_of_hold drop column facts_version;
-- null: it has ended already
alter table end_of_hold add column ends_at timestamp with time zone;
