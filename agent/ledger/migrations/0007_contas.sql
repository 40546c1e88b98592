-- What a person settles of the doubtful lines, the appeals, and where each return came from.

alter table demonstrativo add column fonte text not null default 'portal';

create table decisao (
  id {{id}},
  linha_retorno_id {{big}} not null references linha_retorno (id),
  lancamento_id {{big}} references lancamento (id),
  adds {{big}} not null,
  who text not null constraint decisao_who check (length(who) > 0),
  reason text not null constraint decisao_reason check (length(reason) > 0),
  at text not null,
  state text not null constraint decisao_state check (state in ('live', 'revoked'))
){{strict}};
create unique index decisao_once on decisao (linha_retorno_id) where state = 'live';

create table recurso (
  id {{id}},
  lancamento_id {{big}} not null references lancamento (id),
  rodada {{big}} not null constraint recurso_rodada check (rodada > 0),
  valor {{big}} not null constraint recurso_valor check (valor > 0),
  motivo text not null,
  justificativa text not null constraint recurso_justificativa check (length(justificativa) > 0),
  state text not null constraint recurso_state check (state in ('rascunho', 'enviado', 'respondido', 'desistido')),
  protocolo text not null default '',
  recuperado {{big}} not null default 0 constraint recurso_recuperado check (recuperado >= 0),
  mantido {{big}} not null default 0 constraint recurso_mantido check (mantido >= 0),
  drafted_at text not null,
  sent_on text,
  answered_on text,
  constraint recurso_once unique (lancamento_id, rodada),
  constraint recurso_answer check (state <> 'respondido' or recuperado + mantido = valor)
){{strict}};
create unique index recurso_one_open on recurso (lancamento_id) where state in ('rascunho', 'enviado');

create table perda (
  lancamento_id {{big}} not null references lancamento (id),
  no {{big}} not null,
  valor {{big}} not null constraint perda_valor check (valor > 0),
  who text not null constraint perda_who check (length(who) > 0),
  reason text not null constraint perda_reason check (length(reason) > 0),
  at text not null,
  constraint perda_once primary key (lancamento_id, no)
){{strict}};

create view inv_return_over_allocated as
select r.id, cast(sum(k.allocated) as {{big}}) as found
from linha_retorno r
join match k on k.linha_retorno_id = r.id and k.state = 'live'
group by r.id, r.valor_informado, r.valor_liberado, r.valor_glosa, r.withdrawn_at
having sum(k.allocated) > case when r.valor_informado > 0 then r.valor_informado else 0 end
  or abs(sum(k.liberado)) > abs(r.valor_liberado)
  or sum(case when k.allocated <> 0 then k.glosa else 0 end) > case when r.valor_glosa > 0 then r.valor_glosa else 0 end
  or r.withdrawn_at is not null;

create view inv_returned_has_match as
select l.id, cast(count(k.id) as {{big}}) as found
from lancamento l
left join match k on k.lancamento_id = l.id and k.state = 'live'
group by l.id, l.state
having (l.state in ('retornada', 'quitada')) <> (count(k.id) > 0);

create view inv_paid_negative as
select lancamento_id as id, cast(sum(valor) as {{big}}) as found
from posting where account in ('liberado', 'em_recurso', 'perda')
group by lancamento_id, account having sum(valor) < 0;

create view inv_appeal_over_glosa as
select l.id, cast(sum(r.valor) as {{big}}) as found
from lancamento l
join recurso r on r.lancamento_id = l.id and r.state = 'enviado'
group by l.id, l.valor_lancado having sum(r.valor) > l.valor_lancado;
