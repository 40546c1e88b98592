-- A line that is new is known by its number (0034_linhas_novas).
drop trigger mark_linha_retorno_insert;
