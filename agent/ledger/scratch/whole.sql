-- A look at a whole account.

-- The entries that the portal holds, month by month.
create temp view ours as
select l.id, l.mes_id, l.numero_autorizacao, l.codigo_procedimento, l.data, l.dente, l.faces, l.quantidade,
  l.valor_lancado, l.movimento
from home h cross join lancamento l
where l.mes_id = h.mes_id and l.state in ('lancada', 'fechada', 'retornada', 'quitada');

-- The return lines that stand.
create temp view theirs as
select r.id, r.mes_id, r.numero_autorizacao
from home h cross join linha_retorno r where r.mes_id = h.mes_id and r.withdrawn_at is null;

-- The entries that no line answers.
create temp view silent as select lancamento_id from unpaired;
