create table note (
  id int primary key,
  words text not null
);
