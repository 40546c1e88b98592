"""What reconciliation says: which return line answers which entry, and the one verdict of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from agent.model.valor import Centavos


class Pass(IntEnum):
    """How a match was found, from certain to doubtful; the number is stored with it and never reused."""

    MOVIMENTO = 1  # the portal's own row number, and quantity and value agree
    CHAVE = 2  # authorisation, code, tooth, faces, date, quantity and value agree
    SEM_DENTE = 3  # the same, on a return that shows no faces or no tooth
    VARIOS_EM_UMA = 4  # several entries add up to one return line
    UM_EM_VARIAS = 5  # several return lines add up to one entry
    TABELA = 6  # everything but the value: the insurer recomputed it
    DATA_PROXIMA = 7  # everything but the date, which is a few days off
    ITEM = 8  # authorisation and code agree, quantity or date do not
    OUTRO_CODIGO = 9  # everything but the code
    COMPLEMENTO = 10  # pays later what was refused before: an appeal that was won, or a late payment
    ESTORNO = 11  # takes back what was paid before
    PESSOA = 12  # a person said so
    OUTRA_AUTORIZACAO = 13  # everything but a letter or two of the authorisation
    NOME = 14  # another authorisation altogether: only the beneficiary's name, or card number, speaks for it


class Verdict(StrEnum):
    """What became of an entry that the portal holds. Exactly one of these, always."""

    PAGA = "paga"  # all of it was released
    PAGA_A_MAIOR = "paga a maior"  # more than we informed was released
    GLOSA = "glosa"  # all of it was refused
    GLOSA_PARCIAL = "glosa parcial"  # part released, part refused
    SEM_RETORNO = "sem retorno"  # no return line speaks of it
    A_CONFERIR = "a conferir"  # the insurer's value differs from ours, or the match is only proposed


class LineVerdict(StrEnum):
    """What became of a return line. Exactly one of these, always."""

    CASADA = "casada"  # it answers an entry
    AJUSTE = "ajuste"  # it pays later, or takes back, what another line answered
    PROPOSTA = "proposta"  # it probably answers an entry: a person says
    ESTRANHA = "estranha"  # no entry of ours explains it
    OUTRO_MES = "outro mês"  # it answers an entry of a month that is not shown


class Corte(StrEnum):
    """How an entry that was partly paid was cut."""

    QUANTIDADE = "quantidade"  # some of its units were refused whole
    PRECO = "preço"  # all of it was accepted, for less
    ITEM = "item"  # the insurer split it, and refused a part whole
    ESTORNO = "estorno"  # paid first, and taken back later


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """One return line (or a share of it) answers one entry. All amounts in centavos.

    `allocated` is the share of the line's valor_informado, always `liberado` + `glosa`; the shares of a line add
    up to the line. `confidence` is 0 to 100, the precision measured for the pass; `why` is pt-BR for the operator.
    An adjustment allocates nothing: it moves `liberado` out of the glosa (or, when negative, back into it).
    """

    entry_id: int
    line_id: int
    pass_no: Pass
    confidence: int
    why: str
    allocated: Centavos
    liberado: Centavos
    glosa: Centavos

    @property
    def adjusts(self) -> bool:
        """Whether it moves what another match answered, instead of answering."""
        return self.allocated == 0 and self.liberado == -self.glosa and self.pass_no in _ADJUSTING


_ADJUSTING = frozenset({Pass.COMPLEMENTO, Pass.ESTORNO})


@dataclass(frozen=True, slots=True)
class Totals:
    """Amounts in centavos. `diferenca` is what we informed less what the insurer says we did; it may be negative."""

    informado: Centavos = 0
    liberado: Centavos = 0
    glosado: Centavos = 0
    pendente: Centavos = 0
    diferenca: Centavos = 0

    @property
    def balances(self) -> bool:
        """informado = liberado + glosado + pendente + diferença: every centavo is somewhere."""
        return self.informado == self.liberado + self.glosado + self.pendente + self.diferenca

    def __add__(self, other: "Totals") -> "Totals":
        return Totals(
            self.informado + other.informado,
            self.liberado + other.liberado,
            self.glosado + other.glosado,
            self.pendente + other.pendente,
            self.diferenca + other.diferenca,
        )


@dataclass(frozen=True, slots=True)
class JudgedEntry:
    """An entry with its verdict. `proposals` move no money; `motivo` is the insurer's own words, `why` ours (pt-BR).

    `corte` says how a glosa came about, None where there is none or it is of all.
    """

    entry_id: int
    verdict: Verdict
    totals: Totals
    matches: tuple[Match, ...] = ()
    proposals: tuple[Match, ...] = ()
    motivo: str = ""
    why: str = ""
    corte: Corte | None = None


@dataclass(frozen=True, slots=True)
class JudgedLine:
    """A return line with its verdict, and the entries it answers (or may answer, when it is a proposal)."""

    line_id: int
    verdict: LineVerdict
    entry_ids: tuple[int, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The whole reconciliation, sorted by id: the same for the same rows in any order."""

    entries: tuple[JudgedEntry, ...]
    lines: tuple[JudgedLine, ...]

    @property
    def matches(self) -> tuple[Match, ...]:
        """What is certain enough to be posted."""
        return tuple(match for entry in self.entries for match in entry.matches)

    @property
    def proposals(self) -> tuple[Match, ...]:
        """What a person has to settle."""
        return tuple(match for entry in self.entries for match in entry.proposals)

    @property
    def totals(self) -> Totals:
        """The sums over all entries."""
        return total(entry.totals for entry in self.entries)


def total(parts: Iterable[Totals]) -> Totals:
    """The sum of `parts`; all zero when there is none."""
    return sum(parts, start=Totals())
