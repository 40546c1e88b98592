-- A launched entry may be changed or taken off the portal again: its postings then add up to what stands there now.

drop view inv_billed_once;

create view inv_billed_once as
select l.id, cast(count(p.id) as {{big}}) as found
from lancamento l
left join posting p on p.lancamento_id = l.id and p.account = 'informado'
group by l.id, l.state, l.valor_lancado
having l.state in ('lancada', 'fechada', 'retornada', 'quitada')
  and (l.valor_lancado is null or coalesce(-sum(p.valor), 0) <> l.valor_lancado);

drop view inv_state_vs_money;

create view inv_state_vs_money as
select l.id, cast(sum(p.valor) as {{big}}) as found
from lancamento l
join posting p on p.lancamento_id = l.id
where l.state not in ('lancada', 'fechada', 'retornada', 'quitada')
group by l.id, p.account having sum(p.valor) <> 0;
