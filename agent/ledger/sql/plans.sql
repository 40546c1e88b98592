-- name: plan_insert(mes_id, body, hash, at)<!
-- A plan as it was shown.
insert into plan (mes_id, body, hash, at) values (:mes_id, :body, :hash, :at) returning id;

-- name: plan_latest(mes_id)^
-- The last plan of a month.
select id, body, hash, at from plan where mes_id = :mes_id order by id desc limit 1;

-- name: approval_insert(mes_id, what, hash, who, at)!
-- A person approved exactly this; once is enough.
insert into approval (mes_id, what, hash, who, at) values (:mes_id, :what, :hash, :who, :at)
on conflict (mes_id, what, hash) do nothing;

-- name: approval_of(mes_id, what, hash)$
-- Whether one act on one state was approved.
select count(*) from approval where mes_id = :mes_id and what = :what and hash = :hash;
