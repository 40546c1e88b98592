"""The portals' own descriptions of what may be looked at: whole, and honest about what is left out."""

import pytest
from pydantic import ValidationError

from portals.probe.sondagem import Sondagem, read_known
from portals.registry import portal_names

PORTALS = sorted(portal_names(examples=True))


@pytest.mark.parametrize("portal", PORTALS)
def test_every_panel_is_looked_at_or_left_out_with_a_reason(portal: str) -> None:
    known = read_known(portal)
    seen = {alvo.partition(".")[0] for tela in known.sondagem.telas for alvo in tela.paineis}

    assert seen | set(known.sondagem.fora) == set(known.labels.panels)
    assert seen & set(known.sondagem.fora) == set()
    assert all(known.sondagem.fora.values())


@pytest.mark.parametrize("portal", PORTALS)
def test_every_step_option_and_list_names_something_that_is_known(portal: str) -> None:
    known = read_known(portal)
    fields = {f"{name}.{key}" for name, panel in known.labels.panels.items() for key in panel.fields}
    telas = known.sondagem.telas
    named = {passo.alvo for tela in telas for passo in tela.passos} | {alvo for tela in telas for alvo in tela.opcoes}

    assert named - fields == set()
    assert set(known.sondagem.consultas) - fields == set()
    assert {name for tela in telas for name in tela.colunas} - set(known.columns) == set()


@pytest.mark.parametrize("portal", PORTALS)
def test_no_button_that_saves_bills_closes_or_deletes_is_ever_pressed(portal: str) -> None:
    known = read_known(portal)
    pressed = [passo.alvo for tela in known.sondagem.telas for passo in tela.passos if not passo.digitar]
    words = {name for alvo in pressed for name in known.panel(alvo).fields[alvo.partition(".")[2]].names}

    irreversible = ("gravar", "faturar", "fechamento", "excluir", "reabrir", "enviar", "alterar", "salvar", "encerrar")
    assert [w for w in words if w.lower().startswith(irreversible) and "arquivos xml" not in w] == []


def test_a_button_that_is_not_a_look_up_cannot_be_asked_for() -> None:
    tela = {"nome": "Fechar", "passos": [{"consultar": "fechar.acessar"}]}

    with pytest.raises(ValidationError, match=r"não está entre as consultas: fechar\.acessar"):
        Sondagem.model_validate({"consultas": ["gerar.acessar"], "telas": [tela]})
