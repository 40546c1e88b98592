-- Members keep their rows; what was seen stays as it was written.

create trigger guard_membro_delete before delete on membro begin
  select raise(abort, 'membro: o que foi escrito nunca é apagado');
end;

create trigger guard_seen_update before update on seen begin
  select raise(abort, 'seen: o que foi escrito nunca muda');
end;

create trigger guard_seen_delete before delete on seen begin
  select raise(abort, 'seen: o que foi escrito nunca é apagado');
end;

create trigger guard_seen_insert before insert on seen
when exists (select 1 from seen where id = new.id) begin
  select raise(abort, 'seen: o que foi escrito já existe e nunca é substituído');
end;
