"""What came out of a spreadsheet: entries, rows held for a person, rows that are no attendance, warnings, questions."""

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from agent.model.lancamento import Lancamento

VERSION = 1


@dataclass(frozen=True, slots=True)
class Complemento:
    """What the sheet says beyond the Lancamento. Times are "HH:MM"; `padroes` names the fields filled from defaults."""

    descricao: str = ""
    hora_inicial: str = ""
    hora_final: str = ""
    grau_participacao: str = ""
    via_acesso: str = ""
    cids: tuple[str, ...] = ()
    quantidade_autorizada: int | None = None
    validade: date | None = None
    padroes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One entry read, and what the sheet says beyond it. `bloco`: its table's, as `TabelaEntendida` has it."""

    lancamento: Lancamento
    complemento: Complemento
    bloco: str = ""


@dataclass(frozen=True, slots=True)
class LinhaRejeitada:
    """A problem that holds its row back; a row with several problems appears several times.

    `linha` counts from 1, `coluna` is the heading, `celula` such as "C12" ("" in a CSV too has its letter and record).
    `duplicate_of` is the "Aba!linha" that the row repeats. `numero_autorizacao` is the row's own, where that could be
    read: it finds what else of it the sheet asks for, and is no part of the stable form.
    """

    aba: str
    linha: int
    coluna: str
    celula: str
    code: str
    motivo: str
    visto: str
    duplicate_of: str = ""
    numero_autorizacao: str = field(default="", compare=False, repr=False)

    def __str__(self) -> str:
        place = f'aba "{self.aba}", ' if self.aba else ""
        heading = f' ("{self.coluna}")' if self.coluna else ""
        return f"{place}célula {self.celula}{heading}: {self.motivo}"


@dataclass(frozen=True, slots=True)
class LinhaIgnorada:
    """A row that is no attendance (total, signature, repeated heading, another insurer), and what it shows."""

    aba: str
    linha: int
    motivo: str
    visto: str


@dataclass(frozen=True, slots=True)
class Aviso:
    """Something read that a person may want to look at; nothing is held. `linha` 0 speaks of the sheet or the file."""

    code: str
    motivo: str
    aba: str = ""
    linha: int = 0
    coluna: str = ""
    celula: str = ""
    visto: str = ""


@dataclass(frozen=True, slots=True)
class ColunaEntendida:
    """A column, the field it was taken for ("" when not used), the reason, and how sure that is, from 0 to 100."""

    letra: str
    titulo: str
    campo: str
    motivo: str
    confianca: int = 0


@dataclass(frozen=True, slots=True)
class TabelaEntendida:
    """A table as it was understood: heading's row (from 1), portal and month ("" when unknown), columns.

    `bloco` is the letter of its first column when another table stands beside it, else "". `transposta`: each service
    is a column of the sheet, and `linha` is that column's number.
    """

    aba: str
    linha_cabecalho: int
    portal: str
    competencia: str
    colunas: tuple[ColunaEntendida, ...]
    lidas: bool
    bloco: str = ""
    transposta: bool = False


@dataclass(frozen=True, slots=True)
class Pergunta:
    """What only a person can say; until then the table is not read. `code`: portal, competencia, coluna."""

    code: str
    texto: str
    aba: str = ""
    campo: str = ""
    opcoes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Leitura:
    """The reading of one file. Nothing of the sheet is in two of its lists, and no row is in none."""

    arquivo: str
    sha256: str
    itens: tuple[Item, ...] = ()
    rejeitadas: tuple[LinhaRejeitada, ...] = ()
    ignoradas: tuple[LinhaIgnorada, ...] = ()
    avisos: tuple[Aviso, ...] = ()
    colunas: tuple[TabelaEntendida, ...] = ()
    questions: tuple[Pergunta, ...] = field(default=())

    @property
    def lancamentos(self) -> tuple[Lancamento, ...]:
        """The entries, in the sheet's order."""
        return tuple(item.lancamento for item in self.itens)

    @property
    def linhas_rejeitadas(self) -> int:
        """How many rows are held back (one row may have several problems)."""
        return len({(rejeitada.aba, rejeitada.linha) for rejeitada in self.rejeitadas})

    def to_json(self) -> dict[str, Any]:
        """The stable form of `faturista conferir --json` (versao 1).

        `situacao` is "ok" or "perguntas". `lancamentos` hold the Lancamento's fields (valor_informado in centavos,
        data ISO, competencia "2026-10", origem {arquivo, aba, linha}) and `complemento`; `rejeitadas`, `ignoradas`,
        `avisos`, `tabelas` and `perguntas` are this module's records by their field names. Rows count from 1.
        """
        return {
            "versao": VERSION,
            "arquivo": self.arquivo,
            "sha256": self.sha256,
            "situacao": "perguntas" if self.questions else "ok",
            "totais": {
                "lidas": len(self.itens),
                "rejeitadas": self.linhas_rejeitadas,
                "ignoradas": len(self.ignoradas),
                "valor_centavos": sum(item.lancamento.valor_informado or 0 for item in self.itens),
            },
            "lancamentos": [_entry(item) for item in self.itens],
            "rejeitadas": [_rejected(rejeitada) for rejeitada in self.rejeitadas],
            "ignoradas": [asdict(ignorada) for ignorada in self.ignoradas],
            "avisos": [asdict(aviso) for aviso in self.avisos],
            "tabelas": [asdict(tabela) for tabela in self.colunas],
            "perguntas": [asdict(pergunta) for pergunta in self.questions],
        }


def _rejected(rejeitada: LinhaRejeitada) -> dict[str, Any]:
    return {name: value for name, value in asdict(rejeitada).items() if name != "numero_autorizacao"}


def _entry(item: Item) -> dict[str, Any]:
    entry = item.lancamento.model_dump(mode="json", exclude={"atendimento"})  # it says no more than `complemento`
    entry["competencia"] = item.lancamento.competencia.iso
    validade = item.complemento.validade
    return {**entry, "complemento": {**asdict(item.complemento), "validade": validade.isoformat() if validade else ""}}
