-- The lote of the operadora in which a row of its record stands, and the way from that number to the row.

alter table snapshot_row add column lote text not null default '';

create index snapshot_row_lote on snapshot_row (lote) where lote <> '';
