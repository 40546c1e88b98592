"""The session ends at each step of a run on IPASEM: one person signs in again, and the run goes on at the same row."""

import pytest

from tests.journey.ipasem import Ipasem
from tests.journey.office import Office

pytestmark = [pytest.mark.browser, pytest.mark.long]
only_ipasem = pytest.mark.parametrize("insure", [Ipasem], ids=["ipasem"], indirect=True)


@only_ipasem
@pytest.mark.parametrize("step", ["inicio", "cartao", "movimento", "abrir", "validar", "gravar", "conferencia"])
def test_a_session_that_ends_at_a_step_is_signed_in_again_and_each_entry_stands_once(office: Office, step: str) -> None:
    insurer = office.insurer
    insurer.faults.arm("session_lost", on=step)
    figures = office.lancar()
    assert (figures.parado, figures.lancadas, figures.incertas) == ("", len(insurer.services), 0)
    assert (insurer.rows(), insurer.exceeded()) == (insurer.wanted(insurer.services), [])


@only_ipasem
@pytest.mark.parametrize("step", ["cartao", "fechar", "conferencia"])
def test_a_session_that_ends_while_closing_closes_nothing_twice(office: Office, step: str) -> None:
    insurer = office.insurer
    office.lancar()
    insurer.faults.arm("session_lost", on=step)
    assert (office.fechar().fechado, insurer.closed()) == (True, True)
    assert insurer.rows() == insurer.wanted(insurer.services)
