"""What the accountant brings: contas/notas.csv and contas/banco.csv. Their layout is in docs/contas.md."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from agent.config.problems import suggestion
from agent.model.competencia import Competencia
from agent.model.data import read_data, write_data
from agent.model.errors import InputError
from agent.model.valor import Centavos, read_valor, write_valor
from spreadsheets.reading.delimited import decoded
from spreadsheets.writing.pack.report import DEDUCOES, Deposito, Nota
from spreadsheets.writing.report import GroupKey

Row = TypeVar("Row")
Cell = TypeVar("Cell")
_KEY = ("clinica", "portal", "competencia")
_FIX = "Corrija a célula."
_SIGN = "Escreva a dedução sem sinal; negativa ela só é em uma nota negativa."
_PAST, _AHEAD = 10, 2  # years; a date that only has not come yet may be meant, and pacote says it
_TWICE = "Apague a linha que sobra; uma nota de dois meses tem uma linha em cada, com a parte dele."


@dataclass(frozen=True, slots=True)
class Books:
    """The invoices and the deposits, in the files' order."""

    notas: tuple[Nota, ...] = ()
    depositos: tuple[Deposito, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of a file: its cells by column, and where it stands."""

    where: str
    cells: Mapping[str, str]

    def read(self, column: str, read: Callable[[str], Cell]) -> Cell:
        """What a cell says. Raises InputError with its place."""
        try:
            return read(self.cells[column])
        except ValueError as error:
            raise self.wrong(column, f"{error}", _FIX) from None

    def wrong(self, column: str, what: str, do: str) -> InputError:
        """What is wrong with a cell."""
        return InputError(what, where=f"{self.where}, coluna {column}", do=do)


def read_books(folder: Path, accesses: Collection[tuple[str, str]], today: date) -> Books:
    """Both files, where they are there; `accesses` are every (clinica, portal) that the office has or had.

    Raises InputError with file, line and column: no row is passed over, no note counted twice, none of less than its
    deductions, and no date more than ten years before `today`, the office's, or two after it.
    """
    notas, banco = folder / "notas.csv", folder / "banco.csv"
    invoices = [_nota(line, accesses, today) for line in _lines(notas, (*_KEY, "numero", "data", "valor"))]
    _refuse_twice(invoices)
    deposits = [_deposito(line, accesses, today) for line in _lines(banco, (*_KEY, "data", "historico", "valor"))]
    return Books(tuple(nota for _, nota in invoices), tuple(_numbered(deposits)))


def _lines(file: Path, needed: tuple[str, ...]) -> Iterator[_Line]:
    """The rows that hold anything."""
    if not file.is_file():
        return
    text = io.StringIO(decoded(file.read_bytes(), str(file)), newline="")
    reader = csv.reader(text, delimiter=";", strict=True)
    heads: list[str] = []
    try:
        heads = [name.strip().lower() for name in next(reader, [])]
        if missing := [name for name in needed if name not in heads]:
            raise InputError(f"falta a coluna {missing[0]}", where=str(file), do=f"Colunas: {'; '.join(needed)}.")
        for cells in reader:
            if any(cell.strip() for cell in cells):
                held = [cell.strip() for cell in cells] + [""] * len(heads)
                yield _Line(f"{file}, linha {reader.line_num}", dict(zip(heads, held, strict=False)))
    except csv.Error:
        where = f"{file}, linha {reader.line_num}"
        raise InputError("há aspas que não fecham", where=where, do="Confira as linhas acima dela também.") from None


def _key(line: _Line, accesses: Collection[tuple[str, str]]) -> GroupKey:
    """Whose and of which month; a clinic or portal that the office never had is told, with those there are."""
    clinica, portal = line.cells["clinica"], line.cells["portal"]
    clinics = sorted({known for known, _ in accesses})
    if clinica not in clinics:
        raise line.wrong("clinica", f'não há a clínica "{clinica}"', _there_are(clinica, clinics))
    portals = sorted(known for whose, known in accesses if whose == clinica)
    if portal not in portals:
        raise line.wrong("portal", f'a clínica {clinica} não tem o portal "{portal}"', _there_are(portal, portals))
    return GroupKey(clinica, portal, line.read("competencia", Competencia.read))


def _there_are(seen: str, known: list[str]) -> str:
    return f"Há: {', '.join(known)}.{suggestion(seen, known)}"


def _nota(line: _Line, accesses: Collection[tuple[str, str]], today: date) -> tuple[_Line, Nota]:
    deducted = [name.lower() for name in DEDUCOES]
    nota = Nota(
        key=_key(line, accesses),
        numero=line.cells["numero"],
        data=_day(line, today),
        valor=line.read("valor", read_valor),
        deducoes=tuple(line.read(name, _optional) if name in line.cells else 0 for name in deducted),
    )
    _refuse_deducoes(line, nota.valor, dict(zip(deducted, nota.deducoes, strict=True)))
    return line, nota


def _day(line: _Line, today: date) -> date:
    """A date of the trade's own time: a century or a decade typed wrongly is none."""
    day = line.read("data", read_data)
    asked = (day.year, day.month, day.day)
    first, last = ((today.year + years, today.month, today.day) for years in (-_PAST, _AHEAD))
    if not first <= asked <= last:
        why = f"tem mais de {_PAST} anos" if asked < first else f"está mais de {_AHEAD} anos à frente"
        raise line.wrong("data", f"a data {write_data(day)} {why}", _FIX)
    return day


def _refuse_deducoes(line: _Line, valor: Centavos, deducoes: Mapping[str, Centavos]) -> None:
    """What is held back is a part of the note; of one that takes a note back (less than nothing), it is so too."""
    sign, note = -1 if valor < 0 else 1, _reais(valor)
    for name, deducao in deducoes.items():
        if deducao * sign < 0:
            raise line.wrong(name, f"a dedução de {_reais(deducao)} tem o sinal contrário ao da nota, de {note}", _SIGN)
        if abs(deducao) > abs(valor):
            raise line.wrong(name, f"a dedução de {_reais(deducao)} é maior que a nota, de {note}", _FIX)
    if abs(total := sum(deducoes.values())) > abs(valor):
        raise line.wrong("valor", f"as deduções somam {_reais(total)}, mais que a nota, de {note}", "Corrija a linha.")


def _refuse_twice(found: list[tuple[_Line, Nota]]) -> None:
    """A note may pay several months, a part on each row; the same month or the same whole twice is a slip."""
    seen: dict[tuple[object, ...], _Line] = {}
    for line, nota in found:
        whose = (nota.key.clinica, nota.key.portal, nota.numero)
        for same in ((*whose, nota.key.competencia), (*whose, nota.data, nota.valor)):
            first = seen.setdefault(same, line)
            if nota.numero and first is not line:
                raise line.wrong("numero", f"a nota {nota.numero} já está em {first.where}", _TWICE)


def _deposito(line: _Line, accesses: Collection[tuple[str, str]], today: date) -> Deposito:
    return Deposito(
        key=_key(line, accesses),
        data=_day(line, today),
        historico=line.cells["historico"],
        valor=line.read("valor", read_valor),
    )


def _numbered(deposits: list[Deposito]) -> Iterator[Deposito]:
    """Equal credits of one day are told apart by their order in the whole file, whatever month they pay."""
    times: Counter[tuple[object, ...]] = Counter()
    for deposito in deposits:
        same = (deposito.key.clinica, deposito.key.portal, deposito.data, deposito.historico, deposito.valor)
        times[same] += 1
        yield replace(deposito, ordinal=times[same])


def _optional(text: str) -> Centavos:
    return read_valor(text) if text else 0


def _reais(valor: Centavos) -> str:
    return write_valor(valor, symbol=True)
