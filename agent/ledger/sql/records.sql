-- name: snapshot_insert(mes_id, evidence_id, taken_at, fechado, head_rows, head_valor, body_rows, body_valor, trusted)<!
-- One reading of a portal's record.
insert into snapshot (mes_id, evidence_id, taken_at, fechado, head_rows, head_valor, body_rows, body_valor, trusted)
values (:mes_id, :evidence_id, :taken_at, :fechado, :head_rows, :head_valor, :body_rows, :body_valor, :trusted)
returning id;

-- name: snapshot_rows_insert(snapshot_id, no, movimento, numero_autorizacao, codigo_procedimento, dente, faces, data, quantidade, valor, finalizado, protocolo, lote, situacao)*!
-- Its rows.
insert into snapshot_row (snapshot_id, no, movimento, numero_autorizacao, codigo_procedimento, dente, faces, data,
  quantidade, valor, finalizado, protocolo, lote, situacao)
values (:snapshot_id, :no, :movimento, :numero_autorizacao, :codigo_procedimento, :dente, :faces, :data,
  :quantidade, :valor, :finalizado, :protocolo, :lote, :situacao);

-- name: snapshot_latest(mes_id, least)^
-- The last reading of a month that is at least as trusted as asked.
select s.id, s.mes_id, s.taken_at, s.fechado, s.head_rows, s.head_valor, s.trusted, e.sha256
from snapshot s join evidence e on e.id = s.evidence_id
where s.mes_id = :mes_id and s.trusted >= :least order by s.id desc limit 1;

-- name: snapshot_get(id)^
-- One reading.
select s.id, s.mes_id, s.taken_at, s.fechado, s.head_rows, s.head_valor, s.trusted, e.sha256
from snapshot s join evidence e on e.id = s.evidence_id where s.id = :id;

-- name: snapshot_rows(snapshot_id)
-- Its rows, in the report's order.
select movimento, numero_autorizacao, codigo_procedimento, data, quantidade, valor, dente, faces, finalizado,
  protocolo, lote, situacao
from snapshot_row where snapshot_id = :snapshot_id order by no;
