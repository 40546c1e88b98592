-- Whom a return line is about, where its source shows it and no entry says the same: a hint for whoever judges the line.
-- With pessoa the only tables with a patient in them: mutable, and erased without breaking anything else.

create table pessoa_retorno (
  linha_retorno_id {{big}} not null references linha_retorno (id),
  beneficiario text not null,
  numero_carteira text not null,
  constraint pessoa_retorno_once primary key (linha_retorno_id)
){{strict}};
