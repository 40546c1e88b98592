-- Accounts that were reconciled and posted, and by which edition of the rules.
create table conciliada (
  clinica text not null,
  portal text not null,
  edition text not null,
  constraint conciliada_once primary key (clinica, portal)
){{strict}};

-- Which authorisations something happened to since: a list of work, no more. One row for each time; those that were
-- there when an account was looked at go when what was found is posted; no later one has the number of one that went.

create table a_conciliar (
  id {{never_again}},
  mes_id {{big}} not null references mes (id),
  numero_autorizacao text not null
){{strict}};
create index a_conciliar_mes on a_conciliar (mes_id, numero_autorizacao, id);

-- The sums of an entry's accounts are read from the index alone.
drop index posting_lancamento;
create index posting_lancamento on posting (lancamento_id, account, valor);

-- Who else has a row number of the portal is read from the index, in whatever month it is.
drop index lancamento_movimento_once;
create unique index lancamento_movimento_once on lancamento (movimento, mes_id) where movimento <> '';
