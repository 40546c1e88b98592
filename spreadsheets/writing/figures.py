"""The figures of the Resumo, as formulas over the other sheets."""

from collections.abc import Sequence
from dataclasses import dataclass

from agent.model.match import LineVerdict, Verdict
from spreadsheets.writing.block import Figure, Line, check
from spreadsheets.writing.cells import Kind
from spreadsheets.writing.divergencia import Doubt
from spreadsheets.writing.report import ReconciliationReport
from spreadsheets.writing.table import Region
from spreadsheets.writing.words import NOT_SENT, REFUSED, UNCERTAIN

_HELD = '{"lançada","fechada","retornada","quitada"}'


@dataclass(frozen=True, slots=True)
class Regions:
    """The tables that the figures are drawn from."""

    lancamentos: Region
    retorno: Region
    divergencias: Region


def values(table: Region) -> Sequence[Figure]:
    """What was informed and where it stands, in reais."""
    return (
        *(_summed(table, heading) for heading in ("Informado", "Liberado", "Glosado", "Pendente", "Diferença")),
        Figure(
            "% glosado",
            Kind.PERCENT,
            lambda at: f"IF({at.cell('Informado')}=0,0,{at.cell('Glosado')}/{at.cell('Informado')})",
            derived=True,
        ),
        Figure("Confere", Kind.CHECK, lambda at: check(_conserved(at)), derived=True),
    )


def counts(report: ReconciliationReport, regions: Regions) -> Sequence[Figure]:
    """How many entries were read, and what became of each; what was read is the reader's own count."""
    entries = regions.lancamentos
    outside = (("Não enviadas", NOT_SENT), ("Recusadas", REFUSED), ("Incertas", UNCERTAIN))
    verdicts = (
        ("Pagas", Verdict.PAGA),
        ("Pagas a maior", Verdict.PAGA_A_MAIOR),
        ("Glosadas", Verdict.GLOSA),
        ("Glosa parcial", Verdict.GLOSA_PARCIAL),
        ("Sem retorno", Verdict.SEM_RETORNO),
        ("A conferir", Verdict.A_CONFERIR),
    )
    return (
        Figure("Lidas", Kind.COUNT, lambda at: report.lidas(at.key) if at.key else 0),
        Figure("Rejeitadas", Kind.COUNT, lambda at: _count(regions.divergencias, "O que é", Doubt.REJEITADA, at)),
        *(_counted(entries, heading, word) for heading, word in outside),
        Figure("Lançadas", Kind.COUNT, lambda at: f"SUMPRODUCT({_countifs(entries, 'Estado', _HELD, at)})"),
        *(_counted(entries, heading, word) for heading, word in verdicts),
        Figure("Confere", Kind.CHECK, lambda at: check(_counted_once(at)), derived=True),
    )


def lines(table: Region) -> Sequence[Figure]:
    """What the insurers returned."""
    kinds = (
        ("Casadas", LineVerdict.CASADA),
        ("Ajustes", LineVerdict.AJUSTE),
        ("Propostas", LineVerdict.PROPOSTA),
        ("Estranhas", LineVerdict.ESTRANHA),
        ("De outro mês", LineVerdict.OUTRO_MES),
    )
    return (
        Figure("Linhas", Kind.COUNT, lambda at: f"COUNTIFS({_of_group(table, at)})"),
        *(_counted(table, heading, word) for heading, word in kinds),
        *(_summed(table, heading) for heading in ("Informado", "Liberado", "Glosado")),
        Figure("Confere", Kind.CHECK, lambda at: check(_lines_add_up(at)), derived=True),
    )


def doubted(table: Region, kind: Doubt) -> str:
    """The amount in doubt of one kind."""
    return f'SUMIFS({table.of("Valor em dúvida")},{table.of("O que é")},"{kind}")'


def listed(table: Region, *kinds: Doubt) -> str:
    """The amount in doubt of several kinds."""
    return "+".join(doubted(table, kind) for kind in kinds)


def matched(table: Region, heading: str, verdict: LineVerdict = LineVerdict.CASADA) -> str:
    """A column of the return, over the lines that answer an entry (or that adjust an answer)."""
    return f'SUMIFS({table.of(heading)},{table.of("Situação")},"{verdict}")'


def _counted(table: Region, heading: str, word: str) -> Figure:
    return Figure(heading, Kind.COUNT, lambda at: _count(table, "Situação", word, at))


def _count(table: Region, heading: str, word: str, at: Line) -> str:
    return _countifs(table, heading, f'"{word}"', at)


def _countifs(table: Region, heading: str, criterion: str, at: Line) -> str:
    return f"COUNTIFS({_of_group(table, at)},{table.of(heading)},{criterion})"


def _summed(table: Region, heading: str) -> Figure:
    return Figure(heading, Kind.MONEY, lambda at: f"SUMIFS({table.of(heading)},{_of_group(table, at)})")


def _of_group(table: Region, at: Line) -> str:
    return f"{table.of('Clínica')},$A{at.row},{table.of('Portal')},$B{at.row},{table.of('Competência')},$C{at.row}"


def _conserved(at: Line) -> str:
    parts = "-".join(at.cell(heading) for heading in ("Liberado", "Glosado", "Pendente", "Diferença"))
    return f"ROUND({at.cell('Informado')}-{parts},2)=0"


def _counted_once(at: Line) -> str:
    read = "+".join(at.cell(h) for h in ("Rejeitadas", "Não enviadas", "Recusadas", "Incertas", "Lançadas"))
    judged = "+".join(
        at.cell(h) for h in ("Pagas", "Pagas a maior", "Glosadas", "Glosa parcial", "Sem retorno", "A conferir")
    )
    return f"AND({at.cell('Lidas')}={read},{at.cell('Lançadas')}={judged})"


def _lines_add_up(at: Line) -> str:
    kinds = "+".join(at.cell(h) for h in ("Casadas", "Ajustes", "Propostas", "Estranhas", "De outro mês"))
    money = f"ROUND({at.cell('Informado')}-{at.cell('Liberado')}-{at.cell('Glosado')},2)=0"
    return f"AND({at.cell('Linhas')}={kinds},{money})"
