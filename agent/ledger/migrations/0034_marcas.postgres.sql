-- A line that is new is known by its number (0034_linhas_novas).
drop trigger mark_linha_retorno_insert on linha_retorno;
drop function mark_linhas_retorno();

-- As in SQLite, whose every index ends with the row's number: a month's new lines are counted from it alone.
drop index linha_retorno_mes;
create index linha_retorno_mes on linha_retorno (mes_id, withdrawn_at, id);
