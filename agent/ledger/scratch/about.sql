-- A look at some authorisations of an account.

-- The entries of theirs that the portal holds.
create temp view ours as
select l.id, l.mes_id, l.numero_autorizacao, l.codigo_procedimento, l.data, l.dente, l.faces, l.quantidade,
  l.valor_lancado, l.movimento
from asked a cross join lancamento l
where l.numero_autorizacao = a.numero_autorizacao and l.state in ('lancada', 'fechada', 'retornada', 'quitada')
  and +l.mes_id in (select mes_id from home);

-- The return lines of theirs that stand.
create temp view theirs as
select r.id, r.mes_id, r.numero_autorizacao
from asked a cross join linha_retorno r
where r.numero_autorizacao = a.numero_autorizacao and r.withdrawn_at is null
  and +r.mes_id in (select mes_id from home);

-- The entries that no line answers: of these authorisations as they agree now, of the others as was posted.
create temp view silent as
select lancamento_id from unpaired
union
select l.id from home h cross join lancamento l
where l.mes_id = h.mes_id and l.state in ('lancada', 'fechada')
  and not exists (select 1 from asked a where a.numero_autorizacao = l.numero_autorizacao);
