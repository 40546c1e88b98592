"""Pure: a professional's share in an entry, by the first of the clinic's rules that fits."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from agent.config.contas import Repasse
from agent.model.valor import Centavos, write_valor


@dataclass(frozen=True, slots=True)
class Share:
    """`valor` of `base` is the professional's, both in centavos; `regra` is pt-BR."""

    regra: str
    base: Centavos
    valor: Centavos


def share_of(
    rules: Sequence[Repasse],
    *,
    profissional: str,
    codigo: str,
    quantidade: int,
    informado: Centavos,
    liberado: Centavos,
) -> Share | None:
    """The share; None when no rule fits. A rule of what was paid gives nothing while nothing was.

    A fixed value is for each unit. Half a centavo goes up, and what rounding leaves is the clinic's.
    """
    rule = next((rule for rule in rules if _fits(rule, profissional, codigo)), None)
    if rule is None:
        return None
    base = liberado if rule.quando == "pago" else informado
    if rule.percentual is not None:
        valor = int((Decimal(base) * rule.percentual / 100).quantize(Decimal(1), ROUND_HALF_UP))
        return Share(f"{_percent(rule.percentual)}% do {_when(rule)}", base, valor)
    fixed = rule.valor or 0
    return Share(f"{write_valor(fixed)} por unidade, {_when(rule)}", base, fixed * quantidade if base > 0 else 0)


def _fits(rule: Repasse, profissional: str, codigo: str) -> bool:
    mine = rule.profissional is None or rule.profissional.casefold() == profissional.casefold()
    return mine and (not rule.procedimentos or codigo in rule.procedimentos)


def _when(rule: Repasse) -> str:
    return "liberado" if rule.quando == "pago" else "informado"


def _percent(percentual: Decimal) -> str:
    return f"{percentual.normalize():f}".replace(".", ",")
