-- name: turn_expire(now)!
-- Those whose holder has not been heard of for the whole of their time are dead.
update turn set state = 'dead', ended_at = :now, text = 'quem fazia parou de responder'
where state = 'running' and until <= :now;

-- name: turn_owners()
-- Who is at work.
select distinct owner from turn where state = 'running';

-- name: turn_bury(owner, now)!
-- Whoever did these surely runs no more: their time need not be waited out.
update turn set state = 'dead', ended_at = :now, text = 'quem fazia parou no meio'
where state = 'running' and owner = :owner;

-- name: turn_running(portal)$
-- How many logins are at work on a portal.
select count(*) from turn where state = 'running' and portal = :portal;

-- name: turn_of_login(portal, account)$
-- Whether one login is at work.
select count(*) from turn where state = 'running' and portal = :portal and account = :account;

-- name: turn_insert(clinica, portal, account, competencia, step, ref, no, owner, since, until)!
-- The next run of a step; nothing when somebody has it already.
insert into turn (clinica, portal, account, competencia, step, ref, no, state, owner, since, until)
values (:clinica, :portal, :account, :competencia, :step, :ref, :no, 'running', :owner, :since, :until)
on conflict (clinica, portal, competencia, step, ref, no) do nothing;

-- name: turn_id(clinica, portal, competencia, step, ref, no)$
-- The number of a run.
select id from turn where clinica = :clinica and portal = :portal and competencia = :competencia
  and step = :step and ref = :ref and no = :no;

-- name: turn_renew(id, owner, until)!
-- The holder goes on.
update turn set until = :until where id = :id and owner = :owner and state = 'running';

-- name: turn_end(id, owner, state, text, at)!
-- How it ended; nothing when it was given up for dead meanwhile.
update turn set state = :state, text = :text, ended_at = :at where id = :id and owner = :owner and state = 'running';

-- name: turn_since(competencia)
-- Every run of the months from one on, in order.
select id, clinica, portal, account, competencia, step, ref, no, state, owner, since, until, ended_at, text
from turn where competencia >= :competencia order by id;

-- name: turn_lately(since)
-- The runs that are not over, or were not at a moment, in order.
select id, clinica, portal, account, competencia, step, ref, no, state, owner, since, until, ended_at, text
from turn where state = 'running' or ended_at >= :since order by id;

-- name: turn_months(competencia)
-- What a schedule must know of the months from one on: their state, last plan, entries not sent, returns.
select m.clinica, m.portal, m.competencia, m.state,
  coalesce((select p.hash from plan p where p.mes_id = m.id order by p.id desc limit 1), '') as plan,
  (select count(*) from lancamento l where l.mes_id = m.id and l.state in ('pendente', 'enviando', 'incerta')) as unsent,
  (select count(*) from lancamento l where l.mes_id = m.id and l.state <> 'cancelada') as entries,
  (select count(*) from demonstrativo d where d.mes_id = m.id) as returns
from mes m where m.competencia >= :competencia;

-- name: turn_attempts()
-- How many sends ended how, ever.
select state, count(*) as total from attempt group by state order by state;
