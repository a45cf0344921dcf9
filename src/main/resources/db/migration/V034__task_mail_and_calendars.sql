-- Whom to mail of which task, once for each kind: NEW as it was made, OVERDUE since it is.
create table task_mail (
  task_id   varchar(64)              not null,
  person    varchar(64)              not null,
  kind      varchar(10)              not null,
  noted_at  timestamp with time zone not null,
  -- null: not mailed yet
  mailed_at timestamp with time zone,
  primary key (task_id, person, kind)
);

create index task_mail_of_person on task_mail (person, mailed_at);

-- Who has a feed of deadlines. Its secret address is known by its hash alone.
create table calendar_feed (
  token_sha256 varchar(64)              not null primary key,
  person       varchar(64)              not null unique,
  made_at      timestamp with time zone not null
);
