-- name: correction_facts(id, quantidade, valor_informado, codigo_conselho, profissional, valor)!
-- A launched entry was changed on the portal to what the sheet says now.
update lancamento set quantidade = :quantidade, valor_informado = :valor_informado, codigo_conselho = :codigo_conselho,
  profissional = :profissional, valor_lancado = :valor, moved = 0
where id = :id and state = 'lancada';

-- name: correction_openings(clinica, portal, mes_id, numero_autorizacao, codigo_procedimento)$
-- How often an authorisation was opened to change a finished row of it, or to read it: each may have left a draft.
select count(*) from event e
join lancamento l on l.id = e.entity_id
join mes m on m.id = l.mes_id
where e.kind in ('correcao.intencao', 'correcao.leitura') and m.clinica = :clinica and m.portal = :portal
  and (:mes_id = 0 or m.id = :mes_id) and l.numero_autorizacao = :numero_autorizacao
  and (:codigo_procedimento = '' or l.codigo_procedimento = :codigo_procedimento);

-- name: withdrawal_entry(id, state, motivo)!
-- A launched entry was deleted from the portal.
update lancamento set state = :state, motivo = :motivo, movimento = '', protocolo = '', valor_lancado = null
where id = :id and state = 'lancada';

-- name: withdrawal_attempt(lancamento_id, at, snapshot_id)!
-- The portal's record holds no more what this attempt saved.
update attempt set state = 'absent', closed_at = :at, snapshot_id = :snapshot_id
where lancamento_id = :lancamento_id and state = 'confirmed';

-- name: removal_confirmed_of(mes_id, movimento)$
-- Whether we deleted this row, and know it.
select count(*) from removal where mes_id = :mes_id and movimento = :movimento and state = 'confirmed';

-- name: correction_ends(clinica, portal, mes_id, numero_autorizacao, codigo_procedimento)
-- When each opening of an authorisation for a correction was known to be over; null while it is not.
select (select min(o.at) from event o where o.entity = 'lancamento' and o.entity_id = e.entity_id and o.seq > e.seq
  and o.kind in ('lancamento.corrigida', 'lancamento.trocada', 'correcao.sem_efeito')) as ended
from event e
join lancamento l on l.id = e.entity_id
join mes m on m.id = l.mes_id
where e.kind = 'correcao.intencao' and m.clinica = :clinica and m.portal = :portal
  and (:mes_id = 0 or m.id = :mes_id) and l.numero_autorizacao = :numero_autorizacao
  and (:codigo_procedimento = '' or l.codigo_procedimento = :codigo_procedimento);

-- name: correction_open(portal, account)
-- The entries of a login whose correction has no outcome yet.
select distinct e.entity_id, e.mes_id from event e join mes m on m.id = e.mes_id
where e.kind = 'correcao.intencao' and m.portal = :portal and m.account = :account
  and not exists (select 1 from event o where o.entity = 'lancamento' and o.entity_id = e.entity_id and o.seq > e.seq
    and o.kind in ('lancamento.corrigida', 'lancamento.trocada', 'correcao.sem_efeito'))
order by e.entity_id;
