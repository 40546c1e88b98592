"""The pack's tables, one for each question: what was billed, returned, matched, refused, silent, shared and proved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from agent.model.match import LineVerdict
from spreadsheets.writing.lancamentos import LOOKS
from spreadsheets.writing.looks import LOST, OPEN
from spreadsheets.writing.pack import claimed, paid
from spreadsheets.writing.pack.notas import notas_of
from spreadsheets.writing.pack.report import Deposito, Pack, Retorno
from spreadsheets.writing.pack.tabs import (
    CONCILIACAO,
    DEPOSITS,
    GLOSAS,
    LANCAMENTOS,
    NOTAS,
    REPASSE,
    RETORNO,
    SILENT,
    TRILHA,
    WITHHELD,
    Places,
)
from spreadsheets.writing.table import Column, Region

Row = TypeVar("Row")

_IDENTITY = 4  # columns that stay in sight: clínica, convênio, competência, autorização


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Row]):
    """One table: its tab, what it answers and what it says without a row (pt-BR), its columns and rows.

    The first `kept` columns stay in sight; `colours` gives a look to words under a heading.
    """

    name: str
    note: str
    empty: str
    columns: Sequence[Column[Row]]
    rows: Sequence[Row]
    kept: int = 0
    colours: Mapping[str, Mapping[str, dict[str, Any]]] = field(default_factory=dict)

    @property
    def region(self) -> Region:
        """Where its rows will stand."""
        return Region(self.name, tuple(column.heading for column in self.columns), len(self.rows))


def sheets_of(pack: Pack, *, com_paciente: bool) -> dict[str, Sheet[Any]]:
    """Every table, by tab, in the order of the tabs."""
    places = Places(pack)
    returned = Sheet(
        RETORNO,
        "Cada linha que os convênios devolveram.",
        "Nenhuma linha de retorno foi lida ainda.",
        claimed.retornos(pack, places),
        pack.retornos,
        _IDENTITY,
        {"Situação": {LineVerdict.PROPOSTA: OPEN, LineVerdict.ESTRANHA: OPEN}},
    )
    found = [*_claims(pack, places, returned, com_paciente=com_paciente), *_payments(pack, places, returned)]
    return {sheet.name: sheet for sheet in found}


def _claims(pack: Pack, places: Places, returned: Sheet[Retorno], *, com_paciente: bool) -> list[Sheet[Any]]:
    """What was billed and what became of it."""
    return [
        Sheet(
            LANCAMENTOS,
            "Cada lançamento e onde está cada centavo dele.",
            "Nenhum lançamento neste período.",
            claimed.contas(pack, places, com_paciente=com_paciente),
            pack.contas,
            _IDENTITY,
            {"Situação": LOOKS},
        ),
        returned,
        Sheet(
            CONCILIACAO,
            "Que linha responde a que lançamento, e por quê.",
            "Nenhuma linha de retorno responde a um lançamento deste período.",
            claimed.ligacoes(pack, places),
            pack.ligacoes,
            _IDENTITY,
            {"Vale": {"proposta": OPEN}},
        ),
        Sheet(
            GLOSAS,
            "O que foi glosado, o que se fez e até quando se recorre.",
            "Nenhuma glosa neste período.",
            claimed.glosas(pack, places),
            pack.glosas,
            _IDENTITY,
        ),
        Sheet(
            SILENT,
            "O que ninguém respondeu ainda, e o que tem resposta que espera a decisão de uma pessoa.",
            "Nada espera resposta.",
            claimed.silent(pack, places),
            pack.sem_retorno,
            colours={"O que fazer": {"cobrar": LOST, "decidir": OPEN}},
        ),
    ]


def _payments(pack: Pack, places: Places, returned: Sheet[Retorno]) -> list[Sheet[Any]]:
    """What was paid, shared and proved."""
    deposits: Sheet[Deposito] = Sheet(
        DEPOSITS,
        "O que caiu no banco, pelo dia em que caiu (caixa).",
        "Nenhum depósito em contas/banco.csv.",
        paid.deposits(pack),
        pack.depositos,
    )
    keys, columns = notas_of(pack, returned.region, deposits.region)
    return [
        Sheet(
            WITHHELD,
            "O que os convênios retiveram (IRRF, ISS…) ou acrescentaram em cada pagamento.",
            "Nenhum demonstrativo de pagamento traz deduções ou acréscimos.",
            paid.withheld(pack),
            pack.retencoes,
        ),
        Sheet(
            REPASSE,
            "A parte de cada profissional, pela primeira regra que serve.",
            "Nenhuma regra de repasse serve a um lançamento deste período.",
            paid.shares(pack, places),
            pack.repasses,
        ),
        Sheet(
            NOTAS,
            "Liberado no retorno da competência × notas fiscais × o que caiu no banco (caixa).",
            "Nenhum retorno, nota ou depósito neste período.",
            columns,
            keys,
        ),
        deposits,
        Sheet(
            TRILHA,
            "Os arquivos que provam cada linha; o nome de cada um é o seu SHA-256.",
            "Nenhum arquivo prova algo deste período ainda.",
            paid.proofs(pack),
            pack.provas,
        ),
    ]
