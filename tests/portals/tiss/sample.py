"""Invented guias of the five kinds, and a strategy for lotes of each."""

from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis import strategies as st

from agent.model.lancamento import Origem
from portals.tiss.guias import (
    Autorizacao,
    Beneficiario,
    Contratado,
    Despesa,
    Guia,
    GuiaConsulta,
    GuiaHonorarios,
    GuiaInternacao,
    GuiaOdonto,
    GuiaSadt,
    Internacao,
    Item,
    ItemOdonto,
    Lote,
    Participacao,
    Profissional,
)

PRESTADOR = Contratado(codigo="900777", cnpj="12ABC34501DE35", cnes="2345678", nome="Clínica Médica São Jerônimo")
HOSPITAL = Contratado(cnpj="99888777000155", cnes="7654321", nome="Hospital da Restinga Imaginária")
MEDICO = Profissional("Rubén Anschau Teixeira", "06", "27755", "28", "225125", codigo="5511")
DENTISTA = Profissional("Iracema Löwe", "08", "9981", "28", "223208", cpf="12345678909")


def origem(linha: int) -> Origem:
    return Origem(arquivo="outubro.xlsx", aba="Exames", linha=linha)


def item(place: int = 1, **changes: Any) -> Item:
    values: dict[str, Any] = {
        "data": date(2026, 10, place),
        "codigo": "40304361",
        "valor_unitario": 4350,
        "descricao": "Hemograma com contagem de plaquetas ou frações",
        "origem": origem(place + 4),
    }
    return Item(**{**values, **changes})


def consulta(place: int = 1) -> GuiaConsulta:
    return GuiaConsulta(
        numero=f"{7000 + place}",
        beneficiario=Beneficiario(f"004156564379{place:05d}"),
        autorizacao=Autorizacao(numero_operadora=f"0045129{place:02d}"),
        profissional=MEDICO,
        item=item(place % 28 + 1, codigo="10101012", valor_unitario=11000),
        observacao="Paciente de retorno: revisão após medicação",
        origem=origem(place + 4),
    )


def sadt(place: int = 1, **changes: Any) -> GuiaSadt:
    values: dict[str, Any] = {
        "numero": f"{8000 + place}",
        "beneficiario": Beneficiario(f"004156564379{place:05d}"),
        "autorizacao": Autorizacao(f"0045130{place:02d}", "S99123", date(2026, 9, 30)),
        "solicitante": MEDICO,
        "contratado_solicitante": PRESTADOR,
        "itens": [item(1), item(2, hora_inicial="08:00", hora_final="08:20", equipe=[Participacao("12", MEDICO)])],
        "despesas": [Despesa("07", item(1, codigo="60023112", tabela="18", valor_unitario=1999))],
        "origem": origem(place + 4),
    }
    return GuiaSadt(**{**values, **changes})


def honorarios(place: int = 1) -> GuiaHonorarios:
    return GuiaHonorarios(
        numero=f"{9000 + place}",
        beneficiario=Beneficiario(f"004156564379{place:05d}"),
        autorizacao=Autorizacao(numero_operadora=f"0046102{place:02d}", senha="S1"),
        guia_internacao=f"0046100{place:02d}",
        local=HOSPITAL,
        itens=[item(3, codigo="31003079", valor_unitario=118050, via="1", equipe=[Participacao("00", MEDICO)])],
        emissao=date(2026, 11, 4),
    )


def internacao(place: int = 1) -> GuiaInternacao:
    return GuiaInternacao(
        numero=f"{6000 + place}",
        beneficiario=Beneficiario(f"004156564379{place:05d}", recem_nascido=True),
        autorizacao=Autorizacao(f"0046200{place:02d}", "S2", date(2026, 10, 1), date(2026, 10, 31)),
        guia_solicitacao=f"0046199{place:02d}",
        internacao=Internacao(date(2026, 10, 2), "07:10", date(2026, 10, 4), "11:00", cids=("K35.8",)),
        itens=[item(2, codigo="31003079", valor_unitario=118050, equipe=[Participacao("00", MEDICO)])],
        despesas=[Despesa("05", item(3, codigo="60000651", tabela="18", valor_unitario=30000, quantidade=2))],
    )


def odonto(place: int = 1) -> GuiaOdonto:
    return GuiaOdonto(
        numero=f"{5000 + place}",
        beneficiario=Beneficiario(f"004156564379{place:05d}"),
        autorizacao=Autorizacao(numero_operadora=f"0047000{place:02d}"),
        profissional=DENTISTA,
        plano="Básico",
        itens=[
            ItemOdonto(item(5, codigo="85100196", valor_unitario=9000), dente="16", faces="OM"),
            ItemOdonto(item(6, codigo="81000421", valor_unitario=2500)),
        ],
    )


KINDS: dict[str, Callable[[int], Guia]] = {
    "consulta": consulta,
    "sadt": sadt,
    "honorarios": honorarios,
    "internacao": internacao,
    "odonto": odonto,
}


def lote(*guias: Guia, numero: str = "41", versao: str = "4.03.00") -> Lote:
    return Lote(numero, PRESTADOR, "413518", "2026-11-21T15:04:05", guias, versao)


_DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60)
_ITEMS = st.lists(
    st.builds(
        Item,
        data=_DAYS,
        codigo=st.from_regex(r"[1-8][0-9]{7}", fullmatch=True),
        valor_unitario=st.integers(1, 9_999_999),
        quantidade=st.integers(1, 99),
        descricao=_TEXT,
        via=st.sampled_from(["", "1", "2", "3"]),
        hora_inicial=st.sampled_from(["", "00:00", "23:59"]),
        equipe=st.just([Participacao("00", MEDICO)]),
    ),
    min_size=1,
    max_size=4,
)


@st.composite
def _any_guia(draw: st.DrawFn, kind: str, place: int) -> Guia:
    from dataclasses import replace  # noqa: PLC0415

    guia = replace(KINDS[kind](place), numero=f"{place:06d}", observacao=draw(_TEXT))
    items = draw(_ITEMS)
    if isinstance(guia, GuiaConsulta):
        return replace(guia, item=items[0])
    if isinstance(guia, GuiaOdonto):
        return replace(guia, itens=[ItemOdonto(each, dente=draw(st.sampled_from(["", "11", "48"]))) for each in items])
    return replace(guia, itens=items)


def any_lote(kind: str) -> st.SearchStrategy[Lote]:
    """Lotes of one to four guias of `kind`, with whatever texts, days, values and quantities."""
    return st.integers(1, 4).flatmap(
        lambda count: st.tuples(*(_any_guia(kind, place) for place in range(1, count + 1))).map(
            lambda guias: lote(*guias)
        )
    )
