"""The pack's tabs, and in which row of its tab each thing stands."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from spreadsheets.writing.cells import Kind, Link
from spreadsheets.writing.pack.report import Item, Pack
from spreadsheets.writing.table import FIRST, Column

Row = TypeVar("Row")

RESUMO = "Resumo"
LANCAMENTOS, RETORNO, CONCILIACAO = "Lançamentos", "Retorno", "Conciliação"
GLOSAS, SILENT, WITHHELD = "Glosas e recursos", "Sem retorno", "Deduções do pagamento"
REPASSE, DEPOSITS, TRILHA = "Repasse por profissional", "Depósitos", "Trilha"
NOTAS = "Notas e banco"
MONEY = ("Informado", "Liberado", "Glosado", "Em recurso", "Perda", "Pendente", "Diferença")


class Places:
    """In which row of its sheet each entry and each return line stands, and what it is."""

    def __init__(self, pack: Pack) -> None:
        self.contas: Mapping[int, int] = {conta.id: place for place, conta in enumerate(pack.contas)}
        self.retornos: Mapping[int, int] = {line.id: place for place, line in enumerate(pack.retornos)}
        self.provas: dict[str, int] = {}
        for place, prova in enumerate(pack.provas):
            self.provas.setdefault(prova.sha256, place)
        self.of = {conta.id: conta for conta in pack.contas}
        self.lines = {line.id: line for line in pack.retornos}
        self.ties: dict[int, int] = {}
        for place, tie in enumerate(pack.ligacoes):
            self.ties.setdefault(tie.conta_id, place)

    def to(self, sheet: str, place: int | None, text: str = "") -> Link | None:
        """A link to a row of a sheet; None where there is none."""
        if place is None:
            return None
        row = place + FIRST + 1
        return Link(text or f"linha {row}", f"'{sheet}'!A{row}")


def identity(pack: Pack, item: Callable[[Row], Item]) -> list[Column[Row]]:
    """What tells one service from another, on every tab that lists services."""
    return [
        Column("Clínica", 36, Kind.TEXT, lambda r: pack.nome(item(r).key.clinica)),
        Column("Convênio", 16, Kind.TEXT, lambda r: pack.nome(item(r).key.portal)),
        Column("Competência", 9, Kind.MONTH, lambda r: item(r).key.competencia.first_day),
        Column("Autorização", 8, Kind.CODE, lambda r: item(r).autorizacao),
        Column("Código", 8, Kind.CODE, lambda r: item(r).codigo),
        Column("Data", 11, Kind.DATE, lambda r: item(r).data),
    ]


def to_entry(places: Places, conta_id: Callable[[Row], int]) -> Column[Row]:
    """The way to the entry, for the screen."""
    return Column(
        "Lançamento",
        12,
        Kind.LINK,
        lambda row: places.to(LANCAMENTOS, places.contas.get(conta_id(row))),
        printed=False,
    )
