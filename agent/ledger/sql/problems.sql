-- name: problem_standing(mes_id, kind, ref, lancamento_id, linha_retorno_id)$
-- Whether one thing is a problem already, or was accepted by a person.
select count(*) from problem
where mes_id = :mes_id and kind = :kind and ref = :ref and state in ('open', 'accepted')
  and coalesce(lancamento_id, 0) = coalesce(cast(:lancamento_id as bigint), 0)
  and coalesce(linha_retorno_id, 0) = coalesce(cast(:linha_retorno_id as bigint), 0);

-- name: problem_insert(mes_id, kind, ref, lancamento_id, linha_retorno_id, text, opened_at, due_at)<!
-- A new problem.
insert into problem (mes_id, kind, ref, lancamento_id, linha_retorno_id, text, opened_at, due_at, state)
values (:mes_id, :kind, :ref, :lancamento_id, :linha_retorno_id, :text, :opened_at, :due_at, 'open')
returning id;

-- name: problem_of(mes_id)
-- Every problem of a month, oldest first.
select id, mes_id, kind, ref, lancamento_id, linha_retorno_id, text, opened_at, due_at, state, resolution, who,
  closed_at
from problem where mes_id = :mes_id order by id;

-- name: problem_close(id, state, resolution, who, at)!
-- A person decided.
update problem set state = :state, resolution = :resolution, who = :who, closed_at = :at
where id = :id and state = 'open';
