"""What the banners after the one click mean."""

import pytest

from agent.model.answer import Refused, Unknown
from portals.solus.messages import understood
from portals.solus.outcome import Billed, outcome

SENT = ("004512876", "004512877", "004512880")
SUCCESS = "Guias faturadas com sucesso. Protocolo de faturamento: 240101"
PARTIAL = "Atenção: nem todas as guias marcadas foram faturadas."
NOTHING = "Nenhuma guia foi faturada."


def refusal(guia: str) -> str:
    return f"Guia {guia}: guia cancelada."


def already(guia: str) -> str:
    return f"Guia {guia}: guia já faturada no protocolo 240100."


@pytest.mark.parametrize(
    ("lines", "answer"),
    [
        ([SUCCESS, "Imprimir protocolo"], Billed(SUCCESS, "240101", frozenset())),
        (
            [SUCCESS, "Nenhuma guia encontrada para os filtros informados."],
            Billed(f"{SUCCESS} Nenhuma guia encontrada para os filtros informados.", "240101", frozenset()),
        ),
        (
            [SUCCESS, PARTIAL, refusal(SENT[1])],
            Billed(f"{SUCCESS} {PARTIAL} {refusal(SENT[1])}", "240101", frozenset({SENT[1]})),
        ),
        (
            [SUCCESS, PARTIAL, already(SENT[1])],
            Billed(f"{SUCCESS} {PARTIAL} {already(SENT[1])}", "240101", frozenset({SENT[1]})),
        ),
        ([NOTHING], Refused(NOTHING)),
        (
            [NOTHING, *map(refusal, SENT)],
            Refused(" ".join([NOTHING, *map(refusal, SENT)])),
        ),
    ],
)
def test_a_named_outcome_is_taken_at_its_word(lines: list[str], answer: Billed | Refused) -> None:
    assert outcome(understood(lines), SENT) == answer


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ([], "o portal não mostrou nenhuma resposta"),
        (["Imprimir protocolo"], "o portal não mostrou nenhuma resposta"),
        (
            ["Sua sessão expirou. Informe novamente o login e a senha."],
            "o portal respondeu 'Sua sessão expirou. Informe novamente o login e a senha.'",
        ),
        ([SUCCESS, NOTHING], f"o portal respondeu '{SUCCESS} {NOTHING}'"),
        ([SUCCESS, PARTIAL], f"o portal respondeu '{SUCCESS} {PARTIAL}'"),
        ([SUCCESS, refusal(SENT[0])], f"o portal respondeu '{SUCCESS} {refusal(SENT[0])}'"),
        ([SUCCESS, SUCCESS], f"o portal respondeu '{SUCCESS} {SUCCESS}'"),
        (
            [SUCCESS, PARTIAL, refusal("999")],
            f"o portal respondeu '{SUCCESS} {PARTIAL} {refusal('999')}'",
        ),
        ([NOTHING, refusal(SENT[0])], f"o portal respondeu '{NOTHING} {refusal(SENT[0])}'"),
        (
            [NOTHING, *map(already, SENT)],
            f"o portal respondeu '{' '.join([NOTHING, *map(already, SENT)])}'",
        ),
    ],
)
def test_anything_else_is_unknown_and_only_the_record_can_tell(lines: list[str], why: str) -> None:
    assert outcome(understood(lines), SENT) == Unknown(why)


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (["Operação agendada."], "o portal respondeu 'Operação agendada.'"),
        ([SUCCESS, "Lote em auditoria."], "o portal respondeu 'Lote em auditoria.'"),
    ],
)
def test_a_text_of_no_catalogue_is_unknown_and_waits_for_a_person(lines: list[str], why: str) -> None:
    assert outcome(understood(lines), SENT) == Unknown(why, unclassified=True)
