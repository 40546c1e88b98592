-- Sign-ins attended from the panel: who asked, which worker shows the page, who holds mouse and keyboard. No picture.

create table vista (
  id {{id}},
  clinica text not null,
  portal text not null,
  asked_by text not null,
  asked_on text not null,
  asked_at text not null,
  wanted_until text not null,
  state text not null constraint vista_state check (state in ('pedida', 'aberta', 'encerrada')),
  owner text not null,
  alive_until text not null,
  endpoint text not null,
  holder text not null,
  generation {{big}} not null,
  holder_until text not null,
  entered {{big}} not null constraint vista_entered check (entered in (0, 1)),
  result text not null,
  ended_at text constraint vista_ended check ((state = 'encerrada') = (ended_at is not null)),
  constraint vista_shown check (length(endpoint) = 0 or state = 'aberta')
){{strict}};
create unique index vista_once on vista (clinica, portal) where state <> 'encerrada';
create index vista_ended_at on vista (ended_at);

-- What opened one socket is never good for another.

create table ficha (
  nonce text not null constraint ficha_once unique,
  until text not null
){{strict}};
