-- name: problem_standing(mes_id, kind, ref, lancamento_id, linha_retorno_id)$
-- Whether one thing is a problem already, or was accepted by a person.
select count(*) from problem
where mes_id = :mes_id and kind = :kind and ref = :ref and state in ('open', 'accepted')
  and coalesce(lancamento_id, 0) = coalesce(cast(:lancamento_id as bigint), 0)
  and coalesce(linha_retorno_id, 0) = coalesce(cast(:linha_retorno_id as bigint), 0);

-- name: problem_insert(mes_id, kind, ref, lancamento_id, linha_retorno_id, text, opened_at, due_at, owner)<!
-- A new problem.
insert into problem (mes_id, kind, ref, lancamento_id, linha_retorno_id, text, opened_at, due_at, owner, state)
values (:mes_id, :kind, :ref, :lancamento_id, :linha_retorno_id, :text, :opened_at, :due_at, :owner, 'open')
returning id;

-- name: problem_kept(clinica, portal, kind)
-- What of one kind is open or was accepted in an account, with what became of its entry and its line.
select p.id, p.mes_id, p.kind, p.ref, p.lancamento_id, p.linha_retorno_id, p.state, l.state as entry_state,
  l.numero_autorizacao, r.withdrawn_at
from mes m join problem p on p.mes_id = m.id
left join lancamento l on l.id = p.lancamento_id
left join linha_retorno r on r.id = p.linha_retorno_id
where m.clinica = :clinica and m.portal = :portal and p.kind = :kind and p.state in ('open', 'accepted')
order by p.id;

-- name: problem_give(id, owner, due_at)!
-- Another owner, another term, or both.
update problem set owner = coalesce(cast(:owner as text), owner), due_at = coalesce(cast(:due_at as text), due_at)
where id = :id and state = 'open';

-- name: doubt_silent(mes_id)
-- The entries of a month that no return line answers.
select id, numero_autorizacao, data, valor_lancado from lancamento
where mes_id = :mes_id and state in ('lancada', 'fechada') order by id;

-- name: problem_of(mes_id)
-- Every problem of a month, oldest first.
select id, mes_id, kind, ref, lancamento_id, linha_retorno_id, text, opened_at, due_at, state, resolution, who,
  closed_at, owner
from problem where mes_id = :mes_id order by id;

-- name: problem_close(id, state, resolution, who, at)!
-- A person decided.
update problem set state = :state, resolution = :resolution, who = :who, closed_at = :at
where id = :id and state = 'open';

-- name: doubt_awaited(mes_id)$
-- Whether a month's return was read: a line of it stands that speaks of an entry of the month, or of none that we know.
-- One that brings what other months wait for says nothing of this one's.
select count(*) from (
  select 1 from linha_retorno r join mes h on h.id = r.mes_id
  where r.mes_id = :mes_id and r.withdrawn_at is null
    and not exists (
      select 1 from match k join lancamento l on l.id = k.lancamento_id
      where k.linha_retorno_id = r.id and k.state = 'live' and l.mes_id <> r.mes_id)
    and (
      exists (select 1 from lancamento l where l.mes_id = r.mes_id and l.numero_autorizacao = r.numero_autorizacao)
      or not exists (
        select 1 from lancamento l join mes m on m.id = l.mes_id
        where l.numero_autorizacao = r.numero_autorizacao and m.clinica = h.clinica and m.portal = h.portal))
  limit 1) there;
