-- name: purge_pieces()
-- Every piece of evidence.
select id, sha256, kind, name, bytes, taken_at from evidence order by id;

-- name: purge_readings()
-- Which piece is of which reading of a portal's record, and when that was.
select evidence_id, mes_id, taken_at as at from snapshot;

-- name: purge_reports()
-- Which piece is of which return, and when that was read.
select de.evidence_id, d.mes_id, d.imported_at as at
from demonstrativo_evidence de join demonstrativo d on d.id = de.demonstrativo_id;

-- name: purge_kept()
-- Which piece is of what else of a month.
select entity_id as evidence_id, mes_id, at, body from event where kind = 'evidencia.guardada';

-- name: purge_events()
-- Every purge: what it was to take, and that it was done.
select seq, at, actor, kind, entity_id, body, hash from event
where kind in ('expurgo.intencao', 'expurgo.feito') order by seq;
