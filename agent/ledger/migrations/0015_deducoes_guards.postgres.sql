-- What was withheld keeps its rows.

create trigger guard_deducao before delete or truncate on deducao
  for each statement execute function guard_refuse();
