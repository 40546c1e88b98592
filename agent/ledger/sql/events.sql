-- name: event_last()^
-- The end of the chain.
select seq, hash from event order by seq desc limit 1;

-- name: event_insert(seq, at, actor, kind, mes_id, entity, entity_id, body, prev, hash)!
-- One link of the chain.
insert into event (seq, at, actor, kind, mes_id, entity, entity_id, body, prev, hash)
values (:seq, :at, :actor, :kind, :mes_id, :entity, :entity_id, :body, :prev, :hash);

-- name: event_all()
-- The whole chain, in order.
select seq, at, actor, kind, mes_id, entity, entity_id, body, prev, hash from event order by seq;

-- name: event_of(mes_id)
-- What happened to one month, in order.
select seq, at, actor, kind, mes_id, entity, entity_id, body, prev, hash from event
where mes_id = :mes_id order by seq;

-- name: posting_insert(txn, lancamento_id, account, valor, linha_retorno_id, at, effective)!
-- One side of a booking.
insert into posting (txn, lancamento_id, account, valor, linha_retorno_id, at, effective)
values (:txn, :lancamento_id, :account, :valor, :linha_retorno_id, :at, :effective);

-- name: event_by_seq(seq)^
-- One link of the chain.
select seq, at, actor, kind, mes_id, entity, entity_id, body, prev, hash from event where seq = :seq;

-- name: event_known(hash)$
-- Whether any link has this hash.
select count(*) from event where hash = :hash;

-- name: posting_balances(mes_id)
-- Each entry of a month with the sum of each of its accounts, in centavos.
select p.lancamento_id, p.account, cast(sum(p.valor) as bigint) as valor
from posting p join lancamento l on l.id = p.lancamento_id
where l.mes_id = :mes_id group by p.lancamento_id, p.account order by p.lancamento_id, p.account;

-- name: posting_sums(lancamento_id)
-- The sum of each account of one entry, in centavos.
select account, cast(sum(valor) as bigint) as valor
from posting where lancamento_id = :lancamento_id group by account;

-- name: event_end()$
-- The number of the last link, 0 of an empty chain.
select coalesce(max(seq), 0) from event;

-- name: event_months(since)
-- The months that something happened to after a link of the chain.
select distinct coalesce(e.mes_id, p.mes_id) as mes_id
from event e left join problem p on e.entity = 'problem' and p.id = e.entity_id
where e.seq > :since and coalesce(e.mes_id, p.mes_id) is not null;
