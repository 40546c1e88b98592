-- name: appeal_insert(lancamento_id, valor, motivo, justificativa, at)<!
-- The next round of appeal about an entry, as a draft.
insert into recurso (lancamento_id, rodada, valor, motivo, justificativa, state, drafted_at)
select :lancamento_id, coalesce(max(rodada), 0) + 1, :valor, :motivo, :justificativa, 'rascunho', :at
from recurso where lancamento_id = :lancamento_id
returning id;

-- name: appeal_get(id)^
-- One appeal.
select id, lancamento_id, rodada, valor, motivo, justificativa, state, protocolo, recuperado, mantido, drafted_at, sent_on,
  answered_on, enviado_em
from recurso where id = :id;

-- name: appeal_of(mes_id)
-- Every appeal about a month's entries.
select r.id, r.lancamento_id, r.rodada, r.valor, r.motivo, r.justificativa, r.state, r.protocolo, r.recuperado, r.mantido,
  r.drafted_at, r.sent_on, r.answered_on
from recurso r join lancamento l on l.id = r.lancamento_id where l.mes_id = :mes_id order by r.id;

-- name: appeal_under_way()
-- Every appeal that waits to be sent or answered, with the month of its entry.
select r.id, r.lancamento_id, r.rodada, r.valor, r.motivo, r.justificativa, r.state, r.protocolo, r.recuperado, r.mantido,
  r.drafted_at, r.sent_on, r.answered_on, l.mes_id
from recurso r join lancamento l on l.id = r.lancamento_id where r.state in ('rascunho', 'enviado') order by r.id;

-- name: appeal_sent(id, protocolo, sent_on, enviado_em)!
-- A draft was sent to the insurer.
update recurso set state = 'enviado', protocolo = :protocolo, sent_on = :sent_on, enviado_em = :enviado_em
where id = :id and state = 'rascunho';

-- name: appeal_answered(id, recuperado, mantido, answered_on)!
-- The insurer answered.
update recurso set state = 'respondido', recuperado = :recuperado, mantido = :mantido, answered_on = :answered_on
where id = :id and state = 'enviado';

-- name: appeal_dropped(id)!
-- It is not pursued.
update recurso set state = 'desistido' where id = :id and state in ('rascunho', 'enviado');

-- name: appeal_unsent(id, before)!
-- It was not sent, whatever was said.
update recurso set state = 'rascunho', protocolo = '', sent_on = null, enviado_em = null
where id = :id and state = :before;

-- name: appeal_unanswered(id, before)!
-- It was sent, and waits for its answer still.
update recurso set state = 'enviado', recuperado = 0, mantido = 0, answered_on = null
where id = :id and state = :before;

-- name: appeal_states()
-- Every appeal: its state, and what was said of it.
select id, state, lancamento_id, valor, motivo, justificativa, protocolo, sent_on, enviado_em, recuperado, mantido,
  answered_on
from recurso order by id;

-- name: appeal_sums(lancamento_id)^
-- What of an entry is under appeal, was recovered, and was given up, in centavos.
select
  cast(coalesce((select sum(valor) from recurso where lancamento_id = :lancamento_id and state = 'enviado'), 0) as bigint)
    as enviado,
  cast(coalesce((select sum(recuperado) from recurso where lancamento_id = :lancamento_id and state = 'respondido'), 0)
    as bigint) as recuperado,
  cast(coalesce((select sum(p.valor) from perda p where p.lancamento_id = :lancamento_id and not exists (
    select 1 from perda_desfeita d where d.lancamento_id = p.lancamento_id and d.no = p.no)), 0) as bigint) as perdido;

-- name: appeal_rounds(lancamento_id)
-- The appeals about an entry that were answered, in order: when each was sent, and what it won.
select id, sent_on, enviado_em, recuperado from recurso
where lancamento_id = :lancamento_id and state = 'respondido' order by id;

-- name: loss_undo(lancamento_id, who, reason, at)!
-- Every loss of an entry that stands is taken up again.
insert into perda_desfeita (lancamento_id, no, who, reason, at)
select p.lancamento_id, p.no, :who, :reason, :at from perda p where p.lancamento_id = :lancamento_id and not exists (
  select 1 from perda_desfeita d where d.lancamento_id = p.lancamento_id and d.no = p.no);

-- name: loss_states()
-- What of each entry was given up for lost and stands so, in centavos.
select p.lancamento_id, cast(coalesce(sum(case when d.no is null then p.valor else 0 end), 0) as bigint) as valor
from perda p left join perda_desfeita d on d.lancamento_id = p.lancamento_id and d.no = p.no
group by p.lancamento_id order by p.lancamento_id;

-- name: loss_insert(lancamento_id, valor, who, reason, at)!
-- A glosa that a person accepts.
insert into perda (lancamento_id, no, valor, who, reason, at)
select :lancamento_id, coalesce(max(no), 0) + 1, :valor, :who, :reason, :at from perda where lancamento_id = :lancamento_id;
