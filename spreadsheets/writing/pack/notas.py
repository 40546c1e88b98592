"""The sheet Notas e banco: what was released, invoiced, held back and received, side by side for each month."""

from collections import Counter, defaultdict
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from agent.model.valor import Centavos
from spreadsheets.writing.cells import Kind
from spreadsheets.writing.pack.book import FIRST, Book, Column, Region, reais
from spreadsheets.writing.pack.quick import Formula
from spreadsheets.writing.pack.report import DEDUCOES, Nota, Pack
from spreadsheets.writing.report import GroupKey


def write_notas(book: Book, sheet: Any, pack: Pack, retorno: Region, name: str) -> None:
    """One row for each clinic, insurer and month of return; then each deposit. Competência and caixa never mix."""
    keys = _keys(pack)
    first_deposit = FIRST + max(len(keys), 1) + 3
    banks = Region(name, (), len(pack.depositos)), first_deposit
    columns = _columns(pack, retorno, banks)
    note = "Liberado no retorno da competência × notas fiscais × o que caiu no banco (caixa)."
    book.table(sheet, columns, list(enumerate(keys)), title=name, note=note)
    _write_deposits(book, sheet, pack, first_deposit)
    sheet.print_area(0, 0, first_deposit + 2 + len(pack.depositos), len(columns) - 1)


def _keys(pack: Pack) -> list[GroupKey]:
    keys = {line.item.key for line in pack.retornos} | {nota.key for nota in pack.notas}
    return sorted(keys | {deposito.key for deposito in pack.depositos})


def _columns(pack: Pack, retorno: Region, banks: tuple[Region, int]) -> list[Column[tuple[int, GroupKey]]]:
    released: Counter[GroupKey] = Counter()
    for line in pack.retornos:
        released[line.item.key] += line.liberado
    notas: dict[GroupKey, list[Nota]] = defaultdict(list)
    for nota in pack.notas:
        notas[nota.key].append(nota)
    received: Counter[GroupKey] = Counter()
    for deposito in pack.depositos:
        received[deposito.key] += deposito.valor

    def net(key: GroupKey) -> Centavos:
        return sum(nota.valor - sum(nota.deducoes) for nota in notas[key])

    def deducted(key: GroupKey, place: int) -> Centavos:
        return sum(nota.deducoes[place] for nota in notas[key])

    money = Kind.MONEY
    columns: list[Column[tuple[int, GroupKey]]] = [
        Column("Clínica", 28, Kind.TEXT, lambda r: pack.nome(r[1].clinica)),
        Column("Convênio", 12, Kind.TEXT, lambda r: pack.nome(r[1].portal)),
        Column("Competência", 12, Kind.MONTH, lambda r: r[1].competencia.first_day),
        Column(
            "Liberado no retorno",
            13,
            money,
            lambda r: Formula(_sumifs(retorno, "Liberado", r[0]), reais(released[r[1]])),
            totalled=True,
        ),
        Column("NF(s)", 14, Kind.TEXT, lambda r: ", ".join(nota.numero for nota in notas[r[1]])),
        Column("Notas", 12, money, lambda r: sum(nota.valor for nota in notas[r[1]]), totalled=True),
        Column(
            "Notas − liberado",
            12,
            money,
            lambda r: Formula(f"F{_row(r)}-D{_row(r)}", reais(sum(n.valor for n in notas[r[1]]) - released[r[1]])),
            totalled=True,
        ),
    ]
    columns += [
        Column(title, 10, money, lambda r, place=place: deducted(r[1], place), totalled=True)  # type: ignore[misc]
        for place, title in enumerate(DEDUCOES)
    ]
    columns += [
        Column(
            "Líquido a receber",
            13,
            money,
            lambda r: Formula(f"F{_row(r)}-SUM(H{_row(r)}:M{_row(r)})", reais(net(r[1]))),
            totalled=True,
        ),
        Column(
            "Banco (caixa)",
            13,
            money,
            lambda r: Formula(_deposits(banks, r[0]), reais(received[r[1]])),
            totalled=True,
        ),
        Column(
            "Falta receber",
            13,
            money,
            lambda r: Formula(f"N{_row(r)}-O{_row(r)}", reais(net(r[1]) - received[r[1]])),
            totalled=True,
        ),
    ]
    return columns


def _row(row: tuple[int, GroupKey]) -> int:
    return FIRST + 1 + row[0]


def _sumifs(table: Region, heading: str, place: int) -> str:
    row = FIRST + 1 + place
    keys = (("Clínica", f"$A{row}"), ("Convênio", f"$B{row}"), ("Competência", f"$C{row}"))
    return f"SUMIFS({table.of(heading)}," + ",".join(f"{table.of(h)},{cell}" for h, cell in keys) + ")"


def _deposits(banks: tuple[Region, int], place: int) -> str:
    region, first = banks
    row, last = FIRST + 1 + place, first + 2 + max(region.rows, 1)

    def of(column: int) -> str:
        letter = xl_col_to_name(column)
        return f"'{region.sheet}'!${letter}${first + 3}:${letter}${last}"

    return f"SUMIFS({of(5)},{of(0)},$A{row},{of(1)},$B{row},{of(2)},$C{row})"


def _write_deposits(book: Book, sheet: Any, pack: Pack, first: int) -> None:
    """Below the table: each deposit by its own day, whatever the month it pays."""
    book.put(sheet, first, 0, Kind.SECTION, "Depósitos no banco, pelo dia em que caíram (caixa)")
    heads = ("Clínica", "Convênio", "Competência paga", "Dia", "Histórico", "Valor")
    sheet.set_row(first + 1, 28)
    for column, heading in enumerate(heads):
        book.put(sheet, first + 1, column, Kind.HEADING, heading)
    for row, deposito in enumerate(pack.depositos, start=first + 2):
        book.put(sheet, row, 0, Kind.TEXT, pack.nome(deposito.key.clinica))
        book.put(sheet, row, 1, Kind.TEXT, pack.nome(deposito.key.portal))
        book.put(sheet, row, 2, Kind.MONTH, deposito.key.competencia.first_day)
        book.put(sheet, row, 3, Kind.DATE, deposito.data)
        book.put(sheet, row, 4, Kind.TEXT, deposito.historico)
        book.put(sheet, row, 5, Kind.MONEY, reais(deposito.valor))
    if not pack.depositos:
        book.put(sheet, first + 2, 0, Kind.NOTE, "Nenhum depósito em contas/banco.csv.")
