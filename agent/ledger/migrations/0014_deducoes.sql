-- What a payment was less or more than its items: of a return, beside its lines.

create table deducao (
  id {{id}},
  mes_id {{big}} not null references mes (id),
  demonstrativo_id {{big}} not null references demonstrativo (id),
  demonstrativo text not null,
  data text not null,
  tipo text not null,
  texto text not null,
  valor {{big}} not null constraint deducao_valor check (valor <> 0),
  protocolo text not null,
  numero_autorizacao text not null,
  ocorrencia {{big}} not null,
  fingerprint text not null constraint deducao_once unique,
  withdrawn_at text
){{strict}};
create index deducao_mes on deducao (mes_id, withdrawn_at);
