"""What a person must look at: one record for each doubt, the most pressing kind first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from agent.model.match import JudgedEntry, LineVerdict, Totals
from agent.model.valor import Centavos
from spreadsheets.writing.report import GroupKey, RejectedRow, ReportEntry, ReportLine
from spreadsheets.writing.words import NOT_SENT, REFUSED, UNCERTAIN, situation


class Doubt(StrEnum):
    """The kinds, in the order of the sheet."""

    INCERTA = "incerta"
    REJEITADA = "linha rejeitada"
    RECUSADA = "recusada"
    NAO_ENVIADA = "não enviada"
    PROPOSTA = "casamento proposto"
    DIFERENCA = "diferença"
    GLOSA = "glosa"
    GLOSA_PARCIAL = "glosa parcial"
    EM_RECURSO = "em recurso"
    SEM_RETORNO = "sem retorno"
    ESTRANHA = "linha estranha"

    @property
    def advice(self) -> str:
        """What to do about it (pt-BR)."""
        return _ADVICE[self]


_ADVICE = {
    Doubt.INCERTA: "Rode “faturista lancar”: o portal é lido antes de qualquer envio.",
    Doubt.REJEITADA: "Corrija a célula na planilha e rode “faturista conferir”.",
    Doubt.RECUSADA: "Veja a autorização com a clínica ou com o convênio.",
    Doubt.NAO_ENVIADA: "Rode “faturista planejar” e “faturista lancar”.",
    Doubt.PROPOSTA: "Compare com a linha do retorno indicada.",
    Doubt.DIFERENCA: "Confira a tabela de preços do convênio.",
    Doubt.GLOSA: "Decida: aceitar ou recorrer, no prazo do contrato.",
    Doubt.GLOSA_PARCIAL: "Decida: aceitar ou recorrer, no prazo do contrato.",
    Doubt.EM_RECURSO: "Aguarde a resposta ao recurso e diga-a com “faturista recurso”.",
    Doubt.SEM_RETORNO: "Aguarde o próximo retorno ou cobre o convênio.",
    Doubt.ESTRANHA: "Procure-a: feita à mão, de outro mês ou de outra clínica?",
}

_NO_REASON = "sem motivo informado"
_UNSAID = {
    Doubt.INCERTA: "enviada, mas a resposta do portal não foi vista",
    Doubt.NAO_ENVIADA: "ainda não foi enviada ao portal",
}


@dataclass(frozen=True, slots=True)
class Divergencia:
    """One doubt. `valor` is the amount in doubt in centavos, None when there is none to tell; `onde` is where to look.

    `entry_id` or `line_id` names the row it speaks of, where there is one. `encerrada`: who closed it, and why.
    """

    kind: Doubt
    key: GroupKey
    motivo: str
    valor: Centavos | None = None
    autorizacao: str = ""
    codigo: str = ""
    data: date | None = None
    onde: str = ""
    entry_id: int | None = None
    line_id: int | None = None
    encerrada: str = ""

    @property
    def advice(self) -> str:
        """What to do about it, or who said that nothing is (pt-BR)."""
        return self.encerrada or self.kind.advice


def of_rejected(row: RejectedRow) -> Divergencia:
    """A row held back, with the cells to correct."""
    place = f"{row.arquivo}, {row.aba}" if row.aba else row.arquivo
    cells = ", ".join(row.celulas) or f"linha {row.linha}"
    return Divergencia(Doubt.REJEITADA, row.key, row.motivo, onde=f"{place}, {cells}")


def of_entry(item: ReportEntry) -> Iterator[Divergencia]:
    """What is to be settled about an entry; an entry can have both a difference and a glosa."""
    if item.judged is None:
        yield from _unbilled(item)
        return
    for kind, valor in _doubts(item, item.judged):
        refused = kind in {Doubt.GLOSA, Doubt.GLOSA_PARCIAL, Doubt.EM_RECURSO}
        yield _about(item, kind, valor, (item.judged.motivo or _NO_REASON) if refused else item.judged.why)


def of_line(item: ReportLine) -> Iterator[Divergencia]:
    """A line that no entry explains, and of which no person said that it is nobody's."""
    if item.judged.verdict is not LineVerdict.ESTRANHA or item.alheia:
        return
    linha = item.linha
    yield Divergencia(
        Doubt.ESTRANHA,
        item.key,
        item.judged.why,
        linha.valor_informado,
        linha.numero_autorizacao,
        linha.codigo_procedimento,
        linha.data,
        line_id=item.line_id,
    )


def _unbilled(item: ReportEntry) -> Iterator[Divergencia]:
    kinds = {UNCERTAIN: Doubt.INCERTA, REFUSED: Doubt.RECUSADA, NOT_SENT: Doubt.NAO_ENVIADA}
    if kind := kinds.get(situation(item)):
        yield _about(
            item, kind, item.entry.lancamento.valor_informado, item.entry.motivo or _UNSAID.get(kind, _NO_REASON)
        )


def _doubts(item: ReportEntry, judged: JudgedEntry) -> Iterator[tuple[Doubt, Centavos]]:
    money = item.totals or Totals()
    if not judged.matches:
        yield (Doubt.PROPOSTA if judged.proposals else Doubt.SEM_RETORNO), money.pendente
    if money.diferenca:
        yield Doubt.DIFERENCA, money.diferenca
    if money.glosado:
        yield (Doubt.GLOSA_PARCIAL if money.liberado else Doubt.GLOSA), money.glosado
    if item.em_recurso:
        yield Doubt.EM_RECURSO, item.em_recurso


def _about(item: ReportEntry, kind: Doubt, valor: Centavos | None, motivo: str) -> Divergencia:
    lancamento = item.entry.lancamento
    return Divergencia(
        kind,
        item.key,
        motivo,
        valor,
        lancamento.numero_autorizacao,
        lancamento.codigo_procedimento,
        lancamento.data,
        entry_id=item.entry.id,
        encerrada=item.encerradas.get(kind, ""),
    )
