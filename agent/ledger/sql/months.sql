-- name: month_insert(clinica, portal, account, competencia)!
-- A month the first time it is named; nothing when it is there.
insert into mes (clinica, portal, account, competencia, state, version)
values (:clinica, :portal, :account, :competencia, 'aberta', 0)
on conflict (clinica, portal, competencia) do nothing;

-- name: month_find(clinica, portal, competencia)^
-- One month by what a person calls it.
select id, clinica, portal, account, competencia, state, version
from mes where clinica = :clinica and portal = :portal and competencia = :competencia;

-- name: month_get(id)^
-- One month.
select id, clinica, portal, account, competencia, state, version from mes where id = :id;

-- name: month_all()
-- Every month, oldest first.
select id, clinica, portal, account, competencia, state, version
from mes order by competencia, clinica, portal;

-- name: month_of(clinica, portal)
-- A clinic's months on one portal, oldest first.
select id, clinica, portal, account, competencia, state, version
from mes where clinica = :clinica and portal = :portal order by competencia;

-- name: month_account(id, account)!
-- The login the month is worked under changed.
update mes set account = :account where id = :id;

-- name: month_bump(id)!
-- Something that matters to a plan changed.
update mes set version = version + 1 where id = :id;

-- name: month_move(id, before, after)!
-- From one state to another.
update mes set state = :after where id = :id and state = :before;

-- name: month_begin(id, before, after, version)!
-- From one state to another, unchanged since `version`.
update mes set state = :after where id = :id and state = :before and version = :version;

-- name: month_entries_in_doubt(id)$
-- How many entries were sent and have no answer.
select count(*) from lancamento where mes_id = :id and state in ('enviando', 'incerta');

-- name: month_entries_open(id)$
-- How many entries have no outcome yet.
select count(*) from lancamento where mes_id = :id and state in ('pendente', 'enviando', 'incerta');

-- name: month_entries_move(id, before, after)!
-- All entries of the month that stand in one state, to another.
update lancamento set state = :after where mes_id = :id and state = :before;
