"""The columns of what was paid, shared and proved: deductions, repasse, deposits, evidence."""

from spreadsheets.writing.cells import Kind
from spreadsheets.writing.pack.report import Deposito, Pack, Prova, Repasse, Retencao
from spreadsheets.writing.pack.tabs import Places, identity, to_entry
from spreadsheets.writing.table import Column


def deposits(pack: Pack) -> list[Column[Deposito]]:
    """What reached the bank."""
    return [
        Column("Clínica", 36, Kind.TEXT, lambda d: pack.nome(d.key.clinica)),
        Column("Convênio", 16, Kind.TEXT, lambda d: pack.nome(d.key.portal)),
        Column("Competência paga", 9, Kind.MONTH, lambda d: d.key.competencia.first_day),
        Column("Dia", 11, Kind.DATE, lambda d: d.data),
        Column("Histórico", 60, Kind.TEXT, lambda d: d.historico),
        Column("Valor", 9, Kind.MONEY, lambda d: d.valor, totalled=True),
    ]


def withheld(pack: Pack) -> list[Column[Retencao]]:
    """What payments were less or more than their items."""
    return [
        Column("Clínica", 36, Kind.TEXT, lambda r: pack.nome(r.key.clinica)),
        Column("Convênio", 16, Kind.TEXT, lambda r: pack.nome(r.key.portal)),
        Column("Competência", 9, Kind.MONTH, lambda r: r.key.competencia.first_day),
        Column("Pagamento", 11, Kind.DATE, lambda r: r.data),
        Column("Demonstrativo", 8, Kind.CODE, lambda r: r.demonstrativo),
        Column("Protocolo", 8, Kind.CODE, lambda r: r.protocolo),
        Column("Primeira guia", 8, Kind.CODE, lambda r: r.autorizacao),
        Column("Tipo", 32, Kind.TEXT, lambda r: r.tipo),
        Column("Nas palavras do convênio", 50, Kind.TEXT, lambda r: r.texto),
        Column("Valor", 9, Kind.MONEY, lambda r: r.valor, totalled=True),
    ]


def shares(pack: Pack, places: Places) -> list[Column[Repasse]]:
    """Each professional's part."""
    return [
        *identity(pack, lambda r: places.of[r.conta_id].item),
        Column("Profissional", 30, Kind.TEXT, lambda r: r.profissional),
        Column("Regra", 40, Kind.TEXT, lambda r: r.regra),
        Column("Base", 9, Kind.MONEY, lambda r: r.base, totalled=True),
        Column("Repasse", 9, Kind.MONEY, lambda r: r.valor, totalled=True),
        Column("Recurso ganho a receber", 11, Kind.MONEY, lambda r: r.a_receber, totalled=True),
        to_entry(places, lambda r: r.conta_id),
    ]


def proofs(pack: Pack) -> list[Column[Prova]]:
    """The files that prove."""
    return [
        Column("Clínica", 36, Kind.TEXT, lambda p: pack.nome(p.key.clinica)),
        Column("Convênio", 16, Kind.TEXT, lambda p: pack.nome(p.key.portal)),
        Column("Competência", 9, Kind.MONTH, lambda p: p.key.competencia.first_day),
        Column("O que prova", 40, Kind.TEXT, lambda p: p.de),
        Column("SHA-256", 8, Kind.CODE, lambda p: p.sha256),
        Column("Tipo", 12, Kind.TEXT, lambda p: p.tipo),
        Column("Nome", 34, Kind.TEXT, lambda p: p.nome),
        Column("Bytes", 12, Kind.COUNT, lambda p: p.bytes),
        Column("Visto em", 17, Kind.MOMENT, lambda p: p.em),
    ]
