-- A return may take money back, and a match may move what another one answered.

drop view inv_return_over_allocated;
drop view inv_returned_has_match;

alter table linha_retorno drop constraint linha_retorno_liberado;
alter table linha_retorno drop constraint linha_retorno_glosa;
alter table linha_retorno add constraint linha_retorno_liberado check (valor_liberado >= 0 or valor_informado <= 0);
alter table linha_retorno add constraint linha_retorno_glosa check (valor_glosa >= 0 or valor_informado <= 0);
alter table match drop constraint match_liberado;
alter table match drop constraint match_glosa;
alter table match add constraint match_liberado check (liberado >= 0 or allocated = 0);
alter table match add constraint match_glosa check (glosa >= 0 or allocated = 0);
