-- Tables and indexes, the same for both engines. Money in centavos, times ISO 8601 in UTC given by the program.

create table mes (
  id {{id}},
  clinica text not null,
  portal text not null,
  account text not null,
  competencia text not null constraint mes_competencia check (length(competencia) = 7),
  state text not null constraint mes_state
    check (state in ('aberta', 'fechando', 'fechada', 'reabrindo', 'conciliada')),
  version {{big}} not null,
  constraint mes_once unique (clinica, portal, competencia)
){{strict}};

create table lease (
  portal text not null,
  account text not null,
  owner text not null,
  token {{big}} not null constraint lease_token check (token > 0),
  since text not null,
  until text not null,
  constraint lease_once primary key (portal, account)
){{strict}};

create table evidence (
  id {{id}},
  sha256 text not null constraint evidence_once unique,
  kind text not null,
  name text not null,
  bytes {{big}} not null,
  taken_at text not null
){{strict}};

create table snapshot (
  id {{id}},
  mes_id {{big}} not null references mes (id),
  evidence_id {{big}} not null references evidence (id),
  taken_at text not null,
  fechado {{big}} not null,
  head_rows {{big}} not null,
  head_valor {{big}} not null,
  body_rows {{big}} not null,
  body_valor {{big}} not null,
  trusted {{big}} not null,
  constraint snapshot_trusted
    check (trusted = 0 or (head_rows = body_rows and head_valor = body_valor))
){{strict}};
create index snapshot_mes on snapshot (mes_id, trusted, id);

create table snapshot_row (
  snapshot_id {{big}} not null references snapshot (id),
  no {{big}} not null,
  movimento text not null,
  numero_autorizacao text not null,
  codigo_procedimento text not null,
  dente text not null,
  faces text not null,
  data text,
  quantidade {{big}} not null,
  valor {{big}},
  finalizado {{big}} not null,
  protocolo text not null,
  situacao text not null,
  constraint snapshot_row_once primary key (snapshot_id, no)
){{strict}};

create table lancamento (
  id {{id}},
  mes_id {{big}} not null references mes (id),
  kind text not null,
  numero_autorizacao text not null constraint lancamento_autorizacao check (length(numero_autorizacao) > 0),
  codigo_procedimento text not null constraint lancamento_codigo check (length(codigo_procedimento) > 0),
  dente text not null,
  faces text not null,
  data text not null constraint lancamento_data check (length(data) = 10),
  ocorrencia {{big}} not null constraint lancamento_ocorrencia check (ocorrencia > 0),
  quantidade {{big}} not null constraint lancamento_quantidade check (quantidade > 0),
  valor_informado {{big}} constraint lancamento_informado check (valor_informado > 0),
  codigo_conselho text not null,
  profissional text not null,
  arquivo text not null,
  aba text not null,
  linha {{big}} not null,
  state text not null constraint lancamento_state
    check (state in ('pendente', 'enviando', 'incerta', 'lancada', 'recusada', 'fechada', 'retornada', 'quitada',
      'cancelada')),
  movimento text not null default '',
  protocolo text not null default '',
  valor_lancado {{big}} constraint lancamento_lancado check (valor_lancado >= 0),
  motivo text not null default '',
  moved {{big}} not null default 0,
  constraint lancamento_once
    unique (mes_id, numero_autorizacao, codigo_procedimento, dente, faces, data, ocorrencia)
){{strict}};
create index lancamento_state_of_mes on lancamento (mes_id, state);
create index lancamento_autorizacao_of on lancamento (numero_autorizacao);
create unique index lancamento_movimento_once on lancamento (mes_id, movimento) where movimento <> '';

-- The only table with a patient in it: mutable, and erased without breaking anything else.
create table pessoa (
  lancamento_id {{big}} not null references lancamento (id),
  beneficiario text not null,
  numero_carteira text not null,
  observacao text not null,
  constraint pessoa_once primary key (lancamento_id)
){{strict}};

-- Which files hold an entry now: an entry that no file holds any more has left the sheets.
create table origem (
  lancamento_id {{big}} not null references lancamento (id),
  mes_id {{big}} not null references mes (id),
  arquivo text not null,
  constraint origem_once primary key (lancamento_id, arquivo)
){{strict}};
create index origem_arquivo on origem (mes_id, arquivo);

create table reading (
  id {{id}},
  mes_id {{big}} not null references mes (id),
  arquivo text not null,
  sha256 text not null,
  lidas {{big}} not null,
  ignoradas {{big}} not null,
  at text not null
){{strict}};
create index reading_arquivo on reading (mes_id, arquivo, id);

create table rejected_row (
  reading_id {{big}} not null references reading (id),
  no {{big}} not null,
  aba text not null,
  linha {{big}} not null,
  coluna text not null,
  motivo text not null,
  constraint rejected_row_once primary key (reading_id, no)
){{strict}};

create table batch (
  id {{id}},
  journal_id text not null constraint batch_journal_once unique,
  kind text not null constraint batch_kind check (kind in ('launch', 'adoption', 'removal')),
  mes_id {{big}} not null references mes (id),
  portal text not null,
  account text not null,
  token {{big}} not null,
  state text not null constraint batch_state check (state in ('open', 'closed')),
  opened_at text not null,
  closed_at text
){{strict}};
create unique index batch_one_open on batch (portal, account) where state = 'open';
create index batch_mes on batch (mes_id, kind);

create table attempt (
  id {{id}},
  batch_id {{big}} not null references batch (id),
  lancamento_id {{big}} not null references lancamento (id),
  no {{big}} not null constraint attempt_no check (no > 0),
  state text not null constraint attempt_state
    check (state in ('intent', 'uncertain', 'confirmed', 'absent', 'rejected', 'released')),
  opened_at text not null,
  closed_at text,
  movimento text not null default '',
  protocolo text not null default '',
  snapshot_id {{big}} references snapshot (id),
  why text not null default '',
  constraint attempt_once unique (lancamento_id, no)
){{strict}};
create unique index attempt_once_confirmed on attempt (lancamento_id) where state = 'confirmed';
create index attempt_batch on attempt (batch_id, state);

create table removal (
  batch_id {{big}} not null references batch (id),
  mes_id {{big}} not null references mes (id),
  movimento text not null,
  numero_autorizacao text not null,
  codigo_procedimento text not null,
  dente text not null,
  faces text not null,
  data text,
  finalizado {{big}} not null,
  why text not null,
  state text not null constraint removal_state
    check (state in ('intent', 'uncertain', 'confirmed', 'refused', 'absent')),
  seen {{big}},
  constraint removal_once primary key (batch_id)
){{strict}};
create index removal_mes on removal (mes_id, state);

create table demonstrativo (
  id {{id}},
  mes_id {{big}} not null references mes (id),
  imported_at text not null,
  informado {{big}} not null,
  liberado {{big}} not null,
  glosa {{big}} not null,
  constraint demonstrativo_balances check (informado = liberado + glosa)
){{strict}};

create table demonstrativo_evidence (
  demonstrativo_id {{big}} not null references demonstrativo (id),
  evidence_id {{big}} not null references evidence (id),
  constraint demonstrativo_evidence_once primary key (demonstrativo_id, evidence_id)
){{strict}};

create table linha_retorno (
  id {{id}},
  mes_id {{big}} not null references mes (id),
  demonstrativo_id {{big}} not null references demonstrativo (id),
  linha {{big}} not null,
  numero_autorizacao text not null,
  codigo_procedimento text not null,
  data text not null,
  quantidade {{big}} not null,
  valor_informado {{big}} not null,
  valor_liberado {{big}} not null constraint linha_retorno_liberado check (valor_liberado >= 0),
  valor_glosa {{big}} not null constraint linha_retorno_glosa check (valor_glosa >= 0),
  motivo text not null,
  movimento text not null,
  protocolo text not null,
  dente text not null,
  faces text not null,
  ocorrencia {{big}} not null,
  fingerprint text not null constraint linha_retorno_once unique,
  withdrawn_at text,
  constraint linha_retorno_balances check (valor_informado = valor_liberado + valor_glosa)
){{strict}};
create index linha_retorno_mes on linha_retorno (mes_id, withdrawn_at);

create table match (
  id {{id}},
  lancamento_id {{big}} not null references lancamento (id),
  linha_retorno_id {{big}} not null references linha_retorno (id),
  pass_no {{big}} not null,
  confidence {{big}} not null constraint match_confidence check (confidence between 0 and 100),
  why text not null,
  allocated {{big}} not null,
  liberado {{big}} not null constraint match_liberado check (liberado >= 0),
  glosa {{big}} not null constraint match_glosa check (glosa >= 0),
  state text not null constraint match_state check (state in ('live', 'revoked')),
  at text not null,
  constraint match_balances check (allocated = liberado + glosa)
){{strict}};
create unique index match_once on match (lancamento_id, linha_retorno_id) where state = 'live';
create index match_linha on match (linha_retorno_id, state);

create table event (
  seq {{big}} not null,
  at text not null,
  actor text not null,
  kind text not null,
  mes_id {{big}},
  entity text not null,
  entity_id {{big}} not null,
  body text not null,
  prev text not null,
  hash text not null constraint event_hash_once unique,
  constraint event_once primary key (seq)
){{strict}};

create table posting (
  id {{id}},
  txn {{big}} not null references event (seq),
  lancamento_id {{big}} not null references lancamento (id),
  account text not null constraint posting_account
    check (account in ('informado', 'pendente', 'liberado', 'glosado', 'em_recurso', 'diferenca_tabela', 'perda')),
  valor {{big}} not null constraint posting_valor check (valor <> 0),
  linha_retorno_id {{big}} references linha_retorno (id),
  at text not null,
  effective text not null
){{strict}};
create index posting_lancamento on posting (lancamento_id, account);
create index posting_txn on posting (txn);

create table problem (
  id {{id}},
  mes_id {{big}} not null references mes (id),
  kind text not null,
  ref text not null,
  lancamento_id {{big}} references lancamento (id),
  linha_retorno_id {{big}} references linha_retorno (id),
  text text not null,
  opened_at text not null,
  due_at text,
  state text not null constraint problem_state check (state in ('open', 'resolved', 'accepted')),
  resolution text not null default '',
  who text not null default '',
  closed_at text,
  constraint problem_reason check (state = 'open' or length(resolution) > 0)
){{strict}};
create unique index problem_once
  on problem (mes_id, kind, ref, coalesce(lancamento_id, 0), coalesce(linha_retorno_id, 0)) where state = 'open';

create table plan (
  id {{id}},
  mes_id {{big}} not null references mes (id),
  body text not null,
  hash text not null,
  at text not null
){{strict}};
create index plan_mes on plan (mes_id, id);

create table approval (
  id {{id}},
  mes_id {{big}} not null references mes (id),
  what text not null,
  hash text not null,
  who text not null constraint approval_who check (length(who) > 0),
  at text not null,
  constraint approval_once unique (mes_id, what, hash)
){{strict}};
