-- name: line_person_put(fingerprint, clinica, portal, beneficiario, numero_carteira)*!
-- Whom a line is about, unless an entry of the account says just what the line says: that one's person is known.
insert into pessoa_retorno (linha_retorno_id, beneficiario, numero_carteira)
select r.id, cast(:beneficiario as text), cast(:numero_carteira as text)
from linha_retorno r
where r.fingerprint = :fingerprint and not exists (
  select 1 from lancamento l join mes m on m.id = l.mes_id
  where l.numero_autorizacao = r.numero_autorizacao and l.codigo_procedimento = r.codigo_procedimento
    and l.data = r.data and l.quantidade = r.quantidade and l.valor_lancado = r.valor_informado
    and m.clinica = :clinica and m.portal = :portal);

-- name: line_person_erase(mes_id)!
-- Forget whom the lines of a month's return are about.
delete from pessoa_retorno where linha_retorno_id in (select id from linha_retorno where mes_id = :mes_id);

-- name: people_months()
-- How many people each month still knows, where nothing of it is without an outcome.
select p.mes_id, cast(sum(p.n) as bigint) as n
from (
  select l.mes_id, count(*) as n from pessoa p join lancamento l on l.id = p.lancamento_id group by l.mes_id
  union all
  select r.mes_id, count(*) from pessoa_retorno q join linha_retorno r on r.id = q.linha_retorno_id group by r.mes_id) p
where not exists (
  select 1 from lancamento l where l.mes_id = p.mes_id and l.state in ('enviando', 'incerta'))
  and not exists (
    select 1 from recurso c join lancamento l on l.id = c.lancamento_id
    where l.mes_id = p.mes_id and c.state in ('rascunho', 'enviado'))
group by p.mes_id order by p.mes_id;

-- name: rest_line_people()
-- Whom the lines that the rules must see are about, as far as that is known.
select q.linha_retorno_id, q.beneficiario, q.numero_carteira
from rest t cross join linha_retorno r cross join pessoa_retorno q
where r.numero_autorizacao = t.numero_autorizacao and r.withdrawn_at is null
  and +r.mes_id in (select mes_id from home) and q.linha_retorno_id = r.id;

-- name: entry_person(lancamento_id)^
-- Whom an entry is about, as far as that is known.
select beneficiario, numero_carteira from pessoa where lancamento_id = :lancamento_id;
