-- What was taken up again stays as it was written.

create trigger guard_perda_desfeita before update or delete or truncate on perda_desfeita
  for each statement execute function guard_refuse();
