-- Decisions, appeals and losses keep their rows; a loss stays as it was written.

create trigger guard_decisao before delete or truncate on decisao
  for each statement execute function guard_refuse();

create trigger guard_recurso before delete or truncate on recurso
  for each statement execute function guard_refuse();

create trigger guard_perda before update or delete or truncate on perda
  for each statement execute function guard_refuse();
