-- parte: the report told only a part of its month, so its totals are not those of the lines that stand.

alter table demonstrativo add column parte {{big}} not null default 0;
