-- name: vista_insert(clinica, portal, asked_by, asked_on, at, wanted_until)<!
-- A person asks to attend a sign-in from the panel.
insert into vista (clinica, portal, asked_by, asked_on, asked_at, wanted_until, state, owner, alive_until, endpoint,
  holder, generation, holder_until, entered, result)
values (:clinica, :portal, :asked_by, :asked_on, :at, :wanted_until, 'pedida', '', '', '', '', 0, '', 0, '')
returning id;

-- name: vista_standing(clinica, portal)^
-- The one of a sign-in that is not over.
select id, clinica, portal, asked_by, asked_on, asked_at, wanted_until, state, owner, alive_until, endpoint, holder,
  generation, holder_until, entered, result, ended_at
from vista where clinica = :clinica and portal = :portal and state <> 'encerrada';

-- name: vista_get(id)^
-- One of them.
select id, clinica, portal, asked_by, asked_on, asked_at, wanted_until, state, owner, alive_until, endpoint, holder,
  generation, holder_until, entered, result, ended_at
from vista where id = :id;

-- name: vista_all(since)
-- Those that are not over, or were not at a moment, in the order they were asked for.
select id, clinica, portal, asked_by, asked_on, asked_at, wanted_until, state, owner, alive_until, endpoint, holder,
  generation, holder_until, entered, result, ended_at
from vista where state <> 'encerrada' or ended_at >= :since order by id;

-- name: vista_adopt(id, asked_by, asked_on, wanted_until, now)!
-- Another person goes on with what its own left; nothing while that one is there.
update vista set asked_by = :asked_by, asked_on = :asked_on, wanted_until = :wanted_until
where id = :id and state <> 'encerrada' and wanted_until <= :now and holder_until <= :now;

-- name: vista_want(asked_by, wanted_until)!
-- The person is still there.
update vista set wanted_until = :wanted_until where asked_by = :asked_by and state <> 'encerrada';

-- name: vista_claim(id, owner, alive_until, now)!
-- A worker opens it, while somebody waits for it.
update vista set state = 'aberta', owner = :owner, alive_until = :alive_until
where id = :id and state = 'pedida' and wanted_until > :now;

-- name: vista_alive(id, owner, alive_until)!
-- Its worker goes on.
update vista set alive_until = :alive_until where id = :id and owner = :owner and state = 'aberta';

-- name: vista_endpoint(id, owner, endpoint)!
-- A person is awaited there now, or nowhere any more.
update vista set endpoint = :endpoint where id = :id and owner = :owner and state = 'aberta';

-- name: vista_end(id, owner, entered, result, now)!
-- Its worker is done with it.
update vista set state = 'encerrada', endpoint = '', entered = :entered, result = :result, ended_at = :now
where id = :id and owner = :owner and state = 'aberta';

-- name: vista_cancel(id, result, now)!
-- Nobody opened it, and nobody waits for it any more.
update vista set state = 'encerrada', result = :result, ended_at = :now where id = :id and state = 'pedida';

-- name: vista_take(id, holder, until, now)!
-- Mouse and keyboard go to one person's one socket: free, or that person's own until now.
update vista set holder = :holder, generation = generation + 1, holder_until = :until
where id = :id and state = 'aberta' and endpoint <> '' and asked_by = :holder
  and (holder = :holder or holder_until <= :now);

-- name: vista_renew(id, generation, until, now)!
-- The holder goes on, while the page is shown.
update vista set holder_until = :until
where id = :id and generation = :generation and endpoint <> '' and holder_until > :now;

-- name: vista_holds(id, generation, now)$
-- Whether mouse and keyboard are still that one's.
select count(*) from vista
where id = :id and generation = :generation and endpoint <> '' and holder_until > :now;

-- name: vista_let_go(id, generation, now)!
-- The holder is done.
update vista set holder_until = :now where id = :id and generation = :generation and holder_until > :now;

-- name: ficha_spend(nonce, until)!
-- The first use; nothing at any other.
insert into ficha (nonce, until) values (:nonce, :until) on conflict (nonce) do nothing;

-- name: ficha_forget(now)!
-- Too old to be used at all.
delete from ficha where until <= :now;
