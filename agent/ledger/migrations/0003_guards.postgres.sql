-- What is written once stays as it was written; what has a state keeps its rows. Refused with an error, never ignored.

create function guard_refuse() returns trigger language plpgsql as $$
begin
  raise exception '%: o que foi escrito nunca muda nem é apagado (%)', tg_table_name, tg_op;
end
$$;

create trigger guard_event before update or delete or truncate on event
  for each statement execute function guard_refuse();

create trigger guard_posting before update or delete or truncate on posting
  for each statement execute function guard_refuse();

create trigger guard_evidence before update or delete or truncate on evidence
  for each statement execute function guard_refuse();

create trigger guard_snapshot before update or delete or truncate on snapshot
  for each statement execute function guard_refuse();

create trigger guard_snapshot_row before update or delete or truncate on snapshot_row
  for each statement execute function guard_refuse();

create trigger guard_approval before update or delete or truncate on approval
  for each statement execute function guard_refuse();

create trigger guard_plan before update or delete or truncate on plan
  for each statement execute function guard_refuse();

create trigger guard_demonstrativo before update or delete or truncate on demonstrativo
  for each statement execute function guard_refuse();

create trigger guard_lancamento before delete or truncate on lancamento
  for each statement execute function guard_refuse();

create trigger guard_batch before delete or truncate on batch
  for each statement execute function guard_refuse();

create trigger guard_attempt before delete or truncate on attempt
  for each statement execute function guard_refuse();

create trigger guard_removal before delete or truncate on removal
  for each statement execute function guard_refuse();

create trigger guard_linha_retorno before delete or truncate on linha_retorno
  for each statement execute function guard_refuse();

create trigger guard_match before delete or truncate on match
  for each statement execute function guard_refuse();

create trigger guard_mes before delete or truncate on mes
  for each statement execute function guard_refuse();

create trigger guard_problem before delete or truncate on problem
  for each statement execute function guard_refuse();
