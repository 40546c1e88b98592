"""The catalogue: a text is exactly one that is known, or it is unknown."""

import re

import pytest

from portals.ipasem.messages import CATALOGUE, Classe, Mensagem
from portals.ipasem.mock import dental, rules
from portals.ipasem.mock.month import Month
from tests.portals.ipasem.office import CNPJ, FONO, NOW, authorisation

FOUND = authorisation("2678555", "JOÃO DA SILVA", "7002-4")
TODAY, MONTH = NOW.date(), Month(2026, 11)
INCONSISTENCIES = [
    rules.refusal_to_open(None, [CNPJ], MONTH, closed=False, used_in=None),
    rules.refusal_to_open(FOUND, [], MONTH, closed=False, used_in=None),
    rules.refusal_to_open(FOUND, [CNPJ], MONTH, closed=False, used_in="09/2026"),
    *(rules.check_code(text, FOUND) for text in ("", "9999")),
    *(rules.check_date(text, FOUND, TODAY) for text in ("", "18-11", "30/11/2026", "30/09/2026")),
    *(rules.check_quantity(text, FONO) for text in ("", "uma", "0", "9")),
    *(rules.check_amount(text) for text in ("", "grátis")),
    *(rules.check_council(text) for text in ("", "CRM")),
    rules.check_remark("x" * 256),
    *(dental.check_tooth(dente, "OCLUSAL") for dente in ("", "99")),
    "Selecionar Face é inválido.",
    rules.RECORD_GONE,
]


@pytest.mark.parametrize("text", INCONSISTENCIES)
def test_each_inconsistency_that_the_imitation_tells_is_a_refusal_with_our_explanation(text: str) -> None:
    told = CATALOGUE.understood(text)
    assert (told.classe, bool(told.explicacao)) == (Classe.RECUSA, True)


def test_no_refusal_of_the_catalogue_is_without_an_explanation() -> None:
    assert [known.texto for known in CATALOGUE.texts if known.classe is Classe.RECUSA and not known.explicacao] == []


@pytest.mark.parametrize(
    ("text", "classe", "valores"),
    [
        ("Movimento gravado com sucesso. ID do Movimento: 8300", Classe.GRAVADO, {"movimento": "8300"}),
        ("MOVIMENTO GRAVADO COM SUCESSO.  ID do movimento: 8300", Classe.GRAVADO, {"movimento": "8300"}),
        ("Movimento gravado com sucesso, sob análise. ID do Movimento: 8300", Classe.DESCONHECIDA, {}),
        ("Movimento gravado com sucesso. ID do Movimento: 8300 e 8301", Classe.DESCONHECIDA, {}),
        ("Não: Movimento gravado com sucesso. ID do Movimento: 8300", Classe.DESCONHECIDA, {}),
        ("Autorização já utilizada no movimento 09/2026.", Classe.RECUSA, {"mes": "09/2026"}),
        ("Mês não pode ficar em branco.", Classe.RECUSA, {"campo": "mes"}),
        (
            'O formato de "Data de Atendimento" é inválido.',
            Classe.RECUSA,
            {"campo": 'o formato de "data de atendimento"'},
        ),
        ("Movimento 11/2026 já está fechado.", Classe.JA_FECHADO, {"mes": "11/2026"}),
        ("Confirma o fechamento do movimento 11/2026?", Classe.FECHAR, {"mes": "11/2026"}),
        ("Quer mesmo?", Classe.DESCONHECIDA, {}),
        ("", Classe.DESCONHECIDA, {}),
    ],
)
def test_a_text_is_known_as_a_whole_or_not_at_all(text: str, classe: Classe, valores: dict[str, str]) -> None:
    assert CATALOGUE.understood(text) == Mensagem(classe, text, valores)


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        ("Confirma o fechamento do movimento 11/2026?", True),
        ("Confirma o fechamento do movimento 10/2026?", False),
        ("Confirma o fechamento do movimento 11/2026? Há pendências.", False),
    ],
)
def test_only_the_question_about_this_very_month_is_answered(text: str, matches: bool) -> None:
    pattern = CATALOGUE.question(Classe.FECHAR, mes="11/2026")
    assert bool(re.search(pattern, text, re.IGNORECASE)) == matches
