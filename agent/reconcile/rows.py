"""The two sides of a reconciliation, in the same words, so that a pass can ask where they agree."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from agent.model.demonstrativo import LinhaRetorno
from agent.model.entry import Entry
from agent.model.valor import Centavos
from agent.reconcile.person import NINGUEM, Pessoa


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What an entry and a return line can agree on. `valor_informado` is in centavos.

    `ocorrencia` counts rows that are alike from 1, in the order of their source. `mes` is the ISO month whose sheet or
    return holds the row. "" is a field that is not shown. `pessoa` is no key: it only speaks for a proposal.
    """

    id: int
    numero_autorizacao: str
    codigo_procedimento: str
    data: date
    quantidade: int
    valor_informado: Centavos
    dente: str = ""
    faces: str = ""
    movimento: str = ""
    ocorrencia: int = 1
    mes: str = ""
    pessoa: Pessoa = NINGUEM

    @property
    def order(self) -> tuple[Any, ...]:
        """Where the row stands among all rows, whatever order they came in; the number decides between twins.

        Rows that differ in anything that a row says are no twins: their numbers are the order they came in.
        """
        return (
            self.numero_autorizacao,
            self.codigo_procedimento,
            self.data,
            self.dente,
            self.faces,
            self.valor_informado,
            self.mes,
            self.ocorrencia,
            self.quantidade,
            self.movimento,
            self.answer,
            self.id,
        )

    @property
    def answer(self) -> tuple[Any, ...]:
        """What the insurer answered; nothing on our side."""
        return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView(Row):
    """An entry that the portal holds; `valor_informado` is what stands there."""

    @classmethod
    def of(cls, entry: Entry) -> Self:
        """The view of a launched entry. Raises ValueError when the portal does not hold it: nothing was informed."""
        if entry.valor_lancado is None:
            raise ValueError(f"lançamento {entry.id} ({entry.state}) não tem valor no portal: não há o que conciliar")
        chave = entry.lancamento.chave
        return cls(
            id=entry.id,
            numero_autorizacao=chave.numero_autorizacao,
            codigo_procedimento=chave.codigo_procedimento,
            data=chave.data,
            quantidade=entry.lancamento.quantidade,
            valor_informado=entry.valor_lancado,
            dente=chave.dente,
            faces=chave.faces,
            movimento=entry.movimento,
            ocorrencia=chave.ocorrencia,
            mes=entry.lancamento.competencia.iso,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView(Row):
    """A return line: what was released and refused of it, in centavos, and why, in the insurer's words."""

    valor_liberado: Centavos
    valor_glosa: Centavos
    motivo: str = ""

    @classmethod
    def of(cls, line_id: int, linha: LinhaRetorno, occurrence: int, mes: str = "") -> Self:
        """The view of a stored return line; `mes` is the ISO month of its return."""
        return cls(
            id=line_id,
            numero_autorizacao=linha.numero_autorizacao,
            codigo_procedimento=linha.codigo_procedimento,
            data=linha.data,
            quantidade=linha.quantidade,
            valor_informado=linha.valor_informado,
            dente=linha.dente,
            faces=linha.faces,
            movimento=linha.movimento,
            ocorrencia=occurrence,
            mes=mes,
            valor_liberado=linha.valor_liberado,
            valor_glosa=linha.valor_glosa,
            motivo=linha.motivo,
        )

    @property
    def answer(self) -> tuple[Centavos, Centavos, str]:
        """What was released (the most comes first) and refused, and why."""
        return -self.valor_liberado, self.valor_glosa, self.motivo

    @property
    def sound(self) -> bool:
        """Whether its money can be posted: informado = liberado + glosa; negative only where it adjusts."""
        adds_up = self.valor_informado == self.valor_liberado + self.valor_glosa
        return adds_up and (self.adjusts or min(self.valor_liberado, self.valor_glosa) >= 0)

    @property
    def adjusts(self) -> bool:
        """Whether it informs nothing new, but moves money of an earlier line: an estorno, or a glosa taken back."""
        return self.valor_informado <= 0 and self.valor_liberado != 0


def same_place(entry: Row, line: Row) -> bool:
    """Whether tooth and faces agree, as far as both sides show them."""
    pairs = ((entry.dente, line.dente), (entry.faces, line.faces))
    return all(ours == theirs or not ours or not theirs for ours, theirs in pairs)


def item_of(row: Row) -> tuple[str, str, date]:
    """What rows about one service have in common, whatever they say of quantity and money."""
    return row.numero_autorizacao, row.codigo_procedimento, row.data
