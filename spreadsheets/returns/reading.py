"""An insurer's spreadsheet or CSV as a Demonstrativo: headings found by name, every row read or the file refused."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from pathlib import Path

import mappings
from agent.model.competencia import Competencia
from agent.model.demonstrativo import Demonstrativo, LinhaRetorno
from agent.model.errors import ConfigError, InputError, SheetNotRecognised
from agent.model.registro import Evidence
from agent.model.valor import Centavos, read_valor
from mappings.wording import fold
from spreadsheets.reading.grid import Grid, Raw, column_letter, is_blank, shown
from spreadsheets.reading.opening import open_grids

_NEEDED = ("numero_autorizacao", "codigo_procedimento", "data", "valor_informado", "valor_liberado")
_OPTIONAL = ("motivo", "movimento", "protocolo", "dente", "faces", "beneficiario")
_FIELDS = (*_NEEDED, "quantidade", "valor_glosa", *_OPTIONAL, "numero_carteira")
_LOOK = 25
_TOTAL = re.compile(r"(sub)?total\b")


@dataclass(frozen=True, slots=True)
class _Table:
    grid: Grid
    heading: int
    columns: Mapping[str, int]


def read_return(
    content: bytes, name: str, *, portal: str, competencia: Competencia, own: Path | None = None
) -> Demonstrativo:
    """The lines of an insurer's file. `own`: the office's names for its columns, which win over the product's.

    valor_glosa is informado less liberado where the file is silent. The totals are the file's total row where it has
    one, so that a file that does not add up is refused later; else the sums.
    Raises SheetUnreadable, SheetNotRecognised, ConfigError for what `own` says wrongly,
    InputError with the cell of the first value that cannot be read.
    """
    words = _words(own)
    tables = [table for grid in open_grids(content, name) if (table := _find(grid, words)) is not None]
    if not tables:
        raise SheetNotRecognised(
            "Nenhuma tabela de retorno foi reconhecida.",
            where=name,
            do="A tabela precisa de colunas de autorização, código, data, informado e liberado. Diga como o convênio"
            f" as chama em mapeamentos/retorno-{portal}.toml.",
        )
    linhas: list[LinhaRetorno] = []
    totals: list[tuple[Centavos, Centavos]] = []
    for table in tables:
        for row in range(table.heading + 1, len(table.grid.rows)):
            _take(table, row, linhas, totals, name)
    informado = sum(line.valor_informado for line in linhas)
    liberado = sum(line.valor_liberado for line in linhas)
    if totals and len(tables) == 1:
        informado, liberado = totals[-1]
    kind = name.rpartition(".")[2].lower() or "csv"
    return Demonstrativo(
        portal,
        competencia,
        tuple(linhas),
        informado,
        liberado,
        informado - liberado,
        (Evidence(kind if kind.isalnum() else "csv", "planilha de retorno", content),),
    )


def _words(own: Path | None) -> dict[str, str]:
    """Folded heading to field."""
    files = [Path(mappings.__file__).parent / "retorno.toml", *([own] if own is not None and own.is_file() else [])]
    found: dict[str, str] = {}
    for file in files:
        for field, names in _named(file).items():
            found |= {fold(name): field for name in names}
    return found


def _named(file: Path) -> dict[str, list[str]]:
    """Field to the names of its column. Raises ConfigError with the file, and the line or every wrong key."""
    try:
        told = tomllib.loads(file.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise ConfigError(["o arquivo não está em UTF-8. Salve-o como UTF-8."], where=str(file)) from None
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+), column (\d+)", str(error))
        place = f"linha {at[1]}, coluna {at[2]}" if at else "no fim do arquivo"
        hint = 'Confira aspas, colchetes e se a chave não foi escrita duas vezes: valor_liberado = ["vai receber"].'
        raise ConfigError([f"{place}: o texto não segue a escrita TOML. {hint}"], where=str(file)) from None
    if wrong := [sentence for field, names in told.items() if (sentence := _misnamed(field, names))]:
        raise ConfigError(wrong, where=str(file))
    return told


def _misnamed(field: str, names: object) -> str:
    """Why a line of the file cannot be followed (pt-BR); "" when it can."""
    if field not in _FIELDS:
        near = get_close_matches(field, _FIELDS, n=1)
        meant = f' Você quis dizer "{near[0]}"?' if near else ""
        return f'a chave "{field}" não existe.{meant} Há: {", ".join(_FIELDS)}.'
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return f'"{field}" é uma lista de nomes de coluna, cada um entre aspas: {field} = ["nome da coluna"].'
    return ""


def _find(grid: Grid, words: Mapping[str, str]) -> _Table | None:
    for number, row in enumerate(grid.rows[:_LOOK]):
        columns: dict[str, int] = {}
        for index, raw in enumerate(row):
            field = words.get(fold(shown(raw)))
            if field is not None:
                columns.setdefault(field, index)
        if all(field in columns for field in _NEEDED):
            return _Table(grid, number, columns)
    return None


def _take(
    table: _Table, row: int, linhas: list[LinhaRetorno], totals: list[tuple[Centavos, Centavos]], name: str
) -> None:
    cells = list(table.grid.rows[row])
    if all(is_blank(raw) for raw in cells):
        return
    read = _Row(table, row, name)
    if any(_TOTAL.match(fold(shown(raw))) for raw in cells if isinstance(raw, str)):
        totals.append((read.money("valor_informado"), read.money("valor_liberado")))
        return
    informado, liberado = read.money("valor_informado"), read.money("valor_liberado")
    linhas.append(
        LinhaRetorno(
            linha=row + 1,
            numero_autorizacao=read.code("numero_autorizacao"),
            codigo_procedimento=read.code("codigo_procedimento"),
            data=read.day("data"),
            quantidade=read.count("quantidade"),
            valor_informado=informado,
            valor_liberado=liberado,
            valor_glosa=read.money("valor_glosa") if read.has("valor_glosa") else informado - liberado,
            **{field: read.text(field) for field in _OPTIONAL},
            numero_carteira=read.number("numero_carteira"),
        )
    )


class _Row:
    """One row, each value read or refused with its cell."""

    def __init__(self, table: _Table, row: int, name: str) -> None:
        self._table, self._row, self._name = table, row, name

    def has(self, field: str) -> bool:
        """Whether the file tells it in this row."""
        return not is_blank(self._raw(field))

    def text(self, field: str) -> str:
        """As shown; "" where the file has no such column."""
        return shown(self._raw(field)).strip() if self.has(field) else ""

    def code(self, field: str) -> str:
        """Text with its leading zeros; a number that lost its shape is shown whole. Never empty."""
        text = self.number(field)
        if not text:
            raise self._refuse(field, "está vazia")
        return text.zfill(self._table.grid.zero_width.get((self._row, self._table.columns[field]), 0))

    def number(self, field: str) -> str:
        """A number as shown, without the ".0" of a cell that lost its shape; "" where the file is silent."""
        return re.sub(r"\.0$", "", self.text(field))

    def count(self, field: str) -> int:
        """A whole number; 1 where the file is silent."""
        text = re.sub(r"[.,]0+$", "", self.text(field)) or "1"
        if not text.isdigit():
            raise self._refuse(field, "não é uma quantidade")
        return int(text)

    def day(self, field: str) -> date:
        """A date cell, or dd/mm/aaaa."""
        raw = self._raw(field)
        if isinstance(raw, datetime):
            return raw.date()
        if isinstance(raw, date):
            return raw
        for form in ("%d/%m/%Y", "%Y-%m-%d", "%d/%m/%Y %H:%M:%S"):
            try:
                return datetime.strptime(shown(raw).strip(), form).date()  # noqa: DTZ007 - a calendar day
            except ValueError:
                continue
        raise self._refuse(field, "não é uma data dd/mm/aaaa")

    def money(self, field: str) -> Centavos:
        """A number cell, "1.234,56" or "1234.56" into centavos; nothing is rounded."""
        raw = self._raw(field)
        if is_blank(raw):
            return 0
        try:
            valor = Decimal(str(raw)) if not isinstance(raw, str) else _decimal(raw)
        except (InvalidOperation, ValueError):
            raise self._refuse(field, "não é um valor em reais") from None
        cents = round(valor, 6) * 100
        if cents != cents.to_integral_value():
            raise self._refuse(field, "tem fração de centavo")
        return int(cents)

    def _raw(self, field: str) -> Raw:
        column = self._table.columns.get(field)
        return None if column is None else self._table.grid.at(self._row, column)

    def _refuse(self, field: str, why: str) -> InputError:
        column = self._table.columns.get(field, 0)
        cell = f"{column_letter(column)}{self._row + 1}"
        return InputError(
            f"a célula {cell} {why}: {shown(self._raw(field))!r}",
            where=f"{self._name}, {self._table.grid.aba}" if self._table.grid.aba else self._name,
            do="Nada foi lido deste arquivo. Corrija a célula, ou peça o arquivo de novo ao convênio.",
        )


def _decimal(text: str) -> Decimal:
    bare = text.replace("R$", "").strip()
    if re.fullmatch(r"-?\d+\.\d{1,2}", bare):
        return Decimal(bare)
    return Decimal(read_valor(bare)) / 100
