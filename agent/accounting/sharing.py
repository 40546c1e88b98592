"""Pure: a professional's share in an entry, by the first of the clinic's rules that fits."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from agent.config.contas import Repasse
from agent.model.valor import Centavos, write_valor


@dataclass(frozen=True, slots=True)
class Paid:
    """What return lines paid of an entry: centavos, and how many of its units. `a_receber`: won, and paid by none."""

    valor: Centavos = 0
    unidades: int = 0
    a_receber: Centavos = 0


@dataclass(frozen=True, slots=True)
class Share:
    """`valor` of `base` is the professional's, both in centavos; `regra` is pt-BR.

    `a_receber` is what joins the base once a return line pays it; until then it is nobody's.
    """

    regra: str
    base: Centavos
    valor: Centavos
    a_receber: Centavos = 0


def share_of(
    rules: Sequence[Repasse],
    *,
    profissional: str,
    codigo: str,
    quantidade: int,
    informado: Centavos,
    paid: Paid,
) -> Share | None:
    """The share; None when no rule fits. A rule of what was paid gives nothing while no return line paid any.

    A fixed value is for each unit: for each that was paid, or for each that was billed. Half a centavo goes up, and
    what rounding leaves is the clinic's.
    """
    rule = next((rule for rule in rules if _fits(rule, profissional, codigo)), None)
    if rule is None:
        return None
    of_paid = rule.quando == "pago"
    base, units = (paid.valor, paid.unidades) if of_paid else (informado, quantidade)
    if rule.percentual is not None:
        valor = int((Decimal(base) * rule.percentual / 100).quantize(Decimal(1), ROUND_HALF_UP))
        regra = f"{_percent(rule.percentual)}% do {_when(rule)}"
    else:
        units = units if base > 0 else 0
        valor = (rule.valor or 0) * units
        some = f": {units} de {quantidade}" if units != quantidade else ""
        regra = f"{write_valor(rule.valor or 0)} por unidade, {_when(rule)}{some}"
    return Share(regra, base, valor, paid.a_receber if of_paid else 0)


def _fits(rule: Repasse, profissional: str, codigo: str) -> bool:
    mine = rule.profissional is None or rule.profissional.casefold() == profissional.casefold()
    return mine and (not rule.procedimentos or codigo in rule.procedimentos)


def _when(rule: Repasse) -> str:
    return "pago" if rule.quando == "pago" else "informado"


def _percent(percentual: Decimal) -> str:
    return f"{percentual.normalize():f}".replace(".", ",")
