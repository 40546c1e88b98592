"""What the insurer answered: one line per item, informado = liberado + glosa at every level."""

from dataclasses import dataclass, field
from datetime import date

from agent.model.competencia import Competencia
from agent.model.registro import Evidence
from agent.model.valor import Centavos


@dataclass(frozen=True, slots=True)
class LinhaRetorno:
    """One item of a return. Amounts in centavos; `motivo` in the insurer's own words ("" when nothing was refused).

    `linha` counts the report's rows from 1; `movimento` is the portal's row number where it shows one.
    `beneficiario` and `numero_carteira`, where the source shows them, are no part of what the line is: two lines
    compare without them, no repr tells them, and the ledger keeps them apart, to be erased.
    """

    linha: int
    numero_autorizacao: str
    codigo_procedimento: str
    data: date
    quantidade: int
    valor_informado: Centavos
    valor_liberado: Centavos
    valor_glosa: Centavos
    motivo: str = ""
    movimento: str = ""
    protocolo: str = ""
    dente: str = ""
    faces: str = ""
    beneficiario: str = field(default="", compare=False, repr=False)
    numero_carteira: str = field(default="", compare=False, repr=False)

    @property
    def balances(self) -> bool:
        """informado = liberado + glosa."""
        return self.valor_informado == self.valor_liberado + self.valor_glosa


@dataclass(frozen=True, slots=True)
class Deducao:
    """What a payment was less (`valor` < 0: IRRF, ISS, …) or more than its items, in centavos.

    `demonstrativo` is the number of the statement of payment, `data` the day of the payment; `tipo` is the standard's
    word, `texto` the insurer's own. `protocolo` and `numero_autorizacao` are of the first guia that the payment covers.
    """

    demonstrativo: str
    data: date
    tipo: str
    texto: str
    valor: Centavos
    protocolo: str = ""
    numero_autorizacao: str = ""


@dataclass(frozen=True, slots=True)
class Lembrete:
    """What only a person does once a document is there: `prova` is the evidence's name, `texto` is pt-BR."""

    prova: str
    texto: str


@dataclass(frozen=True, slots=True)
class Demonstrativo:
    """A month's return, as read once; the totals are what the report itself prints, in centavos.

    `protocolos` are those of which it holds every line: it speaks for them, whoever told them before. `deducoes` stand
    beside the lines: they are of the payment, not of an item. `pagamentos` are the numbers of the statements of payment
    that it holds, those without deductions too. `avisos` are what a person should look at (pt-BR, no patient),
    `lembretes` what a person does once, when a document is first seen.
    """

    portal: str
    competencia: Competencia
    linhas: tuple[LinhaRetorno, ...]
    total_informado: Centavos
    total_liberado: Centavos
    total_glosa: Centavos
    evidence: tuple[Evidence, ...]
    deducoes: tuple[Deducao, ...] = ()
    pagamentos: tuple[str, ...] = ()
    protocolos: tuple[str, ...] = ()
    avisos: tuple[str, ...] = ()
    lembretes: tuple[Lembrete, ...] = ()

    @property
    def balances(self) -> bool:
        """Whether every line and the three totals add up; otherwise it is refused as evidence."""
        return (
            all(linha.balances for linha in self.linhas)
            and self.total_informado == sum(linha.valor_informado for linha in self.linhas)
            and self.total_liberado == sum(linha.valor_liberado for linha in self.linhas)
            and self.total_glosa == sum(linha.valor_glosa for linha in self.linhas)
        )


@dataclass(frozen=True, slots=True)
class SemRetorno:
    """The portal has no return for the month yet; `text` is what it said."""

    text: str
