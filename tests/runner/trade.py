"""Entries, rows and records in the trade's own words, for tables of tests."""

from dataclasses import replace
from datetime import UTC, date, datetime

from agent.model.competencia import Competencia
from agent.model.entry import Entry, State
from agent.model.lancamento import Kind, Lancamento, Origem
from agent.model.registro import Evidence, Movimento, Registro

OUTUBRO = Competencia(2026, 10)
DAY = date(2026, 10, 5)


def entry(
    number: int,
    auth: str = "2988000",
    state: State = State.PENDENTE,
    *,
    valor: int | None = 6500,
    movimento: str = "",
    day: date = DAY,
    motivo: str = "",
) -> Entry:
    """Entry `number`, read from row `number`; `valor` is the sheet's, in centavos, and the portal's once launched."""
    asked = Lancamento(
        clinica="sorriso",
        portal="ipasem",
        kind=Kind.CONSULTA,
        competencia=OUTUBRO,
        numero_autorizacao=auth,
        codigo_procedimento="00010014",
        data=day,
        valor_informado=valor,
        origem=Origem(arquivo="outubro.xlsx", aba="Consultas", linha=number),
    )
    launched = (valor or 7000) if state in (State.LANCADA, State.FECHADA) else None
    return Entry(number, 1, asked, state, movimento=movimento, valor_lancado=launched, motivo=motivo)


def row(
    movimento: str,
    auth: str = "2988000",
    *,
    valor: int = 6500,
    quantidade: int = 1,
    day: date = DAY,
    protocolo: str = "",
) -> Movimento:
    """A finished row on the portal."""
    return Movimento(movimento, auth, "00010014", day, quantidade, valor, protocolo=protocolo)


def red(movimento: str, auth: str = "2988000") -> Movimento:
    """A draft: the portal shows no date and no value yet."""
    return Movimento(movimento, auth, "00010014", None, 1, None, finalizado=False)


def record(*rows: Movimento, fechado: bool = False) -> Registro:
    """A trusted reading of October."""
    registro = Registro(
        portal="ipasem",
        competencia=OUTUBRO,
        taken_at=datetime(2026, 11, 3, tzinfo=UTC),
        fechado=fechado,
        movimentos=rows,
        total_linhas=0,
        total_valor=0,
        evidence=Evidence("html", "conferência", b""),
    )
    body = registro.finalizados
    return replace(registro, total_linhas=len(body), total_valor=sum(m.valor or 0 for m in body))
