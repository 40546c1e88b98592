-- name: member_insert(nome, chave, papel, clinica, senha, made_at)<!
-- Somebody new.
insert into membro (nome, chave, papel, clinica, senha, ativo, epoch, made_at)
values (:nome, :chave, :papel, :clinica, :senha, 1, 1, :made_at) returning id;

-- name: member_get(id)^
-- One of them.
select id, nome, papel, clinica, ativo, epoch, senha from membro where id = :id;

-- name: member_called(chave)^
-- One of them, by name.
select id, nome, papel, clinica, ativo, epoch, senha from membro where chave = :chave;

-- name: member_all()
-- All of them.
select id, nome, papel, clinica, ativo, epoch, senha from membro order by chave;

-- name: member_role(id, papel, clinica, ativo)!
-- What they may do from now on; whatever they had open ends.
update membro set papel = :papel, clinica = :clinica, ativo = :ativo, epoch = epoch + 1 where id = :id;

-- name: member_secret(id, senha)!
-- Another password; whatever they had open ends.
update membro set senha = :senha, epoch = epoch + 1 where id = :id;

-- name: member_rehash(id, senha)!
-- The same password, kept with newer parameters.
update membro set senha = :senha where id = :id;

-- name: member_end(id)!
-- Whatever they had open ends.
update membro set epoch = epoch + 1 where id = :id;

-- name: seen_insert(at, who, what, clinica, ref, place)!
-- Somebody saw something.
insert into seen (at, who, what, clinica, ref, place) values (:at, :who, :what, :clinica, :ref, :place);

-- name: seen_count(what, who, since)$
-- How often somebody did one thing since a moment.
select count(*) from seen where what = :what and who = :who and at > :since;

-- name: seen_from(what, place, since)$
-- How often one thing was done from one place since a moment.
select count(*) from seen where what = :what and place = :place and at > :since;

-- name: seen_latest(most)
-- What was seen last, the newest first.
select at, who, what, clinica, ref from seen order by id desc limit :most;
