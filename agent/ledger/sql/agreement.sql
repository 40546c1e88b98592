-- name: home_fill(clinica, portal)!
-- The months of an account.
insert into home (mes_id) select id from mes where clinica = :clinica and portal = :portal;

-- name: mark_last()$
-- The newest mark of an account, 0 where there is none.
select coalesce(max(a.id), 0) from home h join a_conciliar a on a.mes_id = h.mes_id;

-- name: mark_count()$
-- How many marks an account has.
select count(*) from home h join a_conciliar a on a.mes_id = h.mes_id;

-- name: mark_any(clinica, portal)$
-- Whether an account has marks: how many, one at most.
select count(*) from (
  select 1 from mes m join a_conciliar a on a.mes_id = m.id
  where m.clinica = :clinica and m.portal = :portal limit 1) there;

-- name: line_newest()$
-- The office's newest return line.
select coalesce(max(id), 0) from linha_retorno;

-- name: line_later(clinica, portal, linha)$
-- How many standing lines of an account are newer; counted month by month, each from the index.
select cast(coalesce(sum(later), 0) as bigint) from (
  select (
    select count(*) from linha_retorno r where r.mes_id = m.id and r.withdrawn_at is null and r.id > :linha) as later
  from mes m where m.clinica = :clinica and m.portal = :portal) of_month;

-- name: posted_by(clinica, portal)^
-- By which edition of the rules, and with which lines, an account was last posted; and what version of it stands.
select edition, linha, version from conciliada where clinica = :clinica and portal = :portal;

-- name: posting_on(clinica, portal, version)!
-- Something of an account is posted that nobody else posted anything of since that version.
insert into conciliada (clinica, portal, edition, version) values (:clinica, :portal, '', :version + 1)
on conflict (clinica, portal) do update set version = excluded.version where conciliada.version = :version;

-- name: posting_done(clinica, portal, edition, linha)!
-- An account was posted.
update conciliada set edition = :edition, linha = case when :linha > linha then :linha else linha end
where clinica = :clinica and portal = :portal;

-- name: mark_clear(clinica, portal, mark)!
-- What was marked until then is reconciled and posted.
delete from a_conciliar
where id <= :mark and mes_id in (select id from mes where clinica = :clinica and portal = :portal);

-- name: ask_marked()!
-- The authorisations that something happened to since the account was reconciled.
insert into asked (numero_autorizacao)
select distinct a.numero_autorizacao from home h join a_conciliar a on a.mes_id = h.mes_id;

-- name: ask_new(linha)!
-- The authorisations of the lines that came since.
insert into asked (numero_autorizacao)
select distinct r.numero_autorizacao
from home h cross join linha_retorno r
where r.mes_id = h.mes_id and r.withdrawn_at is null and r.id > :linha
on conflict (numero_autorizacao) do nothing;

-- name: ask_doubtful(kind)!
-- The authorisations of lines that no entry explains: another one's entry may be what they mean.
insert into asked (numero_autorizacao)
select distinct r.numero_autorizacao
from home h cross join problem p cross join linha_retorno r
where p.mes_id = h.mes_id and p.kind = :kind and p.state in ('open', 'accepted') and r.id = p.linha_retorno_id
on conflict (numero_autorizacao) do nothing;

-- name: ask_decided()!
-- The authorisations of lines that a person spoke of, and of the entries they were given to.
insert into asked (numero_autorizacao)
select r.numero_autorizacao
from decisao d cross join linha_retorno r cross join home h
where d.state = 'live' and r.id = d.linha_retorno_id and h.mes_id = r.mes_id
union
select l.numero_autorizacao
from decisao d cross join lancamento l cross join home h
where d.state = 'live' and l.id = d.lancamento_id and h.mes_id = l.mes_id
on conflict (numero_autorizacao) do nothing;

-- name: ask_month_entries(mes_id)!
-- The authorisations of a month's entries.
insert into asked (numero_autorizacao)
select distinct numero_autorizacao from lancamento where mes_id = :mes_id
on conflict (numero_autorizacao) do nothing;

-- name: ask_month_lines(mes_id)!
-- The authorisations of a month's return.
insert into asked (numero_autorizacao)
select distinct numero_autorizacao from linha_retorno where mes_id = :mes_id and withdrawn_at is null
on conflict (numero_autorizacao) do nothing;

-- name: asked_all()
-- What is looked at.
select numero_autorizacao from asked;

-- name: pair_find()!
-- Each entry with the lines that agree with it in everything; the joins stand in the order to be run.
insert into pair (lancamento_id, linha_id, movimento, dente, faces, quantidade, informado, liberado)
select l.id, coalesce(r.id, 0), case when r.movimento <> '' then 1 else 0 end,
  case when l.dente <> '' then 1 else 0 end, case when l.faces <> '' then 1 else 0 end, l.quantidade,
  coalesce(r.valor_informado, 0), coalesce(r.valor_liberado, 0)
from ours l
left join linha_retorno r
  on r.numero_autorizacao = l.numero_autorizacao and r.codigo_procedimento = l.codigo_procedimento
  and r.data = l.data and r.dente = l.dente and r.faces = l.faces and r.quantidade = l.quantidade
  and r.valor_informado = l.valor_lancado and (r.movimento = '' or r.movimento = l.movimento)
  and (r.valor_informado > 0 or r.valor_liberado = 0) and r.withdrawn_at is null
  and +r.mes_id in (select mes_id from home);

-- name: pair_held()$
-- How many entries the portal holds.
select count(*) from ours;

-- name: pair_turn()!
-- The lines of the pairs, each once.
insert into pair_line (linha_id) select linha_id from pair where linha_id <> 0 on conflict (linha_id) do nothing;

-- name: pair_lack()!
-- The entries that no line agrees with.
insert into unpaired (lancamento_id, numero_autorizacao)
select l.id, l.numero_autorizacao from pair p cross join lancamento l where p.linha_id = 0 and l.id = p.lancamento_id;

-- name: pair_none()!
-- They are no pairs.
delete from pair where linha_id = 0;

-- name: rest_twins()!
-- The authorisations of entries that several lines agree with.
insert into rest (numero_autorizacao)
select distinct l.numero_autorizacao
from (select lancamento_id from pair group by lancamento_id having count(*) > 1) twin
cross join lancamento l where l.id = twin.lancamento_id
on conflict (numero_autorizacao) do nothing;

-- name: rest_twin_lines()!
-- The authorisations of lines that several entries agree with.
insert into rest (numero_autorizacao)
select distinct r.numero_autorizacao
from (select linha_id from pair group by linha_id having count(*) > 1) twin
cross join linha_retorno r where r.id = twin.linha_id
on conflict (numero_autorizacao) do nothing;

-- name: rest_lines()!
-- The authorisations of lines that agree with no entry.
insert into rest (numero_autorizacao)
select distinct r.numero_autorizacao from theirs r
where not exists (select 1 from pair_line p where p.linha_id = r.id)
on conflict (numero_autorizacao) do nothing;

-- name: rest_entries()!
-- The authorisations of entries that no line agrees with, where any line speaks of the authorisation.
insert into rest (numero_autorizacao)
select distinct u.numero_autorizacao from unpaired u
where exists (
  select 1 from linha_retorno r
  where r.numero_autorizacao = u.numero_autorizacao and r.withdrawn_at is null
    and +r.mes_id in (select mes_id from home))
on conflict (numero_autorizacao) do nothing;

-- name: rest_decided()!
-- The authorisations of lines that a person spoke of, and of the entries they were given to.
insert into rest (numero_autorizacao)
select r.numero_autorizacao
from decisao d cross join linha_retorno r cross join home h
where d.state = 'live' and r.id = d.linha_retorno_id and h.mes_id = r.mes_id
union
select l.numero_autorizacao
from decisao d cross join lancamento l cross join home h
where d.state = 'live' and l.id = d.lancamento_id and h.mes_id = l.mes_id
on conflict (numero_autorizacao) do nothing;

-- name: pair_drop()!
-- What the rules must see is no pair.
delete from pair where lancamento_id in (
  select l.id from rest t cross join lancamento l where l.numero_autorizacao = t.numero_autorizacao);

-- name: pair_entries(mes_id)
-- The pairs of a month's entries, with the insurer's words.
select p.lancamento_id, p.linha_id, r.mes_id, p.movimento, p.dente, p.faces, p.quantidade, p.informado, p.liberado,
  r.motivo
from lancamento l join pair p on p.lancamento_id = l.id join linha_retorno r on r.id = p.linha_id
where l.mes_id = :mes_id;

-- name: pair_lines(mes_id)
-- The pairs of a month's return lines whose entry is of another month, with the insurer's words.
select p.lancamento_id, p.linha_id, r.mes_id, p.movimento, p.dente, p.faces, p.quantidade, p.informado, p.liberado,
  r.motivo
from linha_retorno r
join lancamento l on l.numero_autorizacao = r.numero_autorizacao and l.mes_id <> r.mes_id
join pair p on p.lancamento_id = l.id and p.linha_id = r.id
where r.mes_id = :mes_id;

-- name: pair_count()$
-- How many pairs there are.
select count(*) from pair;

-- name: pair_unlinked()
-- The pairs that are not linked as they agree.
select p.lancamento_id, p.linha_id, r.mes_id, p.movimento, p.dente, p.faces, p.quantidade, p.informado, p.liberado,
  r.motivo
from pair p join linha_retorno r on r.id = p.linha_id
where not exists (
  select 1 from match k
  where k.lancamento_id = p.lancamento_id and k.linha_retorno_id = p.linha_id and k.state = 'live'
    and k.allocated = p.informado and k.liberado = p.liberado);

-- name: link_loose()
-- The live links that are not one of the pairs.
select k.id, k.lancamento_id, k.linha_retorno_id, r.mes_id, k.allocated, k.liberado, k.glosa
from theirs r cross join match k
where k.linha_retorno_id = r.id and k.state = 'live'
  and not exists (
    select 1 from pair p where p.lancamento_id = k.lancamento_id and p.linha_id = k.linha_retorno_id
      and p.informado = k.allocated and p.liberado = k.liberado)
order by k.id;

-- name: rest_entry_rows()
-- What the rules must see of our side: the rest's entries, and those that another authorisation's line may mean.
select l.id, l.numero_autorizacao, l.codigo_procedimento, l.data, l.quantidade, l.valor_lancado, l.dente, l.faces,
  l.movimento, l.ocorrencia, l.state, m.competencia, l.mes_id
from rest t cross join lancamento l cross join home h cross join mes m
where l.numero_autorizacao = t.numero_autorizacao and l.state in ('lancada', 'fechada', 'retornada', 'quitada')
  and h.mes_id = l.mes_id and m.id = h.mes_id
union
select l.id, l.numero_autorizacao, l.codigo_procedimento, l.data, l.quantidade, l.valor_lancado, l.dente, l.faces,
  l.movimento, l.ocorrencia, l.state, m.competencia, l.mes_id
from silent u cross join lancamento l cross join mes m
where l.id = u.lancamento_id and m.id = l.mes_id
  and (l.codigo_procedimento, l.data, l.quantidade, l.valor_lancado) in (
    select r.codigo_procedimento, r.data, r.quantidade, r.valor_informado
    from rest t cross join linha_retorno r
    where r.numero_autorizacao = t.numero_autorizacao and r.withdrawn_at is null
      and +r.mes_id in (select mes_id from home));

-- name: rest_line_rows()
-- What the rules must see of the insurer's side.
select r.id, r.mes_id, r.linha, r.numero_autorizacao, r.codigo_procedimento, r.data, r.quantidade, r.valor_informado,
  r.valor_liberado, r.valor_glosa, r.motivo, r.movimento, r.protocolo, r.dente, r.faces, r.ocorrencia
from rest t cross join linha_retorno r
where r.numero_autorizacao = t.numero_autorizacao and r.withdrawn_at is null
  and +r.mes_id in (select mes_id from home);

-- name: line_by_id(id)^
-- One line as the insurer gave it.
select id, mes_id, linha, numero_autorizacao, codigo_procedimento, data, quantidade, valor_informado, valor_liberado,
  valor_glosa, motivo, movimento, protocolo, dente, faces, ocorrencia
from linha_retorno where id = :id;
