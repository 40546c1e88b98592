"""What faturista.toml says of money: each insurer's deadlines, and how a clinic shares with its professionals."""

import re
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from agent.config.section import Count, Flag, Section, Texto, between
from agent.model.valor import read_valor

_PERCENT = re.compile(r"(\d{1,3})(?:,(\d{1,2}))?\s*%?")


def _percentual(value: object) -> object:
    """60, "62,5" or "62,5 %" as Decimal; a float is refused, for 62.1 is not 62,1."""
    if isinstance(value, Decimal):
        return value
    match = _PERCENT.fullmatch(str(value)) if isinstance(value, str | int) and not isinstance(value, bool) else None
    found = Decimal(f"{match[1]}.{match[2] or 0}") if match else None
    if found is None or found > 100:
        raise ValueError('deve ser uma porcentagem até 100, como 60 ou "62,5"')
    return found


def _centavos(value: object) -> object:
    """ "25,00" as 2500."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    try:
        return read_valor(str(value))
    except ValueError:
        raise ValueError('deve ser um valor em reais entre aspas, como "25,00"') from None


Percentual = Annotated[Decimal, BeforeValidator(_percentual)]
Reais = Annotated[int, BeforeValidator(_centavos), between(0, 100_000_000)]
Dias = Annotated[Count, between(1, 730)]


class Contrato(Section):
    """The deadlines of a contract, in days. There is no national number: these are the office's to fill in.

    `prazo_envio`: from the service to its billing; None is the portal's own rule, where one is known (`regras.toml`, or
    the clinic's mapping). `prazo_recurso`: from the return to the appeal. `prazo_resposta`:
    from the appeal to its answer. `pagamento_dias`: from the close to the money, as the insurer usually takes.
    `alerta_dias`: without a return for so long, it is chased. `prazo_pendencia`: to settle what a reconciliation leaves
    to a person. `dias_uteis`: the first three count business days.
    `registro_ans`: the insurer's number, where it takes TISS.
    """

    prazo_envio: Dias | None = None
    prazo_recurso: Dias = 30
    prazo_resposta: Dias = 30
    pagamento_dias: Dias = 30
    alerta_dias: Dias = 60
    prazo_pendencia: Dias = 10
    dias_uteis: Flag = False
    registro_ans: Annotated[str, Field(pattern=r"^\d{6}$")] | None = None

    def with_own(self, own: "Contrato | None") -> "Contrato":
        """These figures, with what the office says in their place, key by key."""
        return self.model_copy(update={name: getattr(own, name) for name in own.model_fields_set}) if own else self


class Repasse(Section):
    """One rule of sharing; the first of a clinic's that fits an entry is its only one.

    `profissional` and `procedimentos` say which entries (all when absent). Either `percentual` of the money, or
    `valor` for each unit. `quando`: "pago" shares what was released, "lancado" what was billed.
    """

    profissional: Texto | None = None
    procedimentos: tuple[Texto, ...] = ()
    percentual: Percentual | None = None
    valor: Reais | None = None
    quando: Literal["pago", "lancado"] = "pago"


# Medians that ANS publishes of CASSIND (2025, second half): 43 days to pay. IPASEM is not ANS-regulated: the median of
# all insurers, 30 days. Read on 2026-07-20; the office's own figures belong in faturista.toml.
USUAL = {"cassind": Contrato(pagamento_dias=43, registro_ans="413518"), "ipasem": Contrato()}


def usual_of(portal: str) -> Contrato:
    """What holds of an insurer where the office says nothing."""
    return USUAL.get(portal, Contrato())
