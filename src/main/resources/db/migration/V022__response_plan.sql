-- One version of the response plan each; what is in force is never changed, only replaced.
create table plan_version (
  version       integer                  not null primary key,
  reason        text                     not null,
  content       text                     not null,
  opened_by     varchar(100)             not null,
  opened_at     timestamp with time zone not null,
  document_id   uuid references document,
  in_force_from timestamp with time zone
);

-- A plan is of no case.
alter table document alter column case_number drop not null;

-- The plan by which a case was opened, and the SHA-256 of it; null: the default of the settings.
alter table incident add column plan_version integer references plan_version;
alter table incident add column plan_sha256 varchar(64);
