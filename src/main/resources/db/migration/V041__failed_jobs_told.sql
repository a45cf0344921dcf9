-- Of which incidents of the engine staff were told.
create table failed_job_told (
  incident_id varchar(64)              not null primary key,
  told_at     timestamp with time zone not null
);
