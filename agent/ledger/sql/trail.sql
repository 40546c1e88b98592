-- name: trail_reports(mes_id)
-- The evidence of each return of a month.
select d.id as report_id, d.fonte, d.imported_at, e.sha256, e.kind, e.name, e.bytes, e.taken_at
from demonstrativo d
join demonstrativo_evidence de on de.demonstrativo_id = d.id
join evidence e on e.id = de.evidence_id
where d.mes_id = :mes_id order by d.id, e.id;

-- name: trail_lines(mes_id)
-- Which return brought each standing line of a month.
select id, demonstrativo_id from linha_retorno where mes_id = :mes_id and withdrawn_at is null order by id;

-- name: trail_snapshots(mes_id)
-- The evidence of each reading of a month's record.
select s.id as snapshot_id, s.taken_at, s.trusted, s.fechado, e.sha256, e.kind, e.name, e.bytes
from snapshot s join evidence e on e.id = s.evidence_id where s.mes_id = :mes_id order by s.id;

-- name: trail_kept(mes_id)
-- What was kept of a month beside returns and readings, with the event that says what of.
select v.at, v.body, e.sha256, e.kind, e.name, e.bytes, e.taken_at
from event v join evidence e on e.id = v.entity_id
where v.mes_id = :mes_id and v.kind = 'evidencia.guardada' order by v.seq;

-- name: trail_closed(mes_id)$
-- When the month was closed last.
select max(at) from event where mes_id = :mes_id and kind = 'mes.fechada';

-- name: trail_returned(line_id)$
-- When a line was told first: a line that was taken back and is told in other words is the same.
select min(d.imported_at) from linha_retorno r
join linha_retorno o on o.id = r.id or (o.withdrawn_at is not null and o.mes_id = r.mes_id
  and o.numero_autorizacao = r.numero_autorizacao and o.codigo_procedimento = r.codigo_procedimento
  and o.data = r.data and o.quantidade = r.quantidade and o.valor_informado = r.valor_informado
  and o.valor_liberado = r.valor_liberado and o.valor_glosa = r.valor_glosa and o.ocorrencia = r.ocorrencia
  and (o.dente = r.dente or o.dente = '' or r.dente = '') and (o.faces = r.faces or o.faces = '' or r.faces = ''))
join demonstrativo d on d.id = o.demonstrativo_id where r.id = :line_id;

-- name: trail_readings_of(mes_id, movimento, numero_autorizacao, codigo_procedimento)
-- The readings of a month's record that show one entry: by its number there, else by its authorisation and code.
select distinct s.id as snapshot_id from snapshot s join snapshot_row r on r.snapshot_id = s.id
where s.mes_id = :mes_id and ((:movimento <> '' and r.movimento = :movimento)
  or (:movimento = '' and r.numero_autorizacao = :numero_autorizacao
    and r.codigo_procedimento in ('', :codigo_procedimento)))
order by s.id;
