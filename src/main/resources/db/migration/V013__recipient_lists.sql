-- What the people of a list have in common and the notice may speak of, such as "cards minors":
-- at most ten ids of forty characters, sorted, with a blank between them.
alter table recipient add column groups varchar(409) default '' not null;

-- Of those who have had no notice yet: SHA-256 of their list, as it was after the last file.
alter table recipient_list add column digest varchar(64);

-- Where there is one, personal data are erased: an address or id is its SHA-256 with this in front.
alter table recipient_list add column salt varchar(64);

-- To whom a notice goes: those after one number up to another, as they were when it was released.
create table released_list (
  notice_id    uuid        not null primary key,
  case_number  varchar(20) not null references incident,
  after_number bigint      not null,
  last_number  bigint      not null,
  people       integer     not null,
  digest       varchar(64) not null
);
