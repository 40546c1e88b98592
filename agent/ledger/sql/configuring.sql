-- name: configuracao_latest(most)
-- The last changes of the settings, the newest first.
select seq, at, actor, kind, mes_id, entity, entity_id, body, prev, hash from event
where entity = 'configuracao' order by seq desc limit :most;
