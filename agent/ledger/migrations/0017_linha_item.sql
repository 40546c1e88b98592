-- A return line is found by what it is about, without reading its whole account.

create index linha_retorno_item on linha_retorno (numero_autorizacao, codigo_procedimento, data);
