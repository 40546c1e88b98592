-- name: batch_insert(journal_id, kind, mes_id, portal, account, token, opened_at, closed_at)<!
-- One act on a portal: a launch of several entries, an adoption, a removal.
insert into batch (journal_id, kind, mes_id, portal, account, token, state, opened_at, closed_at)
values (:journal_id, :kind, :mes_id, :portal, :account, :token,
  case when cast(:closed_at as text) is null then 'open' else 'closed' end, :opened_at, cast(:closed_at as text))
returning id;

-- name: batch_close(id, at)!
-- Its outcome is known, or known to be unknown.
update batch set state = 'closed', closed_at = :at where id = :id and state = 'open';

-- name: batch_open_of(portal, account)
-- What an earlier session left open on a login, or on a month that is worked under it now.
select b.id, b.kind, b.mes_id from batch b join mes m on m.id = b.mes_id
where b.state = 'open' and b.portal = :portal and (b.account = :account or m.account = :account)
order by b.id;

-- name: batch_known(portal)
-- The intents that this database knows.
select journal_id from batch where portal = :portal;

-- name: attempt_insert(batch_id, lancamento_id, state, opened_at, closed_at, movimento, protocolo, snapshot_id, why)<!
-- The next attempt at an entry.
insert into attempt (batch_id, lancamento_id, no, state, opened_at, closed_at, movimento, protocolo, snapshot_id, why)
select :batch_id, :lancamento_id, coalesce(max(no), 0) + 1, :state, :opened_at, cast(:closed_at as text), :movimento,
  :protocolo, cast(:snapshot_id as bigint), :why
from attempt where lancamento_id = :lancamento_id
returning id;

-- name: attempt_end(batch_id, lancamento_id, state, at, movimento, protocolo, why)!
-- An open attempt has its outcome.
update attempt set state = :state, closed_at = :at, movimento = :movimento, protocolo = :protocolo, why = :why
where batch_id = :batch_id and lancamento_id = :lancamento_id and state = 'intent';

-- name: attempt_open_in(batch_id)
-- The entries of a batch that have no outcome yet.
select lancamento_id from attempt where batch_id = :batch_id and state = 'intent' order by id;

-- name: attempt_uncertain_newest(lancamento_id)$
-- The newest attempt at an entry that has no answer.
select max(id) from attempt where lancamento_id = :lancamento_id and state = 'uncertain';

-- name: attempt_found(id, at, movimento, protocolo, snapshot_id)!
-- The portal's record holds what this attempt sent.
update attempt set state = 'confirmed', closed_at = :at, movimento = :movimento, protocolo = :protocolo,
  snapshot_id = :snapshot_id
where id = :id and state = 'uncertain';

-- name: attempt_absent(lancamento_id, at, snapshot_id)!
-- The portal's record holds nothing of what these attempts sent.
update attempt set state = 'absent', closed_at = :at, snapshot_id = :snapshot_id
where lancamento_id = :lancamento_id and state = 'uncertain';

-- name: attempt_sent(mes_id)
-- The entries of a month that were ever attempted.
select distinct a.lancamento_id from attempt a join batch b on b.id = a.batch_id
where b.mes_id = :mes_id and b.kind = 'launch' order by a.lancamento_id;

-- name: attempt_count(clinica, portal, mes_id, numero_autorizacao, codigo_procedimento, dente, faces, data)$
-- The most finalised rows that the attempts of one key can have left: one each, two where the answer was lost, for a
-- browser sends a form again by itself when the connection is reset before any answer.
select cast(coalesce(sum(case when a.state in ('uncertain', 'absent') or a.snapshot_id is not null then 2 else 1 end), 0) as bigint)
from attempt a
join batch b on b.id = a.batch_id
join lancamento l on l.id = a.lancamento_id
join mes m on m.id = l.mes_id
where m.clinica = :clinica and m.portal = :portal and (:mes_id = 0 or m.id = :mes_id) and b.kind = 'launch'
  and a.state not in ('rejected', 'released')
  and l.numero_autorizacao = :numero_autorizacao and l.codigo_procedimento = :codigo_procedimento
  and l.dente = :dente and l.faces = :faces and l.data = :data;

-- name: attempt_count_draft(clinica, portal, mes_id, numero_autorizacao, codigo_procedimento)$
-- The most rows that the attempts at one authorisation (and code, where the draft shows one) can have left, drafts too:
-- one each, two where the answer was lost, for a save may land after its draft was deleted. A row that was adopted is
-- explained by that.
select cast(coalesce(sum(case when b.kind = 'adoption' then 1
  when a.state in ('uncertain', 'absent') or a.snapshot_id is not null then 2 else 1 end), 0) as bigint)
from attempt a
join batch b on b.id = a.batch_id
join lancamento l on l.id = a.lancamento_id
join mes m on m.id = l.mes_id
where m.clinica = :clinica and m.portal = :portal and (:mes_id = 0 or m.id = :mes_id)
  and (b.kind = 'launch' or (b.kind = 'adoption' and a.state = 'confirmed'))
  and l.numero_autorizacao = :numero_autorizacao
  and (:codigo_procedimento = '' or l.codigo_procedimento = :codigo_procedimento);

-- name: removal_insert(batch_id, mes_id, movimento, numero_autorizacao, codigo_procedimento, dente, faces, data, finalizado, why, state)!
-- A row of ours is about to be deleted.
insert into removal (batch_id, mes_id, movimento, numero_autorizacao, codigo_procedimento, dente, faces, data,
  finalizado, why, state)
values (:batch_id, :mes_id, :movimento, :numero_autorizacao, :codigo_procedimento, :dente, :faces, :data,
  :finalizado, :why, :state);

-- name: removal_end(batch_id, before, after)!
-- A removal has its outcome.
update removal set state = :after where batch_id = :batch_id and state = :before;

-- name: removal_in_doubt(mes_id)
-- Removals whose answer was lost.
select batch_id, movimento, seen from removal where mes_id = :mes_id and state = 'uncertain' order by batch_id;

-- name: removal_seen(batch_id, seen)!
-- Whether a trusted reading still shows the row.
update removal set seen = :seen where batch_id = :batch_id;

-- name: removal_count(clinica, portal, mes_id, finalizado, numero_autorizacao, codigo_procedimento, dente, faces, data)$
-- The finalised rows of one key that we deleted.
select count(*) from removal r join mes m on m.id = r.mes_id
where m.clinica = :clinica and m.portal = :portal and (:mes_id = 0 or m.id = :mes_id) and r.state = 'confirmed' and r.finalizado = :finalizado
  and r.numero_autorizacao = :numero_autorizacao and r.codigo_procedimento = :codigo_procedimento
  and r.dente = :dente and r.faces = :faces and r.data = :data;

-- name: removal_count_draft(clinica, portal, mes_id, numero_autorizacao, codigo_procedimento)$
-- The rows of one authorisation that we deleted, drafts or not.
select count(*) from removal r join mes m on m.id = r.mes_id
where m.clinica = :clinica and m.portal = :portal and (:mes_id = 0 or m.id = :mes_id) and r.state = 'confirmed'
  and r.numero_autorizacao = :numero_autorizacao
  and (:codigo_procedimento = '' or r.codigo_procedimento in ('', :codigo_procedimento));

-- name: removal_openings(clinica, portal, mes_id, numero_autorizacao, codigo_procedimento)$
-- How often an authorisation was opened to delete a finished row of it: each may have left a draft.
select count(*) from removal r join mes m on m.id = r.mes_id
where m.clinica = :clinica and m.portal = :portal and (:mes_id = 0 or m.id = :mes_id) and r.finalizado = 1
  and r.numero_autorizacao = :numero_autorizacao
  and (:codigo_procedimento = '' or r.codigo_procedimento = :codigo_procedimento);

-- name: attempt_ends(clinica, portal, mes_id, numero_autorizacao, codigo_procedimento)
-- When each attempt at an authorisation was known to have made what it made: by the portal's answer, or by the reading
-- that settled it. Null while it is not known.
select case when a.state in ('intent', 'uncertain') then null else coalesce(s.taken_at, a.closed_at) end as ended
from attempt a
join batch b on b.id = a.batch_id
join lancamento l on l.id = a.lancamento_id
join mes m on m.id = l.mes_id
left join snapshot s on s.id = a.snapshot_id
where m.clinica = :clinica and m.portal = :portal and (:mes_id = 0 or m.id = :mes_id) and b.kind = 'launch'
  and l.numero_autorizacao = :numero_autorizacao
  and (:codigo_procedimento = '' or l.codigo_procedimento = :codigo_procedimento);

-- name: row_first_seen(mes_id, movimento)$
-- When a trusted reading first showed this row.
select min(s.taken_at) from snapshot s join snapshot_row r on r.snapshot_id = s.id
where s.mes_id = :mes_id and s.trusted = 1 and r.movimento = :movimento;

-- name: row_not_there(mes_id, movimento, since)$
-- How many trusted readings since then did not show this row.
select count(*) from snapshot s
where s.mes_id = :mes_id and s.trusted = 1 and s.taken_at >= :since
  and not exists (select 1 from snapshot_row r where r.snapshot_id = s.id and r.movimento = :movimento);
