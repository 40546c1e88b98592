-- What was withheld keeps its rows.

create trigger guard_deducao_delete before delete on deducao begin
  select raise(abort, 'deducao: o que foi escrito nunca é apagado');
end;
