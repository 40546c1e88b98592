"""The pack's first sheet: the month at a glance, each figure a live formula over the other sheets, and charts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from agent.model.competencia import Competencia
from agent.model.valor import Centavos
from spreadsheets.writing.cells import Kind
from spreadsheets.writing.pack.book import Book, Region, Value, reais
from spreadsheets.writing.pack.charts import Block, write_charts
from spreadsheets.writing.pack.quick import Formula
from spreadsheets.writing.pack.report import Conta, Pack
from spreadsheets.writing.pack.sheets import CONCILIACAO, GLOSAS, LANCAMENTOS, MONEY, REPASSE, SILENT, WITHHELD
from spreadsheets.writing.report import GroupKey

RIGHT, WRONG = "confere", "NÃO CONFERE"
_AMOUNTS: Mapping[str, Callable[[Conta], Centavos]] = {
    "Informado": lambda c: c.informado,
    "Liberado": lambda c: c.liberado,
    "Glosado": lambda c: c.glosado,
    "Em recurso": lambda c: c.em_recurso,
    "Perda": lambda c: c.perda,
    "Pendente": lambda c: c.pendente,
    "Diferença": lambda c: c.diferenca,
}
_WIDTHS = (34, 12, 12, *[13] * 10)
_MOST = 12  # reasons and professionals that are told by name


def write_resumo(book: Book, sheet: Any, pack: Pack, tables: Mapping[str, Region]) -> None:
    """Fill the sheet from top to bottom: months, situations, reasons, professionals, checks, charts beside them."""
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    book.put(sheet, 0, 0, Kind.TITLE, pack.titulo)
    made = f"{pack.gerado_em:%d/%m/%Y às %H:%M}"
    book.put(sheet, 1, 0, Kind.NOTE, f"{pack.escritorio} · {pack.periodo} · gerado em {made}")
    top = 5
    months = _months(book, sheet, pack, tables, top)
    groups = _groups(book, sheet, pack, tables[LANCAMENTOS], months.last + 4)
    kinds = _situations(book, sheet, pack, tables[LANCAMENTOS], groups.last + 4)
    reasons = _reasons(book, sheet, pack, tables[GLOSAS], kinds.last + 4)
    shares = _shares(book, sheet, pack, tables[REPASSE], reasons.last + 4)
    withheld = _withheld(book, sheet, pack, tables[WITHHELD], shares.last + 4)
    last = _write_checks(book, sheet, _checks(pack, tables), withheld.last + 4)
    wrong = {"type": "cell", "criteria": "==", "value": f'"{WRONG}"', "format": book.bad}
    sheet.conditional_format(f"A4:M{last}", wrong)
    _trail(book, sheet, pack, last + 3)
    write_charts(book, sheet, groups, kinds, reasons)
    sheet.freeze_panes(4, 0)


def _months(book: Book, sheet: Any, pack: Pack, tables: Mapping[str, Region], top: int) -> Block:
    region = tables[LANCAMENTOS]
    heads = ("Clínica", "Convênio", "Competência", "Situação", *MONEY, "% glosado", "Confere")
    _heads(book, sheet, top, "Valores por competência (mês do atendimento), em reais", heads)
    first, by_key = top + 2, _sums_by_key(pack)
    for row, key in enumerate(pack.keys, start=first):
        words: tuple[tuple[Kind, Value], ...] = (
            (Kind.TEXT, pack.nome(key.clinica)),
            (Kind.TEXT, pack.nome(key.portal)),
            (Kind.MONTH, key.competencia.first_day),
            (Kind.TEXT, pack.situacoes.get(key, "")),
        )
        sums = by_key[key]
        figures = [(Kind.MONEY, Formula(_by_key(region, name, row), reais(sums[name]))) for name in MONEY]
        _line(book, sheet, row, (*words, *figures, *_derived(row, sums)))
    last = first + max(len(pack.keys), 1) - 1
    total = _sum(pack.contas)
    summed = [
        (Kind.TOTAL_MONEY, Formula(f"SUM({_letter(4 + n)}{first}:{_letter(4 + n)}{last})", reais(total[name])))
        for n, name in enumerate(MONEY)
    ]
    blank: list[tuple[Kind, Value]] = [(Kind.TOTAL_TEXT, "Total"), *[(Kind.TOTAL_TEXT, None)] * 3]
    percent, check = _derived(last + 1, total)
    _line(book, sheet, last + 1, (*blank, *summed, (Kind.TOTAL_PERCENT, percent[1]), check))
    return Block(first, last)


def _derived(row: int, sums: Mapping[str, Centavos]) -> tuple[tuple[Kind, Value], tuple[Kind, Value]]:
    lost = sums["Glosado"] + sums["Em recurso"] + sums["Perda"]
    share = Decimal(lost) / sums["Informado"] if sums["Informado"] else Decimal()
    whole = sums["Informado"] == sum(sums[name] for name in MONEY[1:])
    percent = Formula(f"IF(E{row}=0,0,(G{row}+H{row}+I{row})/E{row})", share)
    check = Formula(f'IF(ROUND(E{row}-SUM(F{row}:K{row}),2)=0,"{RIGHT}","{WRONG}")', RIGHT if whole else WRONG)
    return (Kind.PERCENT, percent), (Kind.CHECK, check)


def _groups(book: Book, sheet: Any, pack: Pack, region: Region, top: int) -> Block:
    """What the chart shows: month by month, or in a pack of one month insurer by insurer."""
    months = sorted({key.competencia for key in pack.keys})
    by_month = len(months) > 1
    heading = "Competência" if by_month else "Convênio"
    _heads(book, sheet, top, "Mês a mês" if by_month else "Por convênio", (heading, *MONEY[1:6]))
    names = months if by_month else sorted({key.portal for key in pack.keys})
    for row, name in enumerate(names, start=top + 2):
        mine = [c for c in pack.contas if name in (c.item.key.competencia, c.item.key.portal)]
        shown: tuple[Kind, Value] = (Kind.TEXT, pack.nome(str(name)))
        if isinstance(name, Competencia):
            shown = (Kind.MONTH, name.first_day)
        sums = [_sumif(region, money, heading, row, mine) for money in MONEY[1:6]]
        _line(book, sheet, row, (shown, *sums))
    return Block(top + 2, top + 1 + max(len(names), 1))


def _situations(book: Book, sheet: Any, pack: Pack, region: Region, top: int) -> Block:
    names = sorted({conta.situacao for conta in pack.contas})
    _heads(book, sheet, top, "O que aconteceu com cada lançamento", ("Situação", "Quantidade", "Informado"))
    for row, name in enumerate(names, start=top + 2):
        mine = [conta for conta in pack.contas if conta.situacao == name]
        count = Formula(f"COUNTIFS({region.of('Situação')},$A{row})", len(mine))
        _line(
            book,
            sheet,
            row,
            ((Kind.TEXT, name), (Kind.COUNT, count), _sumif(region, "Informado", "Situação", row, mine)),
        )
    return Block(top + 2, top + 1 + max(len(names), 1))


def _reasons(book: Book, sheet: Any, pack: Pack, region: Region, top: int) -> Block:
    found: dict[str, Centavos] = {}
    for glosa in pack.glosas:
        words = glosa.motivo or "sem motivo informado"
        found[words] = found.get(words, 0) + glosa.inicial
    names = sorted(found, key=lambda name: (-found[name], name))[:_MOST]
    _heads(book, sheet, top, "Por que foi glosado (glosa inicial)", ("Motivo", "Valor", "Quantidade"))
    for row, name in enumerate(names, start=top + 2):
        count = sum((g.motivo or "sem motivo informado") == name for g in pack.glosas)
        valor = Formula(f"SUMIFS({region.of('Glosa inicial')},{region.of('Motivo')},$A{row})", reais(found[name]))
        many = Formula(f"COUNTIFS({region.of('Motivo')},$A{row})", count)
        _line(book, sheet, row, ((Kind.TEXT, name), (Kind.MONEY, valor), (Kind.COUNT, many)))
    return Block(top + 2, top + 1 + max(len(names), 1))


def _shares(book: Book, sheet: Any, pack: Pack, region: Region, top: int) -> Block:
    found: dict[str, list[Centavos]] = {}
    for share in pack.repasses:
        base, valor = found.setdefault(share.profissional, [0, 0])
        found[share.profissional] = [base + share.base, valor + share.valor]
    names = sorted(found)
    heads = ("Profissional", "Base", "Repasse")
    _heads(book, sheet, top, "Repasse por profissional", heads)
    for row, name in enumerate(names, start=top + 2):
        cells: list[tuple[Kind, Value]] = [(Kind.TEXT, name)]
        for heading, valor in zip(("Base", "Repasse"), found[name], strict=True):
            text = f"SUMIFS({region.of(heading)},{region.of('Profissional')},$A{row})"
            cells.append((Kind.MONEY, Formula(text, reais(valor))))
        _line(book, sheet, row, cells)
    return Block(top + 2, top + 1 + max(len(names), 1))


def _withheld(book: Book, sheet: Any, pack: Pack, region: Region, top: int) -> Block:
    """What payments were less or more than their items, by kind."""
    found: dict[str, Centavos] = {}
    for each in pack.retencoes:
        found[each.tipo] = found.get(each.tipo, 0) + each.valor
    _heads(book, sheet, top, "Deduções do pagamento (do demonstrativo)", ("Tipo", "Valor", "Quantidade"))
    for row, name in enumerate(sorted(found), start=top + 2):
        count = sum(each.tipo == name for each in pack.retencoes)
        valor = Formula(f"SUMIFS({region.of('Valor')},{region.of('Tipo')},$A{row})", reais(found[name]))
        many = Formula(f"COUNTIFS({region.of('Tipo')},$A{row})", count)
        _line(book, sheet, row, ((Kind.TEXT, name), (Kind.MONEY, valor), (Kind.COUNT, many)))
    first, last = top + 2, top + 1 + max(len(found), 1)
    total = Formula(f"SUM(B{first}:B{last})", reais(sum(found.values())))
    _line(book, sheet, last + 1, ((Kind.TOTAL_TEXT, "Total"), (Kind.TOTAL_MONEY, total)))
    return Block(first, last + 1)


def _checks(pack: Pack, tables: Mapping[str, Region]) -> list[tuple[str, Formula, Formula]]:
    """What must agree between sheets: its words, and both sides as formula and centavos."""
    entries, ties = tables[LANCAMENTOS], tables[CONCILIACAO]
    glosas, silent = tables[GLOSAS], tables[SILENT]
    total = _sum(pack.contas)
    parts = "+".join(_whole(entries, name) for name in MONEY[1:])
    live = [tie for tie in pack.ligacoes if not tie.proposta]
    unpaid = total["Liberado"] - sum(tie.liberado for tie in live)
    refused = sum(total[name] for name in ("Glosado", "Em recurso", "Perda"))
    lost = "+".join(_whole(entries, name) for name in ("Glosado", "Em recurso", "Perda"))
    listed = "+".join(_whole(glosas, name) for name in ("Glosado", "Em recurso", "Perda"))
    answered = f"{_whole(ties, 'Liberado')}+{reais(unpaid)}" if unpaid else _whole(ties, "Liberado")
    return [
        _check("Informado = a soma das partes", (_whole(entries, "Informado"), total["Informado"]),
               (parts, sum(total[name] for name in MONEY[1:]))),
        _check("Liberado = o que as linhas do retorno pagam" + (" + recursos ganhos a receber" if unpaid else ""),
               (_whole(entries, "Liberado"), total["Liberado"]),
               (answered, sum(tie.liberado for tie in live) + unpaid)),
        _check("Glosado + em recurso + perda = Glosas e recursos", (lost, refused),
               (listed, sum(g.glosado + g.em_recurso + g.perda for g in pack.glosas))),
        _check("Pendente = Sem retorno", (_whole(entries, "Pendente"), total["Pendente"]),
               (_whole(silent, "Pendente"), sum(s.valor for s in pack.sem_retorno))),
    ]  # fmt: skip


def _check(words: str, left: tuple[str, Centavos], right: tuple[str, Centavos]) -> tuple[str, Formula, Formula]:
    return words, Formula(left[0], reais(left[1])), Formula(right[0], reais(right[1]))


def _write_checks(book: Book, sheet: Any, checks: Sequence[tuple[str, Formula, Formula]], top: int) -> int:
    _heads(book, sheet, top, "Conferência", ("O que deve fechar", "De um lado", "Do outro", "Resta", "Confere"))
    for row, (words, left, right) in enumerate(checks, start=top + 2):
        rest = Decimal(left.value) - Decimal(right.value)
        told = Formula(f'IF(D{row}=0,"{RIGHT}","{WRONG}")', WRONG if rest else RIGHT)
        between = Formula(f"ROUND(B{row}-C{row},2)", rest)
        cells = ((Kind.LONG, words), (Kind.MONEY, left), (Kind.MONEY, right), (Kind.MONEY, between), (Kind.CHECK, told))
        sheet.set_row(row - 1, 27)
        _line(book, sheet, row, cells)
    return top + 1 + len(checks)


def _trail(book: Book, sheet: Any, pack: Pack, top: int) -> None:
    book.put(sheet, top - 1, 0, Kind.SECTION, "Prova")
    told = f"{pack.eventos} eventos no livro; resumo da corrente: {pack.ancora}"
    book.put(sheet, top, 0, Kind.NOTE, f"{told}. Confira com: faturista auditar --ancora {pack.ancora}")


def _heads(book: Book, sheet: Any, top: int, section: str, headings: Sequence[str]) -> None:
    book.put(sheet, top - 1, 0, Kind.SECTION, section)
    sheet.set_row(top, 28)
    for column, heading in enumerate(headings):
        book.put(sheet, top, column, Kind.HEADING, heading)


def _line(book: Book, sheet: Any, row: int, cells: Iterable[tuple[Kind, Value]]) -> None:
    """`row` as Excel counts it."""
    for column, (kind, value) in enumerate(cells):
        book.put(sheet, row - 1, column, kind, value)


def _sum(contas: Iterable[Conta]) -> dict[str, Centavos]:
    mine = list(contas)
    return {name: sum(of(conta) for conta in mine) for name, of in _AMOUNTS.items()}


def _sums_by_key(pack: Pack) -> dict[GroupKey, dict[str, Centavos]]:
    found = {key: dict.fromkeys(_AMOUNTS, 0) for key in pack.keys}
    for conta in pack.contas:
        sums = found[conta.item.key]
        for name, of in _AMOUNTS.items():
            sums[name] += of(conta)
    return found


def _sumif(region: Region, heading: str, by: str, row: int, contas: Iterable[Conta]) -> tuple[Kind, Value]:
    text = f"SUMIFS({region.of(heading)},{region.of(by)},$A{row})"
    return Kind.MONEY, Formula(text, reais(_sum(contas)[heading]))


def _by_key(region: Region, heading: str, row: int) -> str:
    keys = (("Clínica", f"$A{row}"), ("Convênio", f"$B{row}"), ("Competência", f"$C{row}"))
    return f"SUMIFS({region.of(heading)}," + ",".join(f"{region.of(h)},{cell}" for h, cell in keys) + ")"


def _whole(region: Region, heading: str) -> str:
    return f"SUM({region.of(heading)})"


def _letter(column: int) -> str:
    return str(xl_col_to_name(column))
