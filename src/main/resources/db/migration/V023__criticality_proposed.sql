-- What the table made of the facts when they were last assessed: only worse facts raise the level
-- that people have decided on. null: before this was recorded
alter table incident add column criticality_proposed integer;
