"""The pack's first sheet: the month at a glance, each figure a live formula over the other sheets, and charts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from agent.model.competencia import Competencia
from agent.model.valor import Centavos
from spreadsheets.writing.blocks import Block, Blocks, Line
from spreadsheets.writing.book import Book, reais
from spreadsheets.writing.cells import Formula, Kind, Value
from spreadsheets.writing.checks import WRONG, check
from spreadsheets.writing.fitting import text_width
from spreadsheets.writing.looks import ALARM
from spreadsheets.writing.pack.charts import write_charts
from spreadsheets.writing.pack.report import Conta, Pack
from spreadsheets.writing.pack.tabs import CONCILIACAO, GLOSAS, LANCAMENTOS, MONEY, REPASSE, SILENT, WITHHELD
from spreadsheets.writing.report import GroupKey
from spreadsheets.writing.table import Region

_AMOUNTS: Mapping[str, Callable[[Conta], Centavos]] = {
    "Informado": lambda c: c.informado,
    "Liberado": lambda c: c.liberado,
    "Glosado": lambda c: c.glosado,
    "Em recurso": lambda c: c.em_recurso,
    "Perda": lambda c: c.perda,
    "Pendente": lambda c: c.pendente,
    "Diferença": lambda c: c.diferenca,
}
_NAMES = (34.0, 44.0)  # what the first column takes at least and at most
_WIDTHS = (12.0, 12.0, *[13.0] * 10)
_FIRST_BLOCK = 4
_MOST = 12  # reasons and professionals that are told by name
_TOTAL: Line = ((Kind.TOTAL_TEXT, "Total"),)
_UNSAID = "sem motivo informado"


def write_resumo(book: Book, sheet: Any, pack: Pack, tables: Mapping[str, Region]) -> None:
    """Fill the sheet from top to bottom: months, situations, reasons, professionals, checks, charts beside them."""
    book.put(sheet, 0, 0, Kind.TITLE, pack.titulo)
    made = f"{pack.gerado_em:%d/%m/%Y às %H:%M}"
    book.put(sheet, 1, 0, Kind.NOTE, f"{pack.escritorio} · {pack.periodo} · gerado em {made}")
    names = text_width(pack.nome(key.clinica) for key in pack.keys)
    blocks = Blocks(book, sheet, (max(_NAMES[0], min(names, _NAMES[1])), *_WIDTHS), _FIRST_BLOCK)
    _months(blocks, pack, tables[LANCAMENTOS])
    if pack.mudancas:
        _changes(blocks, pack, tables[LANCAMENTOS])
    top = blocks.next
    groups = _groups(blocks, pack, tables[LANCAMENTOS])
    _situations(blocks, pack, tables[LANCAMENTOS])
    below = blocks.next
    reasons = _reasons(blocks, pack, tables[GLOSAS])
    _shares(blocks, pack, tables[REPASSE])
    _withheld(blocks, pack, tables[WITHHELD])
    _write_checks(blocks, _checks(pack, tables))
    _trail(blocks, pack)
    book.colour(sheet, f"A{_FIRST_BLOCK}:M{blocks.last}", WRONG, ALARM)
    write_charts(book, blocks, (groups, top) if pack.contas else None, (reasons, below) if pack.glosas else None)
    blocks.set_up_pages()
    sheet.freeze_panes(2, 0)


def _months(blocks: Blocks, pack: Pack, region: Region) -> None:
    heads = ("Clínica", "Convênio", "Competência", "Situação", *MONEY, "% glosado", "Confere")
    first, by_key = blocks.next + 2, _sums_by_key(pack)
    lines: list[Line] = []
    for row, key in enumerate(pack.keys, start=first):
        words: Line = (
            (Kind.TEXT, pack.nome(key.clinica)),
            (Kind.TEXT, pack.nome(key.portal)),
            (Kind.MONTH, key.competencia.first_day),
            (Kind.TEXT, pack.situacoes.get(key, "")),
        )
        sums = by_key[key]
        figures = [(Kind.MONEY, Formula(_by_key(region, name, row), reais(sums[name]))) for name in MONEY]
        lines.append((*words, *figures, *_derived(row, sums)))
    section = "Valores por competência (mês do atendimento), em reais"
    block = blocks.write(section, heads, lines, "Nenhum lançamento neste período.")
    if not lines:
        return
    total = _sum(pack.contas)
    summed = [
        (Kind.TOTAL_MONEY, Formula(f"SUM({letter}{first}:{letter}{block.last})", reais(total[name])))
        for letter, name in zip("EFGHIJK", MONEY, strict=True)
    ]
    percent, told = _derived(block.last + 1, total)
    blocks.total((*_TOTAL, *[(Kind.TOTAL_TEXT, None)] * 3, *summed, (Kind.TOTAL_PERCENT, percent[1]), told))


def _changes(blocks: Blocks, pack: Pack, region: Region) -> None:
    """What an accountant who signed a month must hear: the figures are as known today, and these moved since."""
    lines: list[Line] = []
    for row, each in enumerate(pack.mudancas, start=blocks.next + 2):
        moved = each.agora - each.na_auditoria
        lines.append(
            (
                (Kind.TEXT, pack.nome(each.key.clinica)),
                (Kind.TEXT, pack.nome(each.key.portal)),
                (Kind.MONTH, each.key.competencia.first_day),
                (Kind.TEXT, each.conta),
                (Kind.MONEY, reais(each.na_auditoria)),
                (Kind.MONEY, Formula(_by_key(region, each.conta, row), reais(each.agora))),
                (Kind.MONEY, Formula(f"F{row}-E{row}", reais(moved))),
                (Kind.TEXT, f"{each.em:%d/%m/%Y}, {each.quem}"),
            )
        )
    heads = ("Clínica", "Convênio", "Competência", "Conta", "Na auditoria", "Agora", "Mudou", "Auditada em, por")
    blocks.write("Mudou depois da auditoria (retornos e decisões de depois), em reais", heads, lines, "")


def _derived(row: int, sums: Mapping[str, Centavos]) -> tuple[tuple[Kind, Value], tuple[Kind, Value]]:
    lost = sums["Glosado"] + sums["Em recurso"] + sums["Perda"]
    share = Decimal(lost) / sums["Informado"] if sums["Informado"] else Decimal()
    whole = sums["Informado"] == sum(sums[name] for name in MONEY[1:])
    percent = Formula(f"IF(E{row}=0,0,(G{row}+H{row}+I{row})/E{row})", share)
    told = check(f"ROUND(E{row}-SUM(F{row}:K{row}),2)=0", holds=whole)
    return (Kind.PERCENT, percent), (Kind.CHECK, told)


def _groups(blocks: Blocks, pack: Pack, region: Region) -> Block:
    """What the chart shows: month by month, or in a pack of one month insurer by insurer."""
    months = sorted({key.competencia for key in pack.keys})
    by_month = len(months) > 1
    heading = "Competência" if by_month else "Convênio"
    names = months if by_month else sorted({key.portal for key in pack.keys})
    lines: list[Line] = []
    for row, name in enumerate(names, start=blocks.next + 2):
        mine = [c for c in pack.contas if name in (c.item.key.competencia, c.item.key.portal)]
        shown: tuple[Kind, Value] = (Kind.TEXT, pack.nome(str(name)))
        if isinstance(name, Competencia):
            shown = (Kind.MONTH, name.first_day)
        lines.append((shown, *(_sumif(region, money, heading, row, mine) for money in MONEY[1:6])))
    section = "Mês a mês" if by_month else "Por convênio"
    return blocks.write(section, (heading, *MONEY[1:6]), lines, "Nenhum lançamento.")


def _situations(blocks: Blocks, pack: Pack, region: Region) -> None:
    lines: list[Line] = []
    for row, name in enumerate(sorted({conta.situacao for conta in pack.contas}), start=blocks.next + 2):
        mine = [conta for conta in pack.contas if conta.situacao == name]
        count = Formula(f"COUNTIFS({region.of('Situação')},$A{row})", len(mine))
        lines.append(((Kind.TEXT, name), (Kind.COUNT, count), _sumif(region, "Informado", "Situação", row, mine)))
    heads = ("Situação", "Quantidade", "Informado")
    blocks.write("O que aconteceu com cada lançamento", heads, lines, "Nenhum lançamento.")


def _reasons(blocks: Blocks, pack: Pack, region: Region) -> Block:
    found: dict[str, list[Centavos]] = {}
    for glosa in pack.glosas:
        found.setdefault(glosa.motivo or _UNSAID, []).append(glosa.inicial)
    names = sorted(found, key=lambda name: (-sum(found[name]), name))[:_MOST]
    lines: list[Line] = []
    for row, name in enumerate(names, start=blocks.next + 2):
        valor = Formula(f"SUMIFS({region.of('Glosa inicial')},{region.of('Motivo')},$A{row})", reais(sum(found[name])))
        many = Formula(f"COUNTIFS({region.of('Motivo')},$A{row})", len(found[name]))
        lines.append(((Kind.TEXT, name), (Kind.MONEY, valor), (Kind.COUNT, many)))
    heads = ("Motivo", "Valor", "Quantidade")
    return blocks.write("Por que foi glosado (glosa inicial)", heads, lines, "Nenhuma glosa.")


def _shares(blocks: Blocks, pack: Pack, region: Region) -> None:
    found: dict[str, list[Centavos]] = {}
    for share in pack.repasses:
        base, valor = found.setdefault(share.profissional, [0, 0])
        found[share.profissional] = [base + share.base, valor + share.valor]
    lines: list[Line] = []
    for row, name in enumerate(sorted(found), start=blocks.next + 2):
        cells: list[tuple[Kind, Value]] = [(Kind.TEXT, name)]
        for heading, valor in zip(("Base", "Repasse"), found[name], strict=True):
            text = f"SUMIFS({region.of(heading)},{region.of('Profissional')},$A{row})"
            cells.append((Kind.MONEY, Formula(text, reais(valor))))
        lines.append(cells)
    blocks.write("Repasse por profissional", ("Profissional", "Base", "Repasse"), lines, "Nenhum repasse.")


def _withheld(blocks: Blocks, pack: Pack, region: Region) -> None:
    """What payments were less or more than their items, by kind."""
    found: dict[str, list[Centavos]] = {}
    for each in pack.retencoes:
        found.setdefault(each.tipo, []).append(each.valor)
    lines: list[Line] = []
    for row, name in enumerate(sorted(found), start=blocks.next + 2):
        valor = Formula(f"SUMIFS({region.of('Valor')},{region.of('Tipo')},$A{row})", reais(sum(found[name])))
        many = Formula(f"COUNTIFS({region.of('Tipo')},$A{row})", len(found[name]))
        lines.append(((Kind.TEXT, name), (Kind.MONEY, valor), (Kind.COUNT, many)))
    heads = ("Tipo", "Valor", "Quantidade")
    block = blocks.write("Deduções do pagamento (do demonstrativo)", heads, lines, "Nenhuma dedução.")
    if lines:
        total = Formula(f"SUM(B{block.first}:B{block.last})", reais(sum(map(sum, found.values()))))
        blocks.total((*_TOTAL, (Kind.TOTAL_MONEY, total), (Kind.TOTAL_TEXT, None)))


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


def _write_checks(blocks: Blocks, checks: Sequence[tuple[str, Formula, Formula]]) -> None:
    lines: list[Line] = []
    for row, (words, left, right) in enumerate(checks, start=blocks.next + 2):
        rest = Decimal(left.value) - Decimal(right.value)
        told = check(f"D{row}=0", holds=not rest)
        between = Formula(f"ROUND(B{row}-C{row},2)", rest)
        sides = ((Kind.MONEY, left), (Kind.MONEY, right), (Kind.MONEY, between))
        lines.append(((Kind.TEXT, words), *sides, (Kind.CHECK, told)))
    heads = ("O que deve fechar", "De um lado", "Do outro", "Resta", "Confere")
    blocks.write("Conferência", heads, lines, "Nada a conferir.")


def _trail(blocks: Blocks, pack: Pack) -> None:
    events = f"{pack.eventos:,}".replace(",", ".")
    blocks.tell(
        "Prova",
        f"{events} eventos no livro. Que nenhum foi alterado desde este pacote, confere-se com:",
        f"faturista auditar --ancora {pack.ancora}",
    )


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
