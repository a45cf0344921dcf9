-- An address of the public page belongs to a case: what stands there need not be the post of a notice.
alter table publication rename to notice_publication;

create table publication (
  id           uuid                     not null primary key,
  case_number  varchar(20)              not null references incident,
  slug         varchar(120)             not null unique,
  published_at timestamp with time zone not null
);

insert into publication (id, case_number, slug, published_at)
select notice.id, notice.case_number, notice_publication.slug, notice_publication.published_at
from notice_publication join notice on notice.id = notice_publication.notice_id;

drop table notice_publication;

-- What the public is told beside the posts of notices: a holding statement at an address of its own,
-- or a new version of what stands at another.
create table public_statement (
  id           uuid                     not null primary key,
  number       bigint generated always as identity,
  case_number  varchar(20)              not null references incident,
  publication  uuid                     not null,
  document_id  uuid                     not null unique references document,
  title        varchar(200)             not null,
  body         text                     not null,
  social       text                     not null,
  language     varchar(2)               not null,
  -- null: it is the first at its address
  what_changed varchar(1000),
  -- null: it goes by its signatures
  released_by  varchar(100),
  -- null: not public yet
  version      integer,
  published_at timestamp with time zone,
  unique (publication, version)
);

-- Where else a post can be seen, whatever the post is.
alter table posting rename to notice_posting;

create table posting (
  post_id uuid                     not null,
  channel varchar(40)              not null,
  link    varchar(500)             not null,
  by_whom varchar(100)             not null,
  at      timestamp with time zone not null,
  primary key (post_id, channel, link)
);

insert into posting (post_id, channel, link, by_whom, at)
select notice_id, channel, link, by_whom, at from notice_posting;

drop table notice_posting;

-- What became of each part of a post on a channel. A row is there before the channel is asked.
create table channel_post (
  post_id        uuid                     not null,
  channel        varchar(40)              not null,
  part           integer                  not null,
  status         varchar(20)              not null,
  attempts       integer                  not null,
  first_tried_at timestamp with time zone not null,
  retry_at       timestamp with time zone,
  remote_id      varchar(1000),
  link           varchar(500),
  reason         varchar(500),
  primary key (post_id, channel, part)
);
