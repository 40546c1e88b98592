-- parte: the report told only a part of its month, so its totals are not those of the lines that stand.
-- enviado_em: when the sending of an appeal was recorded. What lines paid that were read before it, or before the day
-- that it was sent, is no proof of what it wins.

alter table demonstrativo add column parte {{big}} not null default 0;
alter table recurso add column enviado_em text;
