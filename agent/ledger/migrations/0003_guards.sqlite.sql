-- What is written once stays as it was written; what has a state keeps its rows. Refused with an error, never ignored.
-- The insert triggers stop INSERT OR REPLACE, which deletes without firing delete triggers in other tools.

create trigger guard_event_update before update on event begin
  select raise(abort, 'event: o que foi escrito nunca muda');
end;

create trigger guard_event_delete before delete on event begin
  select raise(abort, 'event: o que foi escrito nunca é apagado');
end;

create trigger guard_event_insert before insert on event
when exists (select 1 from event where seq = new.seq or hash = new.hash) begin
  select raise(abort, 'event: o que foi escrito já existe e nunca é substituído');
end;

create trigger guard_posting_update before update on posting begin
  select raise(abort, 'posting: o que foi escrito nunca muda');
end;

create trigger guard_posting_delete before delete on posting begin
  select raise(abort, 'posting: o que foi escrito nunca é apagado');
end;

create trigger guard_posting_insert before insert on posting
when exists (select 1 from posting where id = new.id) begin
  select raise(abort, 'posting: o que foi escrito já existe e nunca é substituído');
end;

create trigger guard_evidence_update before update on evidence begin
  select raise(abort, 'evidence: o que foi escrito nunca muda');
end;

create trigger guard_evidence_delete before delete on evidence begin
  select raise(abort, 'evidence: o que foi escrito nunca é apagado');
end;

create trigger guard_evidence_insert before insert on evidence
when exists (select 1 from evidence where id = new.id or sha256 = new.sha256) begin
  select raise(abort, 'evidence: o que foi escrito já existe e nunca é substituído');
end;

create trigger guard_snapshot_update before update on snapshot begin
  select raise(abort, 'snapshot: o que foi escrito nunca muda');
end;

create trigger guard_snapshot_delete before delete on snapshot begin
  select raise(abort, 'snapshot: o que foi escrito nunca é apagado');
end;

create trigger guard_snapshot_insert before insert on snapshot
when exists (select 1 from snapshot where id = new.id) begin
  select raise(abort, 'snapshot: o que foi escrito já existe e nunca é substituído');
end;

create trigger guard_snapshot_row_update before update on snapshot_row begin
  select raise(abort, 'snapshot_row: o que foi escrito nunca muda');
end;

create trigger guard_snapshot_row_delete before delete on snapshot_row begin
  select raise(abort, 'snapshot_row: o que foi escrito nunca é apagado');
end;

create trigger guard_snapshot_row_insert before insert on snapshot_row
when exists (select 1 from snapshot_row where snapshot_id = new.snapshot_id and no = new.no) begin
  select raise(abort, 'snapshot_row: o que foi escrito já existe e nunca é substituído');
end;

create trigger guard_approval_update before update on approval begin
  select raise(abort, 'approval: o que foi escrito nunca muda');
end;

create trigger guard_approval_delete before delete on approval begin
  select raise(abort, 'approval: o que foi escrito nunca é apagado');
end;

create trigger guard_approval_insert before insert on approval
when exists (select 1 from approval where id = new.id) begin
  select raise(abort, 'approval: o que foi escrito já existe e nunca é substituído');
end;

create trigger guard_plan_update before update on plan begin
  select raise(abort, 'plan: o que foi escrito nunca muda');
end;

create trigger guard_plan_delete before delete on plan begin
  select raise(abort, 'plan: o que foi escrito nunca é apagado');
end;

create trigger guard_plan_insert before insert on plan
when exists (select 1 from plan where id = new.id) begin
  select raise(abort, 'plan: o que foi escrito já existe e nunca é substituído');
end;

create trigger guard_demonstrativo_update before update on demonstrativo begin
  select raise(abort, 'demonstrativo: o que foi escrito nunca muda');
end;

create trigger guard_demonstrativo_delete before delete on demonstrativo begin
  select raise(abort, 'demonstrativo: o que foi escrito nunca é apagado');
end;

create trigger guard_demonstrativo_insert before insert on demonstrativo
when exists (select 1 from demonstrativo where id = new.id) begin
  select raise(abort, 'demonstrativo: o que foi escrito já existe e nunca é substituído');
end;

create trigger guard_lancamento_delete before delete on lancamento begin
  select raise(abort, 'lancamento: o que foi escrito nunca é apagado');
end;

create trigger guard_batch_delete before delete on batch begin
  select raise(abort, 'batch: o que foi escrito nunca é apagado');
end;

create trigger guard_attempt_delete before delete on attempt begin
  select raise(abort, 'attempt: o que foi escrito nunca é apagado');
end;

create trigger guard_removal_delete before delete on removal begin
  select raise(abort, 'removal: o que foi escrito nunca é apagado');
end;

create trigger guard_linha_retorno_delete before delete on linha_retorno begin
  select raise(abort, 'linha_retorno: o que foi escrito nunca é apagado');
end;

create trigger guard_match_delete before delete on match begin
  select raise(abort, 'match: o que foi escrito nunca é apagado');
end;

create trigger guard_mes_delete before delete on mes begin
  select raise(abort, 'mes: o que foi escrito nunca é apagado');
end;

create trigger guard_problem_delete before delete on problem begin
  select raise(abort, 'problem: o que foi escrito nunca é apagado');
end;
