-- Tables of one look at one account, gone when the look ends (see agent.ledger.agreement).

-- The account's months.
create temp table home (mes_id {{big}} primary key);

-- The authorisations that are looked at, where not all of them are.
create temp table asked (numero_autorizacao text primary key){{clustered}};

-- Each entry with every return line that agrees with it in everything; linha_id 0 where none does.
create temp table pair (
  lancamento_id {{big}} not null,
  linha_id {{big}} not null,
  movimento {{big}} not null,
  dente {{big}} not null,
  faces {{big}} not null,
  quantidade {{big}} not null,
  informado {{big}} not null,
  liberado {{big}} not null,
  primary key (lancamento_id, linha_id)
){{clustered}};

-- The lines of the pairs.
create temp table pair_line (linha_id {{big}} primary key);

-- Entries that no line agrees with.
create temp table unpaired (lancamento_id {{big}} primary key, numero_autorizacao text not null);

-- The authorisations that need the rules: a row of theirs is not one of a pair, or a person spoke of it.
create temp table rest (numero_autorizacao text primary key){{clustered}};
