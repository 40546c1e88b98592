"""The total rows of an insurer's tables: which rows they are, and that each is the sum of lines it stands under."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from agent.model.demonstrativo import LinhaRetorno
from agent.model.errors import ReportUntrusted
from agent.model.valor import Centavos, write_valor
from mappings.wording import fold
from spreadsheets.reading.grid import Raw, shown
from spreadsheets.returns.rows import Row

_TOTAL = re.compile(r"(sub ?)?tota(l|is)\b")
_WHOLE = re.compile(r"(total geral|totais gerais)\b")
_MONEY = ("valor_informado", "valor_liberado", "valor_glosa")
_DO = (
    "Nada foi lido deste arquivo. Confira se falta ou sobra alguma linha; se o convênio o enviou assim, peça-o de novo."
)


@dataclass(frozen=True, slots=True)
class Total:
    """What a total row says, None where it says nothing, and how many lines of its sheet stand above it.

    `whole`: it says that it is of everything, no part's.
    """

    place: str
    above: int
    said: tuple[Centavos | None, ...]
    whole: bool

    @classmethod
    def read(cls, row: Row, cells: Sequence[Raw], above: int) -> Self:
        """Raises InputError with the cell of an amount that cannot be read."""
        said = tuple(row.perhaps_money(field) for field in _MONEY)
        return cls(row.place, above, said, any(_WHOLE.match(word) for word in _words(cells)))


def is_total(row: Row, cells: Sequence[Raw]) -> bool:
    """Whether a row that says "total" somewhere is one: it names no service, as a line does.

    The word alone is not enough: a line's motive may be "Total glosado".
    """
    if not any(_TOTAL.match(word) for word in _words(cells)):
        return False
    names = [row.text(field) for field in ("numero_autorizacao", "codigo_procedimento", "data")]
    if any(_TOTAL.match(fold(name)) for name in names):
        return True
    if _TOTAL.match(fold(row.text("motivo"))):
        return not any(names)
    return [*map(bool, names[:2]), row.perhaps_day("data") is not None].count(True) < 2


def check_totals(totals: Sequence[Total], linhas: Sequence[LinhaRetorno], everything: Sequence[LinhaRetorno]) -> None:
    """Raise ReportUntrusted for the first total row of a sheet that is no sum of its lines.

    `linhas` are those of the sheet, `everything` those of the whole file. A total is of the lines above it, back to
    any total row before it or to the sheet's beginning; where lines end or have not begun, it may be of all the file.
    """
    for number, total in enumerate(totals):
        starts = [0] if total.whole else [0, *(before.above for before in totals[:number])]
        spans = [linhas[start : total.above] for start in dict.fromkeys(starts) if start < total.above]
        if total.above == 0:
            spans = [linhas]
        if total.above in (0, len(linhas)):
            spans.append(everything)
        _must_be_one_of(total, [_sums(span) for span in spans])


def _must_be_one_of(total: Total, sums: Sequence[tuple[Centavos, ...]]) -> None:
    nearest = min(sums, key=lambda each: sum(abs(said - is_) for said, is_ in _told(total, each)))
    wrong = [
        f"{field.removeprefix('valor_')}: diz {_reais(said)}, soma {_reais(is_)}"
        for field, said, is_ in zip(_MONEY, total.said, nearest, strict=True)
        if said is not None and said != is_
    ]
    if wrong:
        raise ReportUntrusted(f"os totais não são a soma das linhas ({'; '.join(wrong)})", where=total.place, do=_DO)


def _told(total: Total, sums: tuple[Centavos, ...]) -> Iterator[tuple[Centavos, Centavos]]:
    return ((said, is_) for said, is_ in zip(total.said, sums, strict=True) if said is not None)


def _sums(linhas: Sequence[LinhaRetorno]) -> tuple[Centavos, ...]:
    return tuple(sum(getattr(linha, field) for linha in linhas) for field in _MONEY)


def _words(cells: Sequence[Raw]) -> Iterator[str]:
    return (fold(shown(raw)) for raw in cells if isinstance(raw, str))


def _reais(valor: Centavos) -> str:
    return write_valor(valor, symbol=True)
