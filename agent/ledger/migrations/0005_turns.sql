-- Which step of which month runs, ran and how it ended; and the one queue of what waits for a person.

create table turn (
  id {{id}},
  clinica text not null,
  portal text not null,
  account text not null,
  competencia text not null,
  step text not null,
  ref text not null,
  no {{big}} not null constraint turn_no check (no > 0),
  state text not null constraint turn_state
    check (state in ('running', 'done', 'empty', 'person', 'unavailable', 'busy', 'moved', 'dead')),
  owner text not null,
  since text not null,
  until text not null,
  ended_at text,
  text text not null default '',
  constraint turn_once unique (clinica, portal, competencia, step, ref, no)
){{strict}};
create unique index turn_one_running on turn (portal, account) where state = 'running';
create index turn_ended on turn (portal, ended_at);

create table waiting (
  id {{id}},
  kind text not null,
  clinica text not null,
  portal text not null,
  competencia text not null,
  step text not null,
  ref text not null,
  subject text not null,
  seen text not null,
  asked text not null,
  otherwise text not null,
  opened_at text not null,
  until text,
  state text not null constraint waiting_state check (state in ('open', 'answered', 'over')),
  answer text not null default '',
  who text not null default '',
  closed_at text,
  constraint waiting_who check (state <> 'answered' or length(who) > 0)
){{strict}};
create unique index waiting_once
  on waiting (kind, clinica, portal, competencia, step, ref, subject) where state = 'open';
