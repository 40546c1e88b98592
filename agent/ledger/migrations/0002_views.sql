-- What is read as one thing, and the invariants: each inv_ view is empty after every step, or something is wrong.

create view entry as
select l.id, l.mes_id, m.clinica, m.portal, m.competencia, l.kind, l.numero_autorizacao, l.codigo_procedimento,
  l.data, l.quantidade, l.valor_informado, l.dente, l.faces, l.ocorrencia, p.beneficiario, p.numero_carteira,
  l.codigo_conselho, l.profissional, p.observacao, l.arquivo, l.aba, l.linha, l.state, l.movimento, l.protocolo,
  l.valor_lancado, l.motivo, l.moved
from lancamento l
join mes m on m.id = l.mes_id
left join pessoa p on p.lancamento_id = l.id;

create view inv_zero_sum as
select txn as id, cast(sum(valor) as {{big}}) as found from posting group by txn having sum(valor) <> 0;

create view inv_conserved as
select lancamento_id as id, cast(sum(valor) as {{big}}) as found
from posting group by lancamento_id having sum(valor) <> 0;

create view inv_pending_negative as
select lancamento_id as id, cast(sum(valor) as {{big}}) as found
from posting where account = 'pendente' group by lancamento_id having sum(valor) < 0;

create view inv_billed_once as
select l.id, cast(count(p.id) as {{big}}) as found
from lancamento l
left join posting p on p.lancamento_id = l.id and p.account = 'informado'
group by l.id, l.state, l.valor_lancado
having count(p.id) > 1
  or (l.state in ('lancada', 'fechada', 'retornada', 'quitada')
    and (l.valor_lancado is null or coalesce(-sum(p.valor), 0) <> l.valor_lancado));

create view inv_launched_has_one_confirmed as
select l.id, cast(count(a.id) as {{big}}) as found
from lancamento l
left join attempt a on a.lancamento_id = l.id and a.state = 'confirmed'
group by l.id, l.state
having (l.state in ('lancada', 'fechada', 'retornada', 'quitada')) <> (count(a.id) = 1);

create view inv_state_vs_money as
select l.id, cast(sum(p.valor * p.valor) as {{big}}) as found
from lancamento l
join posting p on p.lancamento_id = l.id
where l.state not in ('lancada', 'fechada', 'retornada', 'quitada')
group by l.id;

create view inv_state_vs_attempt as
select l.id, cast(count(a.id) as {{big}}) as found
from lancamento l
left join attempt a on a.lancamento_id = l.id and a.state in ('intent', 'uncertain')
group by l.id, l.state
having (l.state = 'enviando') <> (count(case when a.state = 'intent' then 1 end) = 1)
  or (l.state = 'incerta') <> (count(case when a.state = 'uncertain' then 1 end) > 0 and count(case when a.state = 'intent' then 1 end) = 0);

create view inv_intent_in_open_batch as
select a.id, a.batch_id as found
from attempt a
join batch b on b.id = a.batch_id
where a.state = 'intent' and b.state <> 'open';

create view inv_return_over_allocated as
select r.id, cast(sum(k.allocated) as {{big}}) as found
from linha_retorno r
join match k on k.linha_retorno_id = r.id and k.state = 'live'
group by r.id, r.valor_informado, r.valor_liberado, r.valor_glosa, r.withdrawn_at
having sum(k.allocated) > r.valor_informado or sum(k.liberado) > r.valor_liberado
  or sum(k.glosa) > r.valor_glosa or r.withdrawn_at is not null;

create view inv_returned_has_match as
select l.id, cast(count(k.id) as {{big}}) as found
from lancamento l
left join match k on k.lancamento_id = l.id and k.state = 'live'
group by l.id, l.state
having (l.state in ('retornada', 'quitada')) <> (count(k.id) > 0);

create view inv_settled_nothing_pending as
select l.id, cast(sum(p.valor) as {{big}}) as found
from lancamento l
join posting p on p.lancamento_id = l.id and p.account = 'pendente'
where l.state = 'quitada'
group by l.id having sum(p.valor) <> 0;

create view inv_closed_month_open_entry as
select l.id, l.mes_id as found
from lancamento l
join mes m on m.id = l.mes_id
where m.state in ('fechada', 'conciliada') and l.state in ('enviando', 'incerta');
