-- Members keep their rows; what was seen stays as it was written.

create trigger guard_membro before delete or truncate on membro
  for each statement execute function guard_refuse();

create trigger guard_seen before update or delete or truncate on seen
  for each statement execute function guard_refuse();
