-- How many times as fast as real time a case runs: more than once in exercises alone.
alter table incident add time_lapse integer default 1 not null;

-- Exercises are counted by themselves: the numbers of cases have no gaps.
alter table case_counter add last_exercise integer default 0 not null;

create table exercise (
  case_number  varchar(20)              not null primary key references incident,
  -- as it was when the exercise began, JSON
  scenario     text                     not null,
  -- user ids, one a line
  participants text                     not null,
  begun_at     timestamp with time zone not null,
  ended_at     timestamp with time zone,
  -- what came of it, JSON; null while it runs
  report       text
);

create table exercise_answer (
  case_number varchar(20)              not null references exercise,
  inject      varchar(60)              not null,
  answer      text                     not null,
  by_whom     varchar(100)             not null,
  at          timestamp with time zone not null,
  primary key (case_number, inject)
);

create table exercise_lesson (
  case_number varchar(20)  not null references exercise,
  number      integer      not null,
  lesson      text         not null,
  owner       varchar(100) not null,
  due         date         not null,
  primary key (case_number, number)
);
