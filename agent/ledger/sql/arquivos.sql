-- name: arquivo_events(clinica, portal, kind)
-- What was told of the files of one access, in order: the last of each is how it stands.
select e.mes_id, e.entity_id, e.body from event e join mes m on m.id = e.mes_id
where e.kind = :kind and m.clinica = :clinica and m.portal = :portal order by e.seq;

-- name: arquivo_every(kind)
-- What was told of every file, in order.
select body from event where kind = :kind order by seq;

-- name: arquivo_home(clinica, portal, protocolo)$
-- The first month that launched something of a protocolo.
select min(l.mes_id) from lancamento l join mes m on m.id = l.mes_id
where m.clinica = :clinica and m.portal = :portal and l.protocolo = :protocolo;
