-- Who gets which mail of the case's next notice, in their order, as JSON.
create table segmentation (
  case_number varchar(20) not null primary key references incident,
  segments    text        not null
);

-- What is drafted of the next notice, and not laid down for signature yet.
create table kept_draft (
  case_number varchar(20) not null primary key references incident,
  draft       text        not null
);
