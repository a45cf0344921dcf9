-- Each time a recipient was told: the first filing of an obligation, and what followed it.
create table filing (
  id            uuid                     not null primary key,
  obligation_id uuid                     not null references obligation,
  kind          varchar(20)              not null,
  filed_at      timestamp with time zone not null,
  reference     text,
  note          text,
  filed_by      varchar(100)             not null,
  recorded_at   timestamp with time zone not null
);
create index filing_of_obligation on filing (obligation_id);
