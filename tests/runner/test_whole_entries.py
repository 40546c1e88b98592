"""What a sheet says beyond an entry goes with it to the ledger and the portal, in the codes of TISS."""

import pytest

from agent.model.atendimento import Atendimento
from agent.runner.sheets import whole
from spreadsheets.reading.leitura import Complemento, Item
from tests.portals.cassind.sample import lancamento


@pytest.mark.parametrize(("word", "code"), [("Única", "1"), ("Mesma via", "2"), ("Diferentes vias", "3"), ("", "")])
def test_hours_grau_via_and_cids_go_along(word: str, code: str) -> None:
    said = Complemento(
        hora_inicial="08:30", hora_final="09:45", grau_participacao="00", via_acesso=word, cids=("K35.8",)
    )
    entry = whole(Item(lancamento(), said))
    assert entry == lancamento().model_copy(
        update={
            "atendimento": Atendimento(
                hora_inicial="08:30", hora_final="09:45", grau_participacao="00", via_acesso=code, cids=("K35.8",)
            )
        }
    )


def test_a_sheet_that_says_no_more_adds_nothing() -> None:
    assert whole(Item(lancamento(), Complemento())) == lancamento()
