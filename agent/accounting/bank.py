"""What the accountant brings: contas/notas.csv and contas/banco.csv. Their layout is in docs/contas.md."""

import csv
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from agent.model.competencia import Competencia
from agent.model.data import read_data
from agent.model.errors import InputError
from agent.model.valor import Centavos, read_valor
from spreadsheets.writing.pack.report import DEDUCOES, Deposito, Nota
from spreadsheets.writing.report import GroupKey

Row = TypeVar("Row")
_KEY = ("clinica", "portal", "competencia")


@dataclass(frozen=True, slots=True)
class Books:
    """The invoices and the deposits, in the files' order."""

    notas: tuple[Nota, ...] = ()
    depositos: tuple[Deposito, ...] = ()


def read_books(folder: Path) -> Books:
    """Both files, where they are there. Raises InputError with file, line and column: nothing is passed over."""
    notas = _read(folder / "notas.csv", (*_KEY, "numero", "data", "valor"), _nota)
    return Books(notas, _read(folder / "banco.csv", (*_KEY, "data", "historico", "valor"), _deposito))


def _read(file: Path, needed: tuple[str, ...], make: Callable[[Mapping[str, str]], Row]) -> tuple[Row, ...]:
    if not file.is_file():
        return ()
    with file.open(encoding="utf-8-sig", newline="") as text:
        reader = csv.DictReader(text, delimiter=";")
        heads = [str(name).strip().lower() for name in reader.fieldnames or ()]
        reader.fieldnames = heads
        if missing := [name for name in needed if name not in heads]:
            raise InputError(f"falta a coluna {missing[0]}", where=str(file), do=f"Colunas: {'; '.join(needed)}.")
        found = []
        for row in reader:
            try:
                found.append(make({name: (row[name] or "").strip() for name in heads}))
            except ValueError as error:
                raise InputError(f"{error}", where=f"{file}, linha {reader.line_num}", do="Corrija a célula.") from None
    return tuple(found)


def _key(row: Mapping[str, str]) -> GroupKey:
    return GroupKey(row["clinica"], row["portal"], Competencia.read(row["competencia"]))


def _nota(row: Mapping[str, str]) -> Nota:
    deducoes = tuple(_optional(row.get(name.lower(), "")) for name in DEDUCOES)
    return Nota(
        key=_key(row),
        numero=row["numero"],
        data=read_data(row["data"]),
        valor=read_valor(row["valor"]),
        deducoes=deducoes,
    )


def _deposito(row: Mapping[str, str]) -> Deposito:
    return Deposito(
        key=_key(row), data=read_data(row["data"]), historico=row["historico"], valor=read_valor(row["valor"])
    )


def _optional(text: str) -> Centavos:
    return read_valor(text) if text else 0
