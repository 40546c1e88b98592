"""The portal's own record of a month, as read from its report: what truly stands there."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from agent.model.competencia import Competencia
from agent.model.lancamento import Chave
from agent.model.valor import Centavos


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file that proves what was seen: `kind` is html, png, pdf or json; `name` a few words of pt-BR."""

    kind: str
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Movimento:
    """One row of the portal's record. `movimento` is the portal's own row number ("" when it shows none).

    `finalizado` False is IPASEM's red row, a draft: its code, date and value may still be empty (None).
    `lote` is the operadora's, `situacao` its own word for where the row stands. `valor` is in centavos. Names and cards
    are kept in memory for comparison, never stored.
    """

    movimento: str
    numero_autorizacao: str
    codigo_procedimento: str
    data: date | None
    quantidade: int
    valor: Centavos | None
    dente: str = ""
    faces: str = ""
    finalizado: bool = True
    protocolo: str = ""
    lote: str = ""
    situacao: str = ""
    beneficiario: str = ""
    numero_carteira: str = ""

    @property
    def chave(self) -> Chave | None:
        """The natural key without its occurrence (always 1), None for a draft that shows no date yet."""
        if self.data is None:
            return None
        return Chave(self.numero_autorizacao, self.codigo_procedimento, self.dente, self.faces, self.data)


@dataclass(frozen=True, slots=True)
class Registro:
    """A month's record, read once. `total_linhas` and `total_valor` are what the report's own header says.

    `fechado` tells which report answered: the conference one (open month) or the closing one.
    `pendentes` are guias the portal would still accept (CASSIND's authorised list), for the plan only.
    """

    portal: str
    competencia: Competencia
    taken_at: datetime
    fechado: bool
    movimentos: tuple[Movimento, ...]
    total_linhas: int
    total_valor: Centavos
    evidence: Evidence

    @property
    def finalizados(self) -> tuple[Movimento, ...]:
        """The rows that count as launched."""
        return tuple(m for m in self.movimentos if m.finalizado)

    @property
    def drafts(self) -> tuple[Movimento, ...]:
        """The red rows."""
        return tuple(m for m in self.movimentos if not m.finalizado)

    @property
    def trusted(self) -> bool:
        """Whether the body adds up to its own header, in rows and in centavos; nothing else counts as a reading."""
        body = sum(m.valor or 0 for m in self.finalizados)
        return self.total_linhas == len(self.finalizados) and self.total_valor == body

    def multiset(self) -> Counter[tuple[object, ...]]:
        """Every row, drafts included, as comparable facts: two readings agree when these are equal."""
        return Counter(
            (
                m.movimento,
                m.numero_autorizacao,
                m.codigo_procedimento,
                m.dente,
                m.faces,
                m.data,
                m.quantidade,
                m.valor,
                m.finalizado,
            )
            for m in self.movimentos
        )

    def agrees_with(self, other: "Registro") -> bool:
        """Whether two readings say the same of the same month."""
        return self.fechado == other.fechado and self.multiset() == other.multiset()
