-- parte: the report told only a part of its month, so its totals are not those of the lines that stand.

alter table demonstrativo add column parte {{big}} not null default 0;

-- pago_antes: what later lines of its entry had paid when an appeal was sent, and no earlier appeal had won: it proves
-- nothing of what this one wins.

alter table recurso add column pago_antes {{big}} not null default 0
  constraint recurso_pago_antes check (pago_antes >= 0);
