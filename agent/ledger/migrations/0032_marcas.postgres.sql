-- What happens to a row that reconciliation goes by is marked, whoever does it.

create function mark_lancamento() returns trigger language plpgsql as $$
begin
  -- An entry that no return speaks of waits for none.
  if exists (
    select 1 from linha_retorno r where r.numero_autorizacao in (old.numero_autorizacao, new.numero_autorizacao))
  then
    insert into a_conciliar (mes_id, numero_autorizacao) values (new.mes_id, new.numero_autorizacao);
    if (old.mes_id, old.numero_autorizacao) <> (new.mes_id, new.numero_autorizacao) then
      insert into a_conciliar (mes_id, numero_autorizacao) values (old.mes_id, old.numero_autorizacao);
    end if;
  end if;
  return null;
end
$$;

create function mark_lancamentos() returns trigger language plpgsql as $$
begin
  insert into a_conciliar (mes_id, numero_autorizacao)
  select f.mes_id, f.numero_autorizacao from fresh f
  where f.state in ('lancada', 'fechada', 'retornada', 'quitada')
    and exists (select 1 from linha_retorno r where r.numero_autorizacao = f.numero_autorizacao);
  return null;
end
$$;

create function mark_linha_retorno() returns trigger language plpgsql as $$
begin
  insert into a_conciliar (mes_id, numero_autorizacao) values (new.mes_id, new.numero_autorizacao);
  if (old.mes_id, old.numero_autorizacao) <> (new.mes_id, new.numero_autorizacao) then
    insert into a_conciliar (mes_id, numero_autorizacao) values (old.mes_id, old.numero_autorizacao);
  end if;
  return null;
end
$$;

create function mark_linhas_retorno() returns trigger language plpgsql as $$
begin
  insert into a_conciliar (mes_id, numero_autorizacao) select f.mes_id, f.numero_autorizacao from fresh f;
  return null;
end
$$;

create function mark_tied() returns trigger language plpgsql as $$
declare
  was_line bigint := case when tg_op = 'UPDATE' then old.linha_retorno_id end;
  was_entry bigint := case when tg_op = 'UPDATE' then old.lancamento_id end;
begin
  insert into a_conciliar (mes_id, numero_autorizacao)
  select mes_id, numero_autorizacao from linha_retorno where id in (was_line, new.linha_retorno_id)
  union select mes_id, numero_autorizacao from lancamento where id in (was_entry, new.lancamento_id);
  return null;
end
$$;

create trigger mark_lancamento_insert after insert on lancamento
  referencing new table as fresh for each statement execute function mark_lancamentos();

create trigger mark_lancamento_update after update on lancamento for each row
when (
  (old.state in ('lancada', 'fechada', 'retornada', 'quitada'))
    <> (new.state in ('lancada', 'fechada', 'retornada', 'quitada'))
  or (new.state in ('lancada', 'fechada', 'retornada', 'quitada') and
    (old.mes_id, old.numero_autorizacao, old.codigo_procedimento, old.dente, old.faces, old.data,
     old.ocorrencia, old.quantidade, old.movimento, old.valor_lancado)
    is distinct from
    (new.mes_id, new.numero_autorizacao, new.codigo_procedimento, new.dente, new.faces, new.data,
     new.ocorrencia, new.quantidade, new.movimento, new.valor_lancado))
  ) execute function mark_lancamento();

create trigger mark_linha_retorno_insert after insert on linha_retorno
  referencing new table as fresh for each statement execute function mark_linhas_retorno();

create trigger mark_linha_retorno_update after update on linha_retorno for each row
when (
  (old.mes_id, old.numero_autorizacao, old.codigo_procedimento, old.data, old.quantidade, old.valor_informado,
   old.valor_liberado, old.valor_glosa, old.movimento, old.dente, old.faces, old.ocorrencia, old.withdrawn_at)
  is distinct from
  (new.mes_id, new.numero_autorizacao, new.codigo_procedimento, new.data, new.quantidade, new.valor_informado,
   new.valor_liberado, new.valor_glosa, new.movimento, new.dente, new.faces, new.ocorrencia, new.withdrawn_at)
  ) execute function mark_linha_retorno();

create trigger mark_decisao_insert after insert on decisao for each row execute function mark_tied();

create trigger mark_decisao_update after update on decisao for each row execute function mark_tied();
