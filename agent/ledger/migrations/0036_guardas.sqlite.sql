-- What was taken up again stays as it was written.

create trigger guard_perda_desfeita_update before update on perda_desfeita begin
  select raise(abort, 'perda_desfeita: o que foi escrito nunca muda');
end;

create trigger guard_perda_desfeita_delete before delete on perda_desfeita begin
  select raise(abort, 'perda_desfeita: o que foi escrito nunca é apagado');
end;

create trigger guard_perda_desfeita_insert before insert on perda_desfeita
when exists (select 1 from perda_desfeita where lancamento_id = new.lancamento_id and no = new.no) begin
  select raise(abort, 'perda_desfeita: o que foi escrito já existe e nunca é substituído');
end;
