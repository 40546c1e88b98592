"""Whom a line of a return is about, as far as each kind of return shows it; no line is another one for it."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from agent.model.competencia import Competencia
from agent.model.demonstrativo import LinhaRetorno
from portals.ipasem.reading import read_retorno
from portals.solus.joined import joined
from portals.solus.reading import linha_retorno
from portals.tiss.analise_conta import read_analises
from spreadsheets.returns.reading import read_return
from tests.portals.cassind.test_joined import conta, item, statement
from tests.portals.ipasem.test_reading import PAID, RETURN_HEAD, WHERE, row
from tests.portals.tiss.statements import analise

ANA, CARD = "ANA INVENTADA", "00415656437900001"
_NAMED = b"<ans:nomeBeneficiario>ANA INVENTADA</ans:nomeBeneficiario><ans:numeroCarteira>"


def _ipasem(*headings: str) -> LinhaRetorno:
    shown = {"Matrícula": CARD, "Paciente": ANA}
    head, cells = row([*RETURN_HEAD, *headings], tag="th"), row([*PAID, *(shown[name] for name in headings)])
    total = row(["TOTAL", "", "", "", "1.065,00", "1.000,00", "65,00", "", *("" for _ in headings)])
    (linha,) = read_retorno(f"<table>{head}{cells}{total}</table>", where=WHERE).linhas
    return linha


def _cassind() -> LinhaRetorno:
    return linha_retorno(replace(conta(1), beneficiario=ANA))


def _statement() -> LinhaRetorno:
    stated = statement(item())
    (whole,) = stated.analises
    (protocolo,) = whole.protocolos
    guia = replace(protocolo.guias[0], numero_carteira=CARD)
    stated = replace(stated, analises=(replace(whole, protocolos=(replace(protocolo, guias=(guia,)),)),))
    (linha,) = joined([replace(conta(1), beneficiario=ANA)], [stated], [], where="CASSIND")
    return linha


def _tiss(xml: bytes) -> LinhaRetorno:
    [read] = read_analises(xml, where="retorno.xml")
    return read.linhas()[0]


def _sheet(*, named: bool) -> LinhaRetorno:
    more = (";Nome do Paciente;Matrícula", f";{ANA};{CARD}") if named else ("", "")
    text = f"autorização;código;data;informado;liberado{more[0]}\n1;2;03/10/2026;65,00;65,00{more[1]}\n"
    return read_return(text.encode(), "r.csv", portal="ipasem", competencia=Competencia(2026, 10)).linhas[0]


SHOWN: dict[str, tuple[Callable[[], LinhaRetorno], tuple[str, str]]] = {
    "IPASEM-NH, a report that names patients": (lambda: _ipasem("Matrícula", "Paciente"), (ANA, CARD)),
    "IPASEM-NH, one that does not": (_ipasem, ("", "")),
    "CASSIND, Protocolos": (_cassind, (ANA, "")),
    "CASSIND, a protocolo with its statement": (_statement, (ANA, CARD)),
    "TISS, the carteira alone": (lambda: _tiss(analise()), ("", CARD)),
    "TISS, the name too": (lambda: _tiss(analise().replace(b"<ans:numeroCarteira>", _NAMED)), (ANA, CARD)),
    "a spreadsheet that names patients": (lambda: _sheet(named=True), (ANA, CARD)),
    "one that does not": (lambda: _sheet(named=False), ("", "")),
}


@pytest.mark.parametrize(("read", "shown"), SHOWN.values(), ids=SHOWN.keys())
def test_a_line_is_read_with_the_person_that_its_source_shows(
    read: Callable[[], LinhaRetorno], shown: tuple[str, str]
) -> None:
    linha = read()
    assert (linha.beneficiario, linha.numero_carteira) == shown
    assert ("INVENTADA" in repr(linha), CARD in repr(linha)) == (False, False)
    assert linha == replace(linha, beneficiario="", numero_carteira="")
