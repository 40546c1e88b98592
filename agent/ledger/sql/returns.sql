-- name: report_insert(mes_id, imported_at, informado, liberado, glosa, fonte, parte)<!
-- A return, with the totals it prints.
insert into demonstrativo (mes_id, imported_at, informado, liberado, glosa, fonte, parte)
values (:mes_id, :imported_at, :informado, :liberado, :glosa, :fonte, :parte) returning id;

-- name: report_evidence(demonstrativo_id, evidence_id)!
-- A file that a return was read from.
insert into demonstrativo_evidence (demonstrativo_id, evidence_id) values (:demonstrativo_id, :evidence_id)
on conflict (demonstrativo_id, evidence_id) do nothing;

-- name: line_fingerprints(mes_id)
-- What is known of a month's return.
select r.id, r.fingerprint, r.withdrawn_at, r.numero_autorizacao, r.codigo_procedimento, r.data, r.quantidade,
  r.valor_informado, r.valor_liberado, r.valor_glosa, r.movimento, r.protocolo, r.dente, r.faces, d.fonte
from linha_retorno r join demonstrativo d on d.id = r.demonstrativo_id where r.mes_id = :mes_id
order by r.id;

-- name: line_standing(mes_id)
-- The lines of a month's return that stand, by fingerprint.
select fingerprint from linha_retorno where mes_id = :mes_id and withdrawn_at is null;

-- name: line_insert(mes_id, demonstrativo_id, linha, numero_autorizacao, codigo_procedimento, data, quantidade, valor_informado, valor_liberado, valor_glosa, motivo, movimento, protocolo, dente, faces, ocorrencia, fingerprint)*!
-- Lines of a return.
insert into linha_retorno (mes_id, demonstrativo_id, linha, numero_autorizacao, codigo_procedimento, data, quantidade,
  valor_informado, valor_liberado, valor_glosa, motivo, movimento, protocolo, dente, faces, ocorrencia, fingerprint)
values (:mes_id, :demonstrativo_id, :linha, :numero_autorizacao, :codigo_procedimento, :data, :quantidade,
  :valor_informado, :valor_liberado, :valor_glosa, :motivo, :movimento, :protocolo, :dente, :faces, :ocorrencia,
  :fingerprint);

-- name: line_withdraw(id, at)!
-- The insurer's newer report lacks this line.
update linha_retorno set withdrawn_at = :at where id = :id and withdrawn_at is null;

-- name: line_revive(id)!
-- The insurer's newest report has it again.
update linha_retorno set withdrawn_at = null where id = :id and withdrawn_at is not null;

-- name: line_of(mes_id)
-- The lines of a month's return that stand.
select id, mes_id, linha, numero_autorizacao, codigo_procedimento, data, quantidade, valor_informado, valor_liberado,
  valor_glosa, motivo, movimento, protocolo, dente, faces, ocorrencia
from linha_retorno where mes_id = :mes_id and withdrawn_at is null order by linha, id;

-- name: line_open(clinica, portal)
-- The lines that answer no entry yet, oldest month first.
select r.id, r.mes_id, r.linha, r.numero_autorizacao, r.codigo_procedimento, r.data, r.quantidade, r.valor_informado,
  r.valor_liberado, r.valor_glosa, r.motivo, r.movimento, r.protocolo, r.dente, r.faces, r.ocorrencia
from linha_retorno r join mes m on m.id = r.mes_id
where m.clinica = :clinica and m.portal = :portal and r.withdrawn_at is null
  and not exists (select 1 from match k where k.linha_retorno_id = r.id and k.state = 'live')
order by m.competencia, r.linha, r.id;

-- name: line_over_allocated(mes_id)
-- The lines of a month's return of which more was given away than they hold.
select r.linha from linha_retorno r
join match k on k.linha_retorno_id = r.id and k.state = 'live'
where r.mes_id = :mes_id
group by r.id, r.linha, r.valor_informado, r.valor_liberado, r.valor_glosa
having sum(k.allocated) > case when r.valor_informado > 0 then r.valor_informado else 0 end
  or abs(sum(k.liberado)) > abs(r.valor_liberado)
  or sum(case when k.allocated <> 0 then k.glosa else 0 end) > case when r.valor_glosa > 0 then r.valor_glosa else 0 end
order by r.linha;

-- name: match_of(mes_id)
-- The live matches of a month's return.
select k.id, k.lancamento_id, k.linha_retorno_id, r.mes_id, k.allocated, k.liberado, k.glosa
from match k join linha_retorno r on r.id = k.linha_retorno_id
where r.mes_id = :mes_id and k.state = 'live' order by k.id;

-- name: match_on_line(linha_retorno_id)
-- The entries that a line answers.
select lancamento_id from match where linha_retorno_id = :linha_retorno_id and state = 'live';

-- name: match_put(lancamento_id, linha_retorno_id, pass_no, confidence, why, allocated, liberado, glosa, at)!
-- A line (or a share of it) answers an entry.
insert into match (lancamento_id, linha_retorno_id, pass_no, confidence, why, allocated, liberado, glosa, state, at)
values (:lancamento_id, :linha_retorno_id, :pass_no, :confidence, :why, :allocated, :liberado, :glosa, 'live', :at)
on conflict (lancamento_id, linha_retorno_id) where state = 'live' do nothing;

-- name: match_revoke(id)!
-- It does not, after all.
update match set state = 'revoked' where id = :id and state = 'live';

-- name: match_revoke_line(linha_retorno_id)!
-- A line answers nothing any more.
update match set state = 'revoked' where linha_retorno_id = :linha_retorno_id and state = 'live';

-- name: match_sums(lancamento_id)^
-- What the live matches of an entry add up to; line_id when there is just one.
select cast(count(*) as bigint) as count, cast(coalesce(sum(allocated), 0) as bigint) as allocated,
  cast(coalesce(sum(liberado), 0) as bigint) as liberado, cast(coalesce(sum(glosa), 0) as bigint) as glosa,
  cast(coalesce(sum(case when pass_no = 10 and liberado > 0 then liberado else 0 end), 0) as bigint) as late,
  case when count(*) = 1 then min(linha_retorno_id) end as line_id
from match where lancamento_id = :lancamento_id and state = 'live';

-- name: match_late(lancamento_id)
-- What each later line pays of what an entry was refused, and when it was told first: a line that was taken back and
-- is told in other words is the same.
select k.liberado, (
  select min(d.imported_at) from linha_retorno o join demonstrativo d on d.id = o.demonstrativo_id
  where o.id = r.id or (o.withdrawn_at is not null and o.mes_id = r.mes_id
    and o.numero_autorizacao = r.numero_autorizacao and o.codigo_procedimento = r.codigo_procedimento
    and o.data = r.data and o.quantidade = r.quantidade and o.valor_informado = r.valor_informado
    and o.valor_liberado = r.valor_liberado and o.valor_glosa = r.valor_glosa and o.ocorrencia = r.ocorrencia
    and (o.dente = r.dente or o.dente = '' or r.dente = '') and (o.faces = r.faces or o.faces = '' or r.faces = '')
  )) as told_at
from match k join linha_retorno r on r.id = k.linha_retorno_id
where k.lancamento_id = :lancamento_id and k.state = 'live' and k.pass_no = 10 and k.liberado > 0;

-- name: match_ties(lancamento_id)
-- The live matches of an entry, as its event tells them.
select linha_retorno_id, pass_no, allocated, liberado, glosa
from match where lancamento_id = :lancamento_id and state = 'live' order by linha_retorno_id;

-- name: entry_answered(clinica)
-- A clinic's answered entries: by whom, of what, and what of each was refused at first and why.
select m.portal, l.codigo_procedimento, coalesce(nullif(l.codigo_conselho, ''), l.profissional) as profissional, l.data,
  cast(sum(case when k.glosa > 0 then k.glosa else 0 end) as bigint) as glosado,
  coalesce(max(case when k.glosa > 0 then r.motivo end), '') as motivo
from mes m
join lancamento l on l.mes_id = m.id
join match k on k.lancamento_id = l.id and k.state = 'live'
join linha_retorno r on r.id = k.linha_retorno_id
where m.clinica = :clinica
group by l.id, m.portal, l.codigo_procedimento, l.codigo_conselho, l.profissional, l.data
order by l.id;
