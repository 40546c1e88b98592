-- name: entry_of(mes_id)
-- Every entry of a month.
select * from entry where mes_id = :mes_id order by id;

-- name: entry_in(mes_id, state)
-- A month's entries in one state.
select * from entry where mes_id = :mes_id and state = :state;

-- name: entry_get(id)^
-- One entry.
select * from entry where id = :id;

-- name: entry_elsewhere(clinica, portal, mes_id)
-- What other months of the same clinic and portal hold on the portal, may hold there, or are yet to send.
select e.* from entry e join mes m on m.id = e.mes_id
where e.clinica = :clinica and e.portal = :portal and e.mes_id <> :mes_id
  and (e.state in ('lancada', 'fechada', 'retornada', 'quitada', 'enviando', 'incerta')
    or (e.state = 'pendente' and m.state = 'aberta'))
order by e.id;

-- name: entry_unasked(mes_id)
-- Launched entries of a month that no file holds any more.
select * from entry
where mes_id = :mes_id and state = 'lancada' and id not in (select lancamento_id from origem where mes_id = :mes_id)
order by id;

-- name: entry_by_authorization(clinica, portal, numero_autorizacao)
-- Every entry of one authorisation, all months.
select * from entry
where clinica = :clinica and portal = :portal and numero_autorizacao = :numero_autorizacao order by id;

-- name: entry_named(number)
-- The entries that a number speaks of, all months: their authorisation, protocolo or conta, or the operadora's lote.
select * from entry
where numero_autorizacao = :number or protocolo = :number or movimento = :number
  or (movimento <> '' and exists (select 1 from snapshot_row r join snapshot s on s.id = r.snapshot_id
    where r.lote = :number and r.lote <> '' and s.mes_id = entry.mes_id and r.movimento = entry.movimento))
order by id;

-- name: entry_insert(mes_id, kind, numero_autorizacao, codigo_procedimento, dente, faces, data, ocorrencia, quantidade, valor_informado, codigo_conselho, profissional, arquivo, aba, linha, state)<!
-- A new entry.
insert into lancamento (mes_id, kind, numero_autorizacao, codigo_procedimento, dente, faces, data, ocorrencia,
  quantidade, valor_informado, codigo_conselho, profissional, arquivo, aba, linha, state)
values (:mes_id, :kind, :numero_autorizacao, :codigo_procedimento, :dente, :faces, :data, :ocorrencia,
  :quantidade, :valor_informado, :codigo_conselho, :profissional, :arquivo, :aba, :linha, :state)
returning id;

-- name: entry_change(id, state, kind, quantidade, valor_informado, codigo_conselho, profissional)!
-- The sheet says something else of an entry that was not sent: it is pending again, with the new facts.
update lancamento set kind = :kind, quantidade = :quantidade, valor_informado = :valor_informado,
  codigo_conselho = :codigo_conselho, profissional = :profissional, state = 'pendente', motivo = '', moved = 0
where id = :id and state = :state;

-- name: entry_place(id, arquivo, aba, linha, moved)!
-- Where the entry was read last, and whether the sheet says something else of it since it was sent.
update lancamento set arquivo = :arquivo, aba = :aba, linha = :linha, moved = :moved where id = :id;

-- name: entry_move(id, before, after, motivo)!
-- From one state to another.
update lancamento set state = :after, motivo = :motivo where id = :id and state = :before;

-- name: entry_launched(id, before, movimento, protocolo, valor)!
-- The portal holds it.
update lancamento set state = 'lancada', motivo = '', movimento = :movimento, protocolo = :protocolo,
  valor_lancado = :valor
where id = :id and state = :before;

-- name: entry_by_key(mes_id, numero_autorizacao, codigo_procedimento, dente, faces, data, ocorrencia)^
-- The entry of a key within a month.
select * from entry
where mes_id = :mes_id and numero_autorizacao = :numero_autorizacao and codigo_procedimento = :codigo_procedimento
  and dente = :dente and faces = :faces and data = :data and ocorrencia = :ocorrencia;

-- name: pessoa_put(lancamento_id, beneficiario, numero_carteira, observacao)!
-- Whom an entry is about.
insert into pessoa (lancamento_id, beneficiario, numero_carteira, observacao)
values (:lancamento_id, :beneficiario, :numero_carteira, :observacao)
on conflict (lancamento_id) do update set beneficiario = excluded.beneficiario,
  numero_carteira = excluded.numero_carteira, observacao = excluded.observacao;

-- name: atendimento_put(lancamento_id, atendimento)!
-- How the service was given, for an entry whose person is known.
update pessoa set atendimento = :atendimento where lancamento_id = :lancamento_id and atendimento <> :atendimento;

-- name: pessoa_erase(mes_id)!
-- Forget whom a month's entries are about.
delete from pessoa where lancamento_id in (select id from lancamento where mes_id = :mes_id);

-- name: origem_add(lancamento_id, mes_id, arquivo)!
-- A file holds an entry.
insert into origem (lancamento_id, mes_id, arquivo) values (:lancamento_id, :mes_id, :arquivo)
on conflict (lancamento_id, arquivo) do nothing;

-- name: origem_drop(lancamento_id, arquivo)!
-- A file holds an entry no more.
delete from origem where lancamento_id = :lancamento_id and arquivo = :arquivo;

-- name: origem_of(mes_id)
-- Which files hold which entries.
select lancamento_id, arquivo from origem where mes_id = :mes_id;

-- name: origem_count(lancamento_id)$
-- How many files hold an entry.
select count(*) from origem where lancamento_id = :lancamento_id;

-- name: entry_moved(id)$
-- Whether the sheet says something else of an entry since it was sent.
select moved from lancamento where id = :id;

-- name: reading_insert(mes_id, arquivo, sha256, lidas, ignoradas, at)<!
-- A file was read.
insert into reading (mes_id, arquivo, sha256, lidas, ignoradas, at)
values (:mes_id, :arquivo, :sha256, :lidas, :ignoradas, :at)
returning id;

-- name: reading_rejected(reading_id, no, aba, linha, coluna, motivo)!
-- A row of it was held back.
insert into rejected_row (reading_id, no, aba, linha, coluna, motivo)
values (:reading_id, :no, :aba, :linha, :coluna, :motivo);

-- name: reading_latest(mes_id)
-- The last reading of each file.
select r.id, r.arquivo, r.sha256, r.lidas, r.ignoradas, r.at from reading r
where r.mes_id = :mes_id
  and r.id = (select max(o.id) from reading o where o.mes_id = r.mes_id and o.arquivo = r.arquivo)
order by r.arquivo;

-- name: reading_rows(reading_id)
-- The rows a reading held back, in the sheet's order.
select aba, linha, coluna, motivo from rejected_row where reading_id = :reading_id order by no;

-- name: entry_found(part, clinica, most)
-- The newest entries, of one clinic or of all where none is named, with these signs in a number of theirs.
select l.id from lancamento l join mes m on m.id = l.mes_id
where (lower(l.numero_autorizacao) like :part or lower(l.protocolo) like :part or lower(l.movimento) like :part)
  and (:clinica = '' or m.clinica = :clinica)
order by l.id desc limit :most;
