-- What came before what is told by the acts on the timeline until then: a clock may be set back.
alter table obligation add column arose_after integer;
update obligation set arose_after = (
  select count(*) from timeline t
  where t.case_number = obligation.case_number and t.at < obligation.arose_at)
where arose_at is not null;
alter table obligation drop column arose_at;

alter table dispatch add column begun_after integer;
update dispatch set begun_after = (
  select count(*) from timeline t
  where t.case_number = dispatch.case_number and t.at < dispatch.started_at);
alter table dispatch alter column begun_after set not null;
