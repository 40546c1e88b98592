"""What a person said about a text: exactly that text means it, whatever its numbers; nothing is ever guessed."""

import pytest

from portals.ipasem import messages as ipasem
from portals.learned import Learned, Significado, knowing, learned, objection, without_data
from portals.screens import messages as screens
from portals.solus import messages as solus

TEXT = "Prestador suspenso até 12/2026, protocolo {numero}."


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Guia 2678555 em recadastramento.", "Guia {numero} em recadastramento."),
        ("Guia 2678555 de João da Silva, 65,00.", "Guia {numero1} de {paciente}, {numero2}."),
        ("Cartão 7002-4 de JOÃO DA SILVA vencido.", "Cartão {carteira} de {paciente} vencido."),
        ("Convênio em recadastramento.", "Convênio em recadastramento."),
    ],
)
def test_a_text_is_kept_without_the_patient_and_without_its_numbers(said: str, kept: str) -> None:
    assert without_data(said, {"João da Silva": "paciente", "7002-4": "carteira"}) == kept


@pytest.mark.parametrize(
    ("texto", "significado", "why"),
    [
        ("Convênio em recadastramento.", Significado.RECUSA, ""),
        ("Registro {numero} aceito.", Significado.SUCESSO, ""),
        ("Guia 2678555 bloqueada.", Significado.RECUSA, "o texto ainda traz números."),
        ("João da Silva sem cobertura.", Significado.RECUSA, "o texto traz o nome de um paciente."),
        ("Erro {numero}", Significado.AVISO, "o texto é curto demais para ser reconhecido com certeza."),
        (
            "Tudo certo por aqui.",
            Significado.SUCESSO,
            "um texto de sucesso precisa trazer um número só: o que o portal deu ao lançamento.",
        ),
    ],
)
def test_what_may_not_be_kept_is_told(texto: str, significado: Significado, why: str) -> None:
    assert objection(texto, significado, ["JOAO DA SILVA"]) == why


def test_a_text_means_what_was_said_with_any_number_and_only_there() -> None:
    with knowing([("Guia {numero} em recadastramento.", Significado.RECUSA)]):
        assert learned("GUIA 999 em recadastramento.") == Learned(Significado.RECUSA, "999")
        assert learned("Guia 999 em recadastramento, aguarde.") is None
    assert learned("Guia 999 em recadastramento.") is None


def test_a_text_that_stops_goes_on_stopping() -> None:
    with knowing([("Convênio em auditoria.", Significado.PARAR)]):
        assert learned("Convênio em auditoria.") is None


def test_every_portal_asks_what_was_said_where_its_own_catalogue_has_nothing() -> None:
    texts = [
        ("Convênio em recadastramento.", Significado.RECUSA),
        ("Bom trabalho a todos.", Significado.AVISO),
        ("Registro {numero} aceito.", Significado.SUCESSO),
        ("Entre mais uma vez.", Significado.SESSAO),
    ]
    lines = [text.replace("{numero}", "8300") for text, _ in texts]
    with knowing(texts):
        mine = [(m.classe.value, dict(m.valores)) for m in map(ipasem.CATALOGUE.understood, lines)]
        theirs = [(m.classe.value, dict(m.valores)) for m in solus.understood(lines)]
        any_s = [
            (m.classe.value, dict(m.valores))
            for m in map(screens.read_messages("portals.imaginaria").understood, lines)
        ]
    by_row = [("recusa", {}), ("neutra", {}), ("gravado", {"movimento": "8300"}), ("sessao", {})]
    assert (mine, any_s) == (by_row, by_row)
    assert theirs == [("recusa", {}), ("neutra", {}), ("sucesso", {"protocolo": "8300"}), ("sessao", {})]
    assert [m.classe for m in solus.understood(lines)] == [solus.Classe.DESCONHECIDA] * 4
    assert ipasem.CATALOGUE.understood(lines[0]).classe is ipasem.Classe.DESCONHECIDA
    assert screens.read_messages("portals.imaginaria").understood(lines[0]).classe is screens.Classe.DESCONHECIDA


def test_the_portals_own_catalogue_comes_first() -> None:
    with knowing([("Autorização não encontrada.", Significado.AVISO)]):
        assert ipasem.CATALOGUE.understood("Autorização não encontrada.").classe is ipasem.Classe.RECUSA
