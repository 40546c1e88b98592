-- linha: the newest return line of the office when an account was last looked at to be posted. A later line needs no
-- mark, its number says that it is new: numbers only grow, no line is ever deleted, and there is one writer at a time.
-- version: how often anything was written that a look at the account found; who finds another one than at his look
-- was overtaken.

alter table conciliada add column linha {{big}} not null default 0;
alter table conciliada add column version {{big}} not null default 0;
update conciliada set linha = (select coalesce(max(id), 0) from linha_retorno);
