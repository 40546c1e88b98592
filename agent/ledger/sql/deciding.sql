-- name: decision_insert(linha_retorno_id, lancamento_id, adds, who, reason, at)<!
-- A person settled a doubtful line.
insert into decisao (linha_retorno_id, lancamento_id, adds, who, reason, at, state)
values (:linha_retorno_id, cast(:lancamento_id as bigint), :adds, :who, :reason, :at, 'live') returning id;

-- name: decision_revoke(linha_retorno_id)!
-- The person thinks again.
update decisao set state = 'revoked' where linha_retorno_id = :linha_retorno_id and state = 'live';

-- name: decision_of(clinica, portal)
-- What was settled of a clinic's account on a portal, and stands.
select d.id, d.linha_retorno_id, d.lancamento_id, d.adds, d.who, d.reason, d.at
from decisao d cross join linha_retorno r cross join mes m
where d.state = 'live' and r.id = d.linha_retorno_id and m.id = r.mes_id
  and m.clinica = :clinica and m.portal = :portal order by d.id;

-- name: decision_states()
-- Every decision that stands.
select linha_retorno_id, lancamento_id from decisao where state = 'live' order by linha_retorno_id;

-- name: line_get(id)^
-- One return line.
select r.id, r.mes_id, r.withdrawn_at, m.clinica, m.portal
from linha_retorno r join mes m on m.id = r.mes_id where r.id = :id;
