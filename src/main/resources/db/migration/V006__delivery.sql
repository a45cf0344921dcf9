-- The people to be told in a case, numbered as they come: the queue goes by these numbers.
create table recipient_list (
  case_number varchar(20) not null primary key references incident,
  last_number bigint      not null,
  -- who has had a notice gets no second one: the next goes to those after this number
  noticed     bigint      not null,
  -- the last file
  accepted    integer     not null,
  duplicates  integer     not null,
  refused     integer     not null
);

create table refused_row (
  case_number varchar(20)  not null references recipient_list,
  line        bigint       not null,
  reason      varchar(500) not null,
  primary key (case_number, line)
);

-- No foreign keys on the tables that may have a million rows: they are only written under a lock
-- on the list, or the lease on a batch.
create table recipient (
  case_number varchar(20)  not null,
  number      bigint       not null,
  id          varchar(100) not null,
  email       varchar(254) not null,
  name        varchar(200) not null,
  language    varchar(2)   not null,
  residence   varchar(6)   not null,
  primary key (case_number, number),
  unique (case_number, email)
);

create table dispatch (
  notice_id   uuid                     not null primary key,
  case_number varchar(20)              not null references incident,
  started_at  timestamp with time zone not null,
  paused      boolean                  not null,
  finished_at timestamp with time zone
);

-- A few hundred recipients that one worker sends to, while it holds the lease.
create table delivery_batch (
  notice_id       uuid    not null references dispatch,
  number          integer not null,
  first_recipient bigint  not null,
  last_recipient  bigint  not null,
  total           integer not null,
  sent            integer not null,
  undeliverable   integer not null,
  -- null: nothing is left to send
  due_at          timestamp with time zone,
  owner           uuid,
  lease_until     timestamp with time zone,
  primary key (notice_id, number)
);

create index delivery_batch_due on delivery_batch (notice_id, due_at);

-- What became of a recipient. One who has no row has not been tried.
create table delivery (
  notice_id      uuid                     not null,
  recipient      bigint                   not null,
  status         varchar(20)              not null,
  attempts       integer                  not null,
  first_tried_at timestamp with time zone not null,
  tried_at       timestamp with time zone not null,
  retry_at       timestamp with time zone,
  reason         varchar(500),
  primary key (notice_id, recipient)
);

create table staff_mail (
  id             uuid                     not null primary key,
  from_name      varchar(200)             not null,
  from_address   varchar(254)             not null,
  reply_to       varchar(254)             not null,
  to_address     varchar(254)             not null,
  language       varchar(2)               not null,
  subject        varchar(500)             not null,
  plain          text                     not null,
  html           text,
  posted_at      timestamp with time zone not null,
  attempts       integer                  not null,
  first_tried_at timestamp with time zone,
  -- null: it was sent, or given up for the reason
  retry_at       timestamp with time zone,
  reason         varchar(500),
  owner          uuid,
  lease_until    timestamp with time zone
);
