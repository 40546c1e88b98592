-- A glosa that a person gave up for lost by mistake, taken up again: the loss stays as it was written, and counts no
-- more.

create table perda_desfeita (
  lancamento_id {{big}} not null,
  no {{big}} not null,
  who text not null constraint perda_desfeita_who check (length(who) > 0),
  reason text not null constraint perda_desfeita_reason check (length(reason) > 0),
  at text not null,
  constraint perda_desfeita_once primary key (lancamento_id, no),
  foreign key (lancamento_id, no) references perda (lancamento_id, no)
){{strict}};
