-- Who may look at the office in a browser, and what each of them saw.

create table membro (
  id {{id}},
  nome text not null,
  chave text not null constraint membro_once unique,
  papel text not null constraint membro_papel
    check (papel in ('operador', 'aprovador', 'contador', 'clinica', 'administrador')),
  clinica text not null constraint membro_clinica check ((papel = 'clinica') = (length(clinica) > 0)),
  senha text not null,
  ativo {{big}} not null constraint membro_ativo check (ativo in (0, 1)),
  epoch {{big}} not null,
  made_at text not null
){{strict}};

create table seen (
  id {{id}},
  at text not null,
  who text not null,
  what text not null,
  clinica text not null,
  ref text not null,
  place text not null
){{strict}};
create index seen_at on seen (what, at);
