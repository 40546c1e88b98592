-- name: audit_months()
-- Every month's state.
select id, state from mes order by id;

-- name: audit_entries()
-- Every entry: its state, what the sheet said of it and what the portal gave for it.
select id, mes_id, state, numero_autorizacao, codigo_procedimento, dente, faces, data, ocorrencia, kind, quantidade,
  valor_informado, codigo_conselho, profissional, movimento, protocolo, valor_lancado, arquivo, aba, linha
from lancamento order by id;

-- name: audit_sent()
-- When each act on a portal was begun; '' where its attempts say otherwise than itself.
select b.id, case when min(a.opened_at) = b.opened_at and max(a.opened_at) = b.opened_at then b.opened_at else '' end as at
from batch b join attempt a on a.batch_id = b.id group by b.id, b.opened_at order by b.id;

-- name: audit_ties()
-- Every live match.
select lancamento_id, linha_retorno_id, pass_no, allocated, liberado, glosa
from match where state = 'live' order by lancamento_id, linha_retorno_id;

-- name: audit_problems()
-- Every problem's state, and whose it is until when.
select id, state, owner, due_at from problem order by id;

-- name: audit_lines()
-- Every return line with its month, in the order their months and fingerprints have.
select r.id, m.id as mes_id, m.clinica, m.portal, m.competencia, r.numero_autorizacao, r.codigo_procedimento, r.data,
  r.quantidade, r.valor_informado, r.valor_liberado, r.valor_glosa, r.motivo, r.movimento, r.protocolo, r.dente,
  r.faces, r.ocorrencia, r.fingerprint, r.withdrawn_at
from linha_retorno r join mes m on m.id = r.mes_id order by r.id;

-- name: audit_sums()
-- Each launched entry: what its live matches and its accounts add up to, in centavos.
select l.id, l.valor_lancado, cast(coalesce(k.n, 0) as bigint) as ties, cast(coalesce(k.allocated, 0) as bigint) as allocated,
  cast(coalesce(k.liberado, 0) as bigint) as liberado, cast(coalesce(k.glosa, 0) as bigint) as glosa,
  cast(coalesce(p.pendente, 0) as bigint) as a_pendente, cast(coalesce(p.liberado, 0) as bigint) as a_liberado,
  cast(coalesce(p.glosado, 0) as bigint) as a_glosado, cast(coalesce(p.diferenca, 0) as bigint) as a_diferenca,
  cast(coalesce(a.recuperado, 0) as bigint) as recuperado
from lancamento l
left join (
  select lancamento_id, count(*) as n, sum(allocated) as allocated, sum(liberado) as liberado, sum(glosa) as glosa
  from match where state = 'live' group by lancamento_id) k on k.lancamento_id = l.id
left join (
  select lancamento_id,
    sum(case when account = 'pendente' then valor else 0 end) as pendente,
    sum(case when account = 'liberado' then valor else 0 end) as liberado,
    sum(case when account in ('glosado', 'em_recurso', 'perda') then valor else 0 end) as glosado,
    sum(case when account = 'diferenca_tabela' then valor else 0 end) as diferenca
  from posting group by lancamento_id) p on p.lancamento_id = l.id
left join (
  select lancamento_id, sum(recuperado) as recuperado
  from recurso where state = 'respondido' group by lancamento_id) a on a.lancamento_id = l.id
where l.state in ('lancada', 'fechada', 'retornada', 'quitada')
order by l.id;

-- name: audit_reports()
-- Each month's last return from its one source, told whole: its printed totals, and what the standing lines add up to.
select d.id, d.mes_id, d.informado, d.liberado, d.glosa,
  cast(coalesce(sum(r.valor_informado), 0) as bigint) as l_informado,
  cast(coalesce(sum(r.valor_liberado), 0) as bigint) as l_liberado,
  cast(coalesce(sum(r.valor_glosa), 0) as bigint) as l_glosa
from demonstrativo d
left join linha_retorno r on r.mes_id = d.mes_id and r.withdrawn_at is null
where d.id = (select max(o.id) from demonstrativo o where o.mes_id = d.mes_id)
  and (select count(distinct o.fonte) from demonstrativo o where o.mes_id = d.mes_id) = 1 and d.parte = 0
group by d.id, d.mes_id, d.informado, d.liberado, d.glosa
order by d.id;

-- name: audit_read()
-- When each return was read: an appeal's term runs from that day.
select id, imported_at from demonstrativo order by id;

-- name: audit_evidence()
-- Every piece of evidence.
select id, sha256, kind, name, bytes, taken_at from evidence order by id;

-- name: posting_balances_at(mes_id, at)
-- Each entry of a month with the sum of each of its accounts as they were known at a moment, in centavos.
select p.lancamento_id, p.account, cast(sum(p.valor) as bigint) as valor
from posting p join lancamento l on l.id = p.lancamento_id
where l.mes_id = :mes_id and p.at <= :at
group by p.lancamento_id, p.account order by p.lancamento_id, p.account;

-- name: event_until(at)
-- What had happened at a moment, in order.
select seq, at, actor, kind, mes_id, entity, entity_id, body, prev, hash from event where at <= :at order by seq;
