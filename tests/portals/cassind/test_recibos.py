"""What a protocolo gave for each guia."""

from datetime import date

import pytest

from agent.model.answer import Confirmed, Recibo, Unknown
from portals.solus.outcome import Billed
from portals.solus.reading import Conta
from portals.solus.recibos import by_contas, without_contas
from tests.portals.cassind.sample import VALOR, consulta

READY = (consulta(1), consulta(2))
BILLED = Billed("Guias faturadas com sucesso.", "240101", frozenset())
LEFT_OUT = Billed("Nem todas.", "240101", frozenset({"004512902"}))
LISTED = {"004512901": VALOR, "004512902": VALOR}


def conta(place: int, *, protocolo: str = "240101", informado: int = VALOR) -> Conta:
    return Conta(
        linha=place,
        protocolo=protocolo,
        numero=f"88000{place}",
        guia=f"0045129{place:02d}",
        data=date(2026, 10, place),
        codigo="10101012",
        beneficiario="",
        quantidade=1,
        informado=informado,
        liberado=None,
        glosado=None,
        motivo="",
        situacao="Recebido",
    )


def recibo(place: int, *, valor: int = VALOR) -> Recibo:
    return Recibo(consulta(place), f"88000{place}", valor, "240101")


@pytest.mark.parametrize(
    ("billed", "contas", "answer"),
    [
        (BILLED, [conta(1), conta(2)], (recibo(1), recibo(2))),
        (
            BILLED,
            [conta(9, protocolo="240100"), conta(2), conta(1, informado=VALOR + 1)],
            (recibo(1, valor=11001), recibo(2)),
        ),
        (LEFT_OUT, [conta(1)], (recibo(1),)),
    ],
)
def test_each_billed_guia_has_its_conta_and_the_value_that_the_portal_holds(
    billed: Billed, contas: list[Conta], answer: tuple[Recibo, ...]
) -> None:
    assert by_contas(billed, READY, contas, LISTED) == Confirmed(billed.text, answer)


@pytest.mark.parametrize(
    ("billed", "contas", "why"),
    [
        (BILLED, [conta(1)], "o protocolo 240101 tem 1 contas, e não as 2 faturadas"),
        (BILLED, [conta(1), conta(2), conta(3)], "o protocolo 240101 tem 3 contas, e não as 2 faturadas"),
        (BILLED, [conta(1), conta(1), conta(2)], "o protocolo 240101 tem 3 contas, e não as 2 faturadas"),
        (LEFT_OUT, [conta(1), conta(2)], "o protocolo 240101 tem 2 contas, e não as 1 faturadas"),
        (
            BILLED,
            [conta(1, protocolo="240100"), conta(2, protocolo="240100"), conta(1), conta(2)],
            "guias do protocolo 240101 estão também em 240100",
        ),
        (LEFT_OUT, [], "o portal deu o protocolo 240101, mas ele não pôde ser lido (ainda não aparece na lista)"),
    ],
)
def test_a_protocolo_that_is_not_what_was_said_is_unknown(billed: Billed, contas: list[Conta], why: str) -> None:
    assert by_contas(billed, READY, contas, LISTED) == Unknown(why)


def test_a_protocolo_that_is_not_listed_yet_has_the_values_of_the_authorised_list() -> None:
    recibos = tuple(Recibo(entry, "", VALOR, "240101") for entry in READY)
    assert by_contas(BILLED, READY, [], LISTED) == Confirmed(BILLED.text, recibos)


def test_without_list_and_without_value_it_is_unknown() -> None:
    assert without_contas(BILLED, READY, {"004512901": VALOR}, "fora do ar") == Unknown(
        "o portal deu o protocolo 240101, mas ele não pôde ser lido (fora do ar)"
    )
