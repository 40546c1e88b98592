"""Quantities, and the amount of one entry when the sheet states unit, total or several sessions."""

import re
from functools import lru_cache

from agent.model.valor import Centavos, write_valor
from mappings.campo import Campo
from mappings.wording import fold
from spreadsheets.reading.codes import as_text
from spreadsheets.reading.grid import Raw, shown
from spreadsheets.reading.problem import CellProblem

_COUNT = re.compile(r"(\d{1,3})(?:\s*(?:x|un|und|unid|unidade|unidades|sessao|sessoes|vez|vezes))?")
_SEPARATOR = re.compile(r"\s*[,;/+&|\n]\s*|\s+e\s+")
Amounts = dict[Campo, Centavos | None]


@lru_cache(maxsize=4_096, typed=True)
def read_quantidade(raw: Raw) -> int:
    """A count of 1 to 999: 1, "01", "2 sessões", "3x". Raises CellProblem(invalid_quantity)."""
    try:
        found = _COUNT.fullmatch(fold(as_text(raw)))
    except CellProblem:
        found = None
    if found is None or int(found[1]) == 0:
        raise CellProblem("invalid_quantity", f"{shown(raw)!r} não é uma quantidade. Escreva um número inteiro.")
    return int(found[1])


def read_quantidades(raw: Raw, services: int) -> tuple[int, ...]:
    """The count of each of a cell's several codes or dates: "1, 2" for two of them; a single count stands alone.

    Raises CellProblem(invalid_quantity, quantity_mismatch).
    """
    parts = [part for part in _SEPARATOR.split(shown(raw)) if part.strip()] if services > 1 else []
    if services == 1 or len(parts) == 1:
        return (read_quantidade(raw),)
    if len(parts) != services:
        raise CellProblem(
            "quantity_mismatch", f"Há {len(parts)} quantidades em {shown(raw)!r} para {services} itens. Confira."
        )
    return tuple(read_quantidade(part) for part in parts)


def entry_amount(amounts: Amounts, quantidade: int, sessions: int) -> Centavos | None:
    """The amount of each entry of a row, in centavos; None when the sheet is silent.

    One date: the row's amount, or unit times quantity. Several dates: the unit, or the total in equal parts.
    Raises CellProblem(amount_mismatch, ambiguous_amount) rather than choose.
    """
    plain, unit, total = (
        amounts.get(campo) for campo in (Campo.VALOR_INFORMADO, Campo.VALOR_UNITARIO, Campo.VALOR_TOTAL)
    )
    unit = plain if unit is None and total is not None else unit
    if unit is not None and total is not None and unit * quantidade != total and plain != total:
        raise CellProblem(
            "amount_mismatch",
            f"{quantidade} × {write_valor(unit)} não dá {write_valor(total)}. Confira quantidade e valores.",
        )
    if sessions > 1:
        return _per_session(plain, unit, total, sessions)
    if total is not None:
        return total
    return plain if plain is not None else unit * quantidade if unit is not None else None


def _per_session(
    plain: Centavos | None, unit: Centavos | None, total: Centavos | None, sessions: int
) -> Centavos | None:
    if unit is not None:
        return unit
    if total is not None and total % sessions == 0:
        return total // sessions
    if plain is None and total is None:
        return None
    raise CellProblem(
        "ambiguous_amount",
        f"A linha tem {sessions} datas e um valor só, de cada uma ou do total? Escreva uma data por linha.",
    )
