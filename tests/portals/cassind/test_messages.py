"""The catalogue of the portal's texts."""

import re

import pytest

from portals.solus.messages import Classe, Mensagem, asking, of, understood


@pytest.mark.parametrize(
    ("line", "classe", "valores"),
    [
        (
            "Guias faturadas com sucesso. Protocolo de faturamento: 240101",
            Classe.SUCESSO,
            {"protocolo": "240101"},
        ),
        ("GUIAS FATURADAS COM SUCESSO.  Protocolo: 2026/240101", Classe.SUCESSO, {"protocolo": "2026/240101"}),
        (
            "Guia 004512876: guia já faturada no protocolo 240099.",
            Classe.DUPLICADA,
            {"guia": "004512876", "protocolo": "240099"},
        ),
        ("Guia 004512876: guia não pertence a este prestador.", Classe.RECUSA, {"guia": "004512876"}),
        ("Confirma o faturamento de 3 guia(s)?", Classe.CONFIRMACAO, {"quantidade": "3"}),
        ("Login ou senha invalidos.", Classe.CREDENCIAIS, {}),
        (
            "Acesso bloqueado após 3 tentativas inválidas. Entre em contato com o Setor de Cadastro.",
            Classe.BLOQUEIO,
            {"quantidade": "3", "orientacao": "entre em contato com o setor de cadastro."},
        ),
        ("Nenhum protocolo encontrado para os filtros informados.", Classe.VAZIA, {}),
        ("Sistema em manutenção", Classe.INDISPONIVEL, {}),
    ],
)
def test_a_known_text_has_a_class_and_its_numbers(line: str, classe: Classe, valores: dict[str, str]) -> None:
    assert understood([line]) == (Mensagem(classe, line, valores),)


@pytest.mark.parametrize(
    "line",
    [
        "Guias faturadas com sucesso.",
        "Guias faturadas com sucesso. Protocolo de faturamento: 240101 pendente de auditoria",
        "Confirma o faturamento e o cancelamento de 3 guia(s)?",
        "Guia 004512876: cobertura em análise pela auditoria.",
        "Faturamento recebido.",
    ],
)
def test_a_text_that_is_only_nearly_known_is_unknown(line: str) -> None:
    assert understood([line]) == (Mensagem(Classe.DESCONHECIDA, line),)


def test_blank_lines_say_nothing_and_a_class_can_be_picked_out() -> None:
    said = understood(["", "Nenhuma guia foi faturada.", "Outra coisa"])
    assert [m.texto for m in said] == ["Nenhuma guia foi faturada.", "Outra coisa"]
    assert of(Classe.NADA, said) == (Mensagem(Classe.NADA, "Nenhuma guia foi faturada."),)


@pytest.mark.parametrize(
    ("question", "known"),
    [
        ("Confirma o faturamento de 3 guia(s)?", True),
        ("Confirma o faturamento de 13 guia(s)?", False),
        ("Confirma o faturamento de 3 guia(s)? As demais serão excluídas.", False),
    ],
)
def test_the_browsers_own_question_is_answered_only_for_the_number_of_guias_marked(question: str, known: bool) -> None:
    assert bool(re.search(asking(3), question)) is known
