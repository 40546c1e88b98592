-- name: evidence_insert(sha256, kind, name, bytes, taken_at)<!
-- A piece of evidence the first time it is seen.
insert into evidence (sha256, kind, name, bytes, taken_at)
values (:sha256, :kind, :name, :bytes, :taken_at)
returning id;

-- name: evidence_id(sha256)$
-- The row of a piece of evidence.
select id from evidence where sha256 = :sha256;
