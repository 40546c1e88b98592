"""The columns of what was billed and what became of it: entries, return lines, ties, glosas, silence."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from spreadsheets.writing.cells import Kind
from spreadsheets.writing.pack.report import Conta, Glosa, Item, Ligacao, Pack, Retorno, SemRetorno
from spreadsheets.writing.pack.tabs import CONCILIACAO, LANCAMENTOS, RETORNO, TRILHA, Places, identity, to_entry
from spreadsheets.writing.table import Column

Row = TypeVar("Row")


def _more(item: Callable[[Row], Item], rows: Sequence[Row]) -> list[Column[Row]]:
    """Tooth and faces only where any row has them."""
    quantity: list[Column[Row]] = [Column("Qtd.", 5, Kind.NUMBER, lambda r: item(r).quantidade)]
    if not any(item(row).dente or item(row).faces for row in rows):
        return quantity
    return [
        *quantity,
        Column("Dente", 8, Kind.CODE, lambda r: item(r).dente),
        Column("Faces", 8, Kind.CODE, lambda r: item(r).faces),
    ]


def contas(pack: Pack, places: Places, *, com_paciente: bool) -> list[Column[Conta]]:
    """Each entry and where each centavo of it stands."""
    columns: list[Column[Conta]] = [*identity(pack, lambda c: c.item), *_more(lambda c: c.item, pack.contas)]
    if com_paciente:
        columns += [
            Column("Beneficiário", 26, Kind.TEXT, lambda c: c.beneficiario),
            Column("Carteira", 8, Kind.CODE, lambda c: c.carteira),
        ]
    columns += [
        Column("Profissional", 26, Kind.TEXT, lambda c: c.item.profissional),
        Column("Situação", 16, Kind.TEXT, lambda c: c.situacao),
        Column("Corte", 12, Kind.TEXT, lambda c: c.corte),
        Column("Informado", 9, Kind.MONEY, lambda c: c.informado, totalled=True),
        Column("Liberado", 9, Kind.MONEY, lambda c: c.liberado, totalled=True),
        Column("Glosado", 9, Kind.MONEY, lambda c: c.glosado, totalled=True),
        Column("Em recurso", 9, Kind.MONEY, lambda c: c.em_recurso, totalled=True),
        Column("Perda", 9, Kind.MONEY, lambda c: c.perda, totalled=True),
        Column("Pendente", 9, Kind.MONEY, lambda c: c.pendente, totalled=True),
        Column("Diferença", 9, Kind.MONEY, lambda c: c.diferenca, totalled=True),
        Column("Previsto para", 11, Kind.DATE, lambda c: c.previsto),
        Column("Motivo", 38, Kind.TEXT, lambda c: c.motivo),
        Column("Conciliação", 11, Kind.LINK, lambda c: places.to(CONCILIACAO, places.ties.get(c.id)), printed=False),
        Column("Movimento", 8, Kind.CODE, lambda c: c.movimento, printed=False),
        Column("Protocolo", 8, Kind.CODE, lambda c: c.protocolo, printed=False),
        *_of_the_operadora(pack),
        Column("Arquivo", 40, Kind.TEXT, lambda c: c.arquivo, printed=False),
        Column("Aba", 24, Kind.TEXT, lambda c: c.aba, printed=False),
        Column("Linha", 8, Kind.NUMBER, lambda c: c.linha or None, printed=False),
    ]
    return columns


def _of_the_operadora(pack: Pack) -> list[Column[Conta]]:
    """Lote and word of the operadora, only where any entry has them."""
    lote: Column[Conta] = Column("Lote", 8, Kind.CODE, lambda c: c.lote, printed=False)
    no_portal: Column[Conta] = Column("No portal", 20, Kind.TEXT, lambda c: c.no_portal, printed=False)
    there = (lote, any(c.lote for c in pack.contas)), (no_portal, any(c.no_portal for c in pack.contas))
    return [column for column, any_has in there if any_has]


def retornos(pack: Pack, places: Places) -> list[Column[Retorno]]:
    """Each return line, with the file that it was read from."""
    return [
        *identity(pack, lambda r: r.item),
        *_more(lambda r: r.item, pack.retornos),
        Column("Linha do relatório", 10, Kind.NUMBER, lambda r: r.linha),
        Column("Situação", 16, Kind.TEXT, lambda r: r.situacao),
        Column("Informado", 9, Kind.MONEY, lambda r: r.informado, totalled=True),
        Column("Liberado", 9, Kind.MONEY, lambda r: r.liberado, totalled=True),
        Column("Glosado", 9, Kind.MONEY, lambda r: r.glosado, totalled=True),
        Column("Motivo", 38, Kind.TEXT, lambda r: r.motivo),
        Column("Movimento", 8, Kind.CODE, lambda r: r.movimento),
        Column("Protocolo", 8, Kind.CODE, lambda r: r.protocolo),
        Column("Prova", 16, Kind.LINK, lambda r: places.to(TRILHA, places.provas.get(r.prova), f"{r.prova[:12]}…")),
    ]


def ligacoes(pack: Pack, places: Places) -> list[Column[Ligacao]]:
    """Which line answers which entry; a proposal moves nothing."""
    return [
        *identity(pack, lambda t: places.of[t.conta_id].item),
        Column("Lançamento", 12, Kind.LINK, lambda t: places.to(LANCAMENTOS, places.contas.get(t.conta_id))),
        Column("Retorno", 12, Kind.LINK, lambda t: places.to(RETORNO, places.retornos.get(t.retorno_id))),
        Column("Passo", 26, Kind.TEXT, lambda t: t.passo),
        Column("Certeza (%)", 9, Kind.NUMBER, lambda t: t.certeza),
        Column("Vale", 10, Kind.TEXT, lambda t: "proposta" if t.proposta else "sim"),
        Column("Informado", 9, Kind.MONEY, lambda t: 0 if t.proposta else t.alocado, totalled=True),
        Column("Liberado", 9, Kind.MONEY, lambda t: 0 if t.proposta else t.liberado, totalled=True),
        Column("Glosado", 9, Kind.MONEY, lambda t: 0 if t.proposta else t.glosado, totalled=True),
        Column("Por quê", 60, Kind.TEXT, lambda t: t.porque),
    ]


def glosas(pack: Pack, places: Places) -> list[Column[Glosa]]:
    """What was refused and what was done about it."""
    return [
        *identity(pack, lambda g: places.of[g.conta_id].item),
        Column("Profissional", 26, Kind.TEXT, lambda g: places.of[g.conta_id].item.profissional),
        Column("Motivo", 36, Kind.TEXT, lambda g: g.motivo or "sem motivo informado"),
        Column("TISS 38", 8, Kind.CODE, lambda g: g.codigo),
        Column("Na tabela TISS", 34, Kind.TEXT, lambda g: g.descricao),
        Column("Glosa inicial", 9, Kind.MONEY, lambda g: g.inicial, totalled=True),
        Column("Glosado", 9, Kind.MONEY, lambda g: g.glosado, totalled=True),
        Column("Em recurso", 9, Kind.MONEY, lambda g: g.em_recurso, totalled=True),
        Column("Recuperado", 9, Kind.MONEY, lambda g: g.recuperado, totalled=True),
        Column("Perda", 9, Kind.MONEY, lambda g: g.perda, totalled=True),
        Column("Recurso", 18, Kind.TEXT, lambda g: g.recurso),
        Column("Protocolo", 8, Kind.CODE, lambda g: g.protocolo),
        Column("Recorrer até", 11, Kind.DATE, lambda g: g.prazo),
        to_entry(places, lambda g: g.conta_id),
    ]


def silent(pack: Pack, places: Places) -> list[Column[SemRetorno]]:
    """What waits for an answer, and for how long."""
    return [
        *identity(pack, lambda s: places.of[s.conta_id].item),
        Column("Enviado em", 11, Kind.DATE, lambda s: s.desde),
        Column("Dias", 8, Kind.NUMBER, lambda s: s.dias),
        Column("Alerta em", 9, Kind.NUMBER, lambda s: s.alerta),
        Column("O que fazer", 10, Kind.TEXT, lambda s: s.fazer),
        Column("Previsto para", 11, Kind.DATE, lambda s: s.previsto),
        Column("Dias além do previsto", 10, Kind.NUMBER, lambda s: s.passou or None),
        Column("Pendente", 9, Kind.MONEY, lambda s: s.valor, totalled=True),
        to_entry(places, lambda s: s.conta_id),
        Column("Por que foi encerrada", 40, Kind.TEXT, lambda s: s.encerrada, printed=False),
    ]
