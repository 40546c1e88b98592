-- What happens to a row that reconciliation goes by is marked, whoever does it.

-- An entry that no return speaks of waits for none.
create trigger mark_lancamento_insert after insert on lancamento
when new.state in ('lancada', 'fechada', 'retornada', 'quitada')
  and exists (select 1 from linha_retorno r where r.numero_autorizacao = new.numero_autorizacao) begin
  insert into a_conciliar (mes_id, numero_autorizacao) values (new.mes_id, new.numero_autorizacao);
end;

create trigger mark_lancamento_update after update on lancamento
when (
  (old.state in ('lancada', 'fechada', 'retornada', 'quitada'))
    <> (new.state in ('lancada', 'fechada', 'retornada', 'quitada'))
  or (new.state in ('lancada', 'fechada', 'retornada', 'quitada') and
    (old.mes_id, old.numero_autorizacao, old.codigo_procedimento, old.dente, old.faces, old.data,
     old.ocorrencia, old.quantidade, old.movimento, old.valor_lancado)
    is not
    (new.mes_id, new.numero_autorizacao, new.codigo_procedimento, new.dente, new.faces, new.data,
     new.ocorrencia, new.quantidade, new.movimento, new.valor_lancado))
  ) and exists (
    select 1 from linha_retorno r where r.numero_autorizacao in (old.numero_autorizacao, new.numero_autorizacao)) begin
  insert into a_conciliar (mes_id, numero_autorizacao) values (new.mes_id, new.numero_autorizacao);
  insert into a_conciliar (mes_id, numero_autorizacao)
  select old.mes_id, old.numero_autorizacao
  where (old.mes_id, old.numero_autorizacao) <> (new.mes_id, new.numero_autorizacao);
end;

create trigger mark_linha_retorno_insert after insert on linha_retorno begin
  insert into a_conciliar (mes_id, numero_autorizacao) values (new.mes_id, new.numero_autorizacao);
end;

create trigger mark_linha_retorno_update after update on linha_retorno
when
  (old.mes_id, old.numero_autorizacao, old.codigo_procedimento, old.data, old.quantidade, old.valor_informado,
   old.valor_liberado, old.valor_glosa, old.movimento, old.dente, old.faces, old.ocorrencia, old.withdrawn_at)
  is not
  (new.mes_id, new.numero_autorizacao, new.codigo_procedimento, new.data, new.quantidade, new.valor_informado,
   new.valor_liberado, new.valor_glosa, new.movimento, new.dente, new.faces, new.ocorrencia, new.withdrawn_at) begin
  insert into a_conciliar (mes_id, numero_autorizacao) values (new.mes_id, new.numero_autorizacao);
  insert into a_conciliar (mes_id, numero_autorizacao)
  select old.mes_id, old.numero_autorizacao
  where (old.mes_id, old.numero_autorizacao) <> (new.mes_id, new.numero_autorizacao);
end;

create trigger mark_decisao_insert after insert on decisao begin
  insert into a_conciliar (mes_id, numero_autorizacao)
  select mes_id, numero_autorizacao from linha_retorno where id = new.linha_retorno_id
  union select mes_id, numero_autorizacao from lancamento where id = new.lancamento_id;
end;

create trigger mark_decisao_update after update on decisao begin
  insert into a_conciliar (mes_id, numero_autorizacao)
  select mes_id, numero_autorizacao from linha_retorno where id in (old.linha_retorno_id, new.linha_retorno_id)
  union select mes_id, numero_autorizacao from lancamento where id in (old.lancamento_id, new.lancamento_id);
end;
