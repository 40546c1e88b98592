"""The catalogue: a text is exactly one that is known, or it is unknown."""

import re

import pytest

from portals.ipasem.messages import Classe, Mensagem, question, understood


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
    assert understood(text) == Mensagem(classe, text, valores)


@pytest.mark.parametrize(
    ("text", "matches"),
    [
        ("Confirma o fechamento do movimento 11/2026?", True),
        ("Confirma o fechamento do movimento 10/2026?", False),
        ("Confirma o fechamento do movimento 11/2026? Há pendências.", False),
    ],
)
def test_only_the_question_about_this_very_month_is_answered(text: str, matches: bool) -> None:
    pattern = question(Classe.FECHAR, mes="11/2026")
    assert bool(re.search(pattern, text, re.IGNORECASE)) == matches
