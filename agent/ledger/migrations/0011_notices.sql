-- Which notices went out: each thing is told once, whichever process is first.

create table notice (
  key text not null,
  at text not null,
  constraint notice_once primary key (key)
){{strict}};
