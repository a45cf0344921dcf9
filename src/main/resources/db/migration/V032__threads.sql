-- How a text was cut into the posts of a thread before the first of them was tried: later attempts
-- go on with these, whatever the text has become since.
create table channel_part (
  post_id uuid        not null,
  channel varchar(40) not null,
  part    integer     not null,
  text    text        not null,
  primary key (post_id, channel, part)
);
