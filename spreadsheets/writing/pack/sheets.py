"""The pack's tables, one for each question: what was billed, returned, matched, refused, silent, shared and proved."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from spreadsheets.writing.cells import Kind
from spreadsheets.writing.pack.book import Column, Link, Region
from spreadsheets.writing.pack.report import (
    Conta,
    Glosa,
    Item,
    Ligacao,
    Pack,
    Prova,
    Repasse,
    Retencao,
    Retorno,
    SemRetorno,
)

Row = TypeVar("Row")

RESUMO = "Resumo"
LANCAMENTOS, RETORNO, CONCILIACAO = "Lançamentos", "Retorno", "Conciliação"
GLOSAS, SILENT, REPASSE, NOTAS, TRILHA = (
    "Glosas e recursos",
    "Sem retorno",
    "Repasse por profissional",
    "Notas e banco",
    "Trilha",
)
WITHHELD = "Deduções do pagamento"
MONEY = ("Informado", "Liberado", "Glosado", "Em recurso", "Perda", "Pendente", "Diferença")


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Row]):
    """One table: its tab, what it answers (pt-BR), its columns and rows."""

    name: str
    note: str
    columns: Sequence[Column[Row]]
    rows: Sequence[Row]

    @property
    def region(self) -> Region:
        """Where its rows will stand."""
        return Region(self.name, tuple(column.heading for column in self.columns), len(self.rows))


class Places:
    """In which row of its sheet each entry and each return line stands, and what it is."""

    def __init__(self, pack: Pack) -> None:
        self.contas: Mapping[int, int] = {conta.id: place for place, conta in enumerate(pack.contas)}
        self.retornos: Mapping[int, int] = {line.id: place for place, line in enumerate(pack.retornos)}
        self.provas: dict[str, int] = {}
        for place, prova in enumerate(pack.provas):
            self.provas.setdefault(prova.sha256, place)
        self.of = {conta.id: conta for conta in pack.contas}
        self.lines = {line.id: line for line in pack.retornos}
        self.ties: dict[int, int] = {}
        for place, tie in enumerate(pack.ligacoes):
            self.ties.setdefault(tie.conta_id, place)

    def to(self, sheet: str, place: int | None, text: str = "") -> Link | None:
        """A link to a row of a sheet; None where there is none."""
        if place is None:
            return None
        row = place + 5
        return Link(text or f"linha {row}", f"'{sheet}'!A{row}")


def sheets_of(pack: Pack, *, com_paciente: bool) -> dict[str, Sheet[Any]]:
    """Every table but the Resumo and the invoices, by tab, in the order of the tabs."""
    places = Places(pack)
    found: list[Sheet[Any]] = [
        Sheet(
            LANCAMENTOS,
            "Cada lançamento e onde está cada centavo dele.",
            _contas(pack, places, com_paciente=com_paciente),
            pack.contas,
        ),
        Sheet(RETORNO, "Cada linha que os convênios devolveram.", _retornos(pack, places), pack.retornos),
        Sheet(CONCILIACAO, "Que linha responde a que lançamento, e por quê.", _ligacoes(pack, places), pack.ligacoes),
        Sheet(GLOSAS, "O que foi glosado, o que se fez e até quando se recorre.", _glosas(pack, places), pack.glosas),
        Sheet(SILENT, "O que ninguém respondeu ainda.", _silent(pack, places), pack.sem_retorno),
        Sheet(
            WITHHELD,
            "O que os convênios retiveram (IRRF, ISS…) ou acrescentaram em cada pagamento.",
            _withheld(pack),
            pack.retencoes,
        ),
        Sheet(
            REPASSE,
            "A parte de cada profissional, pela primeira regra que serve.",
            _shares(pack, places),
            pack.repasses,
        ),
        Sheet(
            TRILHA, "Os arquivos que provam cada linha; o nome de cada um é o seu SHA-256.", _proofs(pack), pack.provas
        ),
    ]
    return {sheet.name: sheet for sheet in found}


def _identity(pack: Pack, item: Callable[[Row], Item]) -> list[Column[Row]]:
    return [
        Column("Clínica", 24, Kind.TEXT, lambda r: pack.nome(item(r).key.clinica)),
        Column("Convênio", 12, Kind.TEXT, lambda r: pack.nome(item(r).key.portal)),
        Column("Competência", 12, Kind.MONTH, lambda r: item(r).key.competencia.first_day),
        Column("Autorização", 13, Kind.CODE, lambda r: item(r).autorizacao),
        Column("Código", 11, Kind.CODE, lambda r: item(r).codigo),
        Column("Data", 11, Kind.DATE, lambda r: item(r).data),
    ]


def _more(item: Callable[[Row], Item], rows: Sequence[Row]) -> list[Column[Row]]:
    """Tooth and faces only where any row has them."""
    quantity: list[Column[Row]] = [Column("Qtd.", 6, Kind.NUMBER, lambda r: item(r).quantidade)]
    if not any(item(row).dente or item(row).faces for row in rows):
        return quantity
    return [
        *quantity,
        Column("Dente", 7, Kind.CODE, lambda r: item(r).dente),
        Column("Faces", 7, Kind.CODE, lambda r: item(r).faces),
    ]


def _contas(pack: Pack, places: Places, *, com_paciente: bool) -> list[Column[Conta]]:
    columns: list[Column[Conta]] = [*_identity(pack, lambda c: c.item), *_more(lambda c: c.item, pack.contas)]
    if com_paciente:
        columns += [
            Column("Beneficiário", 26, Kind.TEXT, lambda c: c.beneficiario),
            Column("Carteira", 14, Kind.CODE, lambda c: c.carteira),
        ]
    columns += [
        Column("Profissional", 22, Kind.TEXT, lambda c: c.item.profissional),
        Column("Situação", 14, Kind.TEXT, lambda c: c.situacao),
        Column("Corte", 11, Kind.TEXT, lambda c: c.corte),
        Column("Informado", 12, Kind.MONEY, lambda c: c.informado, totalled=True),
        Column("Liberado", 12, Kind.MONEY, lambda c: c.liberado, totalled=True),
        Column("Glosado", 12, Kind.MONEY, lambda c: c.glosado, totalled=True),
        Column("Em recurso", 12, Kind.MONEY, lambda c: c.em_recurso, totalled=True),
        Column("Perda", 11, Kind.MONEY, lambda c: c.perda, totalled=True),
        Column("Pendente", 12, Kind.MONEY, lambda c: c.pendente, totalled=True),
        Column("Diferença", 11, Kind.MONEY, lambda c: c.diferenca, totalled=True),
        Column("Previsto para", 12, Kind.DATE, lambda c: c.previsto),
        Column("Motivo", 38, Kind.TEXT, lambda c: c.motivo),
        Column("Conciliação", 11, Kind.LINK, lambda c: places.to(CONCILIACAO, places.ties.get(c.id)), printed=False),
        Column("Movimento", 12, Kind.CODE, lambda c: c.movimento, printed=False),
        Column("Protocolo", 12, Kind.CODE, lambda c: c.protocolo, printed=False),
        *_of_the_operadora(pack),
        Column("Arquivo", 26, Kind.TEXT, lambda c: c.arquivo, printed=False),
        Column("Aba", 12, Kind.TEXT, lambda c: c.aba, printed=False),
        Column("Linha", 8, Kind.NUMBER, lambda c: c.linha or None, printed=False),
    ]
    return columns


def _of_the_operadora(pack: Pack) -> list[Column[Conta]]:
    """Lote and word of the operadora, only where any entry has them."""
    lote: Column[Conta] = Column("Lote", 10, Kind.CODE, lambda c: c.lote, printed=False)
    no_portal: Column[Conta] = Column("No portal", 20, Kind.TEXT, lambda c: c.no_portal, printed=False)
    there = (lote, any(c.lote for c in pack.contas)), (no_portal, any(c.no_portal for c in pack.contas))
    return [column for column, any_has in there if any_has]


def _retornos(pack: Pack, places: Places) -> list[Column[Retorno]]:
    return [
        *_identity(pack, lambda r: r.item),
        *_more(lambda r: r.item, pack.retornos),
        Column("Linha do relatório", 10, Kind.NUMBER, lambda r: r.linha),
        Column("Situação", 12, Kind.TEXT, lambda r: r.situacao),
        Column("Informado", 12, Kind.MONEY, lambda r: r.informado, totalled=True),
        Column("Liberado", 12, Kind.MONEY, lambda r: r.liberado, totalled=True),
        Column("Glosado", 12, Kind.MONEY, lambda r: r.glosado, totalled=True),
        Column("Motivo", 38, Kind.TEXT, lambda r: r.motivo),
        Column("Movimento", 12, Kind.CODE, lambda r: r.movimento),
        Column("Protocolo", 12, Kind.CODE, lambda r: r.protocolo),
        Column("Prova", 16, Kind.LINK, lambda r: places.to(TRILHA, places.provas.get(r.prova), f"{r.prova[:12]}…")),
    ]


def _ligacoes(pack: Pack, places: Places) -> list[Column[Ligacao]]:
    return [
        *_identity(pack, lambda t: places.of[t.conta_id].item),
        Column("Lançamento", 12, Kind.LINK, lambda t: places.to(LANCAMENTOS, places.contas.get(t.conta_id))),
        Column("Retorno", 12, Kind.LINK, lambda t: places.to(RETORNO, places.retornos.get(t.retorno_id))),
        Column("Passo", 22, Kind.TEXT, lambda t: t.passo),
        Column("Certeza (%)", 9, Kind.NUMBER, lambda t: t.certeza),
        Column("Vale", 10, Kind.TEXT, lambda t: "proposta" if t.proposta else "sim"),
        Column("Informado", 12, Kind.MONEY, lambda t: 0 if t.proposta else t.alocado, totalled=True),
        Column("Liberado", 12, Kind.MONEY, lambda t: 0 if t.proposta else t.liberado, totalled=True),
        Column("Glosado", 12, Kind.MONEY, lambda t: 0 if t.proposta else t.glosado, totalled=True),
        Column("Por quê", 90, Kind.TEXT, lambda t: t.porque),
    ]


def _glosas(pack: Pack, places: Places) -> list[Column[Glosa]]:
    return [
        *_identity(pack, lambda g: places.of[g.conta_id].item),
        Column("Profissional", 22, Kind.TEXT, lambda g: places.of[g.conta_id].item.profissional),
        Column("Lançamento", 12, Kind.LINK, lambda g: places.to(LANCAMENTOS, places.contas.get(g.conta_id))),
        Column("Motivo", 50, Kind.TEXT, lambda g: g.motivo or "sem motivo informado"),
        Column("TISS 38", 9, Kind.CODE, lambda g: g.codigo),
        Column("Na tabela TISS", 34, Kind.TEXT, lambda g: g.descricao),
        Column("Glosa inicial", 12, Kind.MONEY, lambda g: g.inicial, totalled=True),
        Column("Glosado", 12, Kind.MONEY, lambda g: g.glosado, totalled=True),
        Column("Em recurso", 12, Kind.MONEY, lambda g: g.em_recurso, totalled=True),
        Column("Recuperado", 12, Kind.MONEY, lambda g: g.recuperado, totalled=True),
        Column("Perda", 11, Kind.MONEY, lambda g: g.perda, totalled=True),
        Column("Recurso", 12, Kind.TEXT, lambda g: g.recurso),
        Column("Protocolo", 13, Kind.CODE, lambda g: g.protocolo),
        Column("Recorrer até", 12, Kind.DATE, lambda g: g.prazo),
    ]


def _silent(pack: Pack, places: Places) -> list[Column[SemRetorno]]:
    return [
        *_identity(pack, lambda s: places.of[s.conta_id].item),
        Column("Lançamento", 12, Kind.LINK, lambda s: places.to(LANCAMENTOS, places.contas.get(s.conta_id))),
        Column("Enviado em", 12, Kind.DATE, lambda s: s.desde),
        Column("Dias", 8, Kind.NUMBER, lambda s: s.dias),
        Column("Alerta em", 9, Kind.NUMBER, lambda s: s.alerta),
        Column("Cobrar", 10, Kind.TEXT, lambda s: "cobrar" if s.atrasada else "aguardar"),
        Column("Previsto para", 12, Kind.DATE, lambda s: s.previsto),
        Column("Pendente", 12, Kind.MONEY, lambda s: s.valor, totalled=True),
    ]


def _withheld(pack: Pack) -> list[Column[Retencao]]:
    return [
        Column("Clínica", 24, Kind.TEXT, lambda r: pack.nome(r.key.clinica)),
        Column("Convênio", 12, Kind.TEXT, lambda r: pack.nome(r.key.portal)),
        Column("Competência", 12, Kind.MONTH, lambda r: r.key.competencia.first_day),
        Column("Pagamento", 12, Kind.DATE, lambda r: r.data),
        Column("Demonstrativo", 14, Kind.CODE, lambda r: r.demonstrativo),
        Column("Protocolo", 13, Kind.CODE, lambda r: r.protocolo),
        Column("Primeira guia", 14, Kind.CODE, lambda r: r.autorizacao),
        Column("Tipo", 22, Kind.TEXT, lambda r: r.tipo),
        Column("Nas palavras do convênio", 34, Kind.TEXT, lambda r: r.texto),
        Column("Valor", 12, Kind.MONEY, lambda r: r.valor, totalled=True),
    ]


def _shares(pack: Pack, places: Places) -> list[Column[Repasse]]:
    return [
        *_identity(pack, lambda r: places.of[r.conta_id].item),
        Column("Profissional", 24, Kind.TEXT, lambda r: r.profissional),
        Column("Lançamento", 12, Kind.LINK, lambda r: places.to(LANCAMENTOS, places.contas.get(r.conta_id))),
        Column("Regra", 34, Kind.TEXT, lambda r: r.regra),
        Column("Base", 12, Kind.MONEY, lambda r: r.base, totalled=True),
        Column("Repasse", 12, Kind.MONEY, lambda r: r.valor, totalled=True),
    ]


def _proofs(pack: Pack) -> list[Column[Prova]]:
    return [
        Column("Clínica", 24, Kind.TEXT, lambda p: pack.nome(p.key.clinica)),
        Column("Convênio", 12, Kind.TEXT, lambda p: pack.nome(p.key.portal)),
        Column("Competência", 12, Kind.MONTH, lambda p: p.key.competencia.first_day),
        Column("O que prova", 34, Kind.TEXT, lambda p: p.de),
        Column("SHA-256", 68, Kind.CODE, lambda p: p.sha256),
        Column("Tipo", 8, Kind.TEXT, lambda p: p.tipo),
        Column("Nome", 26, Kind.TEXT, lambda p: p.nome),
        Column("Bytes", 12, Kind.COUNT, lambda p: p.bytes),
        Column("Visto em (UTC)", 24, Kind.CODE, lambda p: p.em),
    ]
