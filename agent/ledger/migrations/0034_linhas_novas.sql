-- The newest return line that an account was reconciled with: a later one needs no mark, its number says that it is new.
-- Numbers only grow: no line is ever deleted, and there is one writer at a time.

alter table conciliada add column linha {{big}} not null default 0;
update conciliada set linha = (select coalesce(max(id), 0) from linha_retorno);
