-- name: deducao_insert(mes_id, demonstrativo_id, demonstrativo, data, tipo, texto, valor, protocolo, numero_autorizacao, ocorrencia, fingerprint)!
-- What a payment was less or more than its items.
insert into deducao (mes_id, demonstrativo_id, demonstrativo, data, tipo, texto, valor, protocolo, numero_autorizacao,
  ocorrencia, fingerprint)
values (:mes_id, :demonstrativo_id, :demonstrativo, :data, :tipo, :texto, :valor, :protocolo, :numero_autorizacao,
  :ocorrencia, :fingerprint);

-- name: deducao_withdraw(id, at)!
-- The insurer's newer report lacks it.
update deducao set withdrawn_at = :at where id = :id and withdrawn_at is null;

-- name: deducao_revive(id)!
-- The insurer's newest report has it again.
update deducao set withdrawn_at = null where id = :id and withdrawn_at is not null;

-- name: deducao_known(mes_id)
-- What is known of a month, withdrawn or not.
select id, fingerprint, withdrawn_at, demonstrativo from deducao where mes_id = :mes_id order by id;

-- name: deducao_of(mes_id)
-- What stands of a month, by day.
select demonstrativo, data, tipo, texto, valor, protocolo, numero_autorizacao
from deducao where mes_id = :mes_id and withdrawn_at is null order by data, id;

-- name: deducao_told(clinica, portal, demonstrativo)
-- The months of an account in which a statement of payment stands, with its days of payment.
select distinct m.competencia, x.data from deducao x join mes m on m.id = x.mes_id
where m.clinica = :clinica and m.portal = :portal and x.demonstrativo = :demonstrativo and x.withdrawn_at is null
order by m.competencia, x.data;

-- name: audit_deducoes()
-- All of it with its month.
select x.id, m.id as mes_id, m.clinica, m.portal, m.competencia, x.demonstrativo, x.data, x.tipo, x.texto, x.valor,
  x.protocolo, x.numero_autorizacao, x.ocorrencia, x.fingerprint, x.withdrawn_at
from deducao x join mes m on m.id = x.mes_id order by x.id;
