"""Billing a batch through a real browser: exactly what was planned, once, or nothing."""

import pytest

from agent.model.answer import Confirmed, Prepared, Recibo
from tests.portals.cassind.conftest import Office
from tests.portals.cassind.sample import VALOR, consulta

pytestmark = pytest.mark.browser

SUCCESS = "Guias faturadas com sucesso. Protocolo de faturamento: 240101"


def test_a_batch_is_listed_marked_and_billed_with_conta_and_value_for_each_guia(office: Office) -> None:
    batch = [consulta(1), consulta(2), consulta(4)]
    prepared = office.portal.prepare(batch)
    assert (prepared, office.billed()) == (Prepared(tuple(batch)), [])
    assert office.portal.submit(prepared) == Confirmed(
        SUCCESS,
        tuple(Recibo(entry, f"88000{n}", VALOR, "240101") for n, entry in enumerate(batch, start=1)),
    )
    assert office.billed() == [("240101", entry.numero_autorizacao) for entry in batch]
