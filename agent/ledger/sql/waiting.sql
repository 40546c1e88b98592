-- name: waiting_insert(kind, clinica, portal, competencia, step, ref, subject, seen, asked, otherwise, opened_at, until, asker)<!
-- Something waits for a person.
insert into waiting (kind, clinica, portal, competencia, step, ref, subject, seen, asked, otherwise, opened_at, until,
  asker, state)
values (:kind, :clinica, :portal, :competencia, :step, :ref, :subject, :seen, :asked, :otherwise, :opened_at, :until,
  :asker, 'open')
returning id;

-- name: waiting_standing(kind, clinica, portal, competencia, step, ref, subject)$
-- The open one of this kind about this thing.
select id from waiting where kind = :kind and clinica = :clinica and portal = :portal and competencia = :competencia
  and step = :step and ref = :ref and subject = :subject and state = 'open';

-- name: waiting_ever(kind, clinica, portal, competencia, step, ref, subject)$
-- Whether this was ever asked about this thing.
select count(*) from waiting where kind = :kind and clinica = :clinica and portal = :portal
  and competencia = :competencia and step = :step and ref = :ref and subject = :subject;

-- name: waiting_close(id, state, answer, who, at)!
-- A person answered it, or it is over by itself.
update waiting set state = :state, answer = :answer, who = :who, closed_at = :at where id = :id and state = 'open';

-- name: waiting_open()
-- All that waits for a person, what cannot wait long first.
select id, kind, clinica, portal, competencia, step, ref, subject, seen, asked, otherwise, opened_at, until, state,
  answer, who, closed_at, asker
from waiting where state = 'open' order by coalesce(until, '9999'), id;

-- name: waiting_get(id)^
-- One of them.
select id, kind, clinica, portal, competencia, step, ref, subject, seen, asked, otherwise, opened_at, until, state,
  answer, who, closed_at, asker
from waiting where id = :id;

-- name: waiting_answer(kind, clinica, portal, competencia, subject)^
-- What a person last answered about one thing.
select answer, who from waiting where kind = :kind and clinica = :clinica and portal = :portal
  and competencia = :competencia and subject = :subject and state = 'answered' order by id desc limit 1;

-- name: waiting_all(since)
-- All that was opened since a moment, in order.
select id, kind, clinica, portal, competencia, step, ref, subject, seen, asked, otherwise, opened_at, until, state,
  answer, who, closed_at, asker
from waiting where opened_at >= :since order by id;

-- name: waiting_answered(kind, clinica, portal, competencia, subject)^
-- The one about one thing that a person answered last.
select id, kind, clinica, portal, competencia, step, ref, subject, seen, asked, otherwise, opened_at, until, state,
  answer, who, closed_at, asker
from waiting where kind = :kind and clinica = :clinica and portal = :portal
  and competencia = :competencia and subject = :subject and state = 'answered' order by id desc limit 1;

-- name: waiting_first(id, who)!
-- The first of two people approved it.
update waiting set answer = 'sim', who = :who where id = :id and state = 'open' and who = '';
