"""A portal that changed since the last session: what depends on it stops before anything is typed, the rest goes on."""

import pytest

from agent.runner.known_panels import accept, panels_file, read_panels
from tests.journey.insurers import sheet
from tests.journey.ipasem import Ipasem
from tests.journey.office import Office

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("insure", [Ipasem], ids=["ipasem"], indirect=True)]


@pytest.fixture
def halfway(office: Office) -> Office:
    """The first service is launched, the second is planned."""
    first, second = office.insurer.services
    for services in ([first], [first, second]):
        office.write_sheet(sheet(services))
        office.planejar()
        if len(services) == 1:
            office.lancar()
    return office


def test_a_changed_field_stops_before_anything_is_typed_until_a_person_says_that_it_is_good(halfway: Office) -> None:
    insurer = halfway.insurer
    insurer.faults.arm("renamed_label", label="Quantidade", to="Quantidades")

    stopped = halfway.lancar()

    seen = read_panels(panels_file(halfway.folder, "ipasem"), "ipasem").mudados["requerimento"]
    assert stopped.parado == (
        'IPASEM, lançamento: A tela mudou: o campo "Quantidade" agora se chama "Quantidades". Nada foi digitado. '
        "Se um campo mudou de nome: faturista calibrar ipasem --tela ultima. "
        "Se a tela continua a mesma e só ganhou isto: faturista sondar ipasem --aceitar."
    )
    assert seen.para == ('o campo "Quantidade" agora se chama "Quantidades"',)
    assert halfway.saved() == [insurer.row(insurer.services[0])]
    assert halfway.keeps_a_page_with("Quantidades")

    accept(halfway.folder, "ipasem")

    assert halfway.lancar().parado == ""
    assert (insurer.rows(), insurer.exceeded()) == (insurer.wanted(insurer.services), [])


def test_a_change_on_which_nothing_depends_is_kept_and_stops_nothing(halfway: Office) -> None:
    insurer = halfway.insurer
    insurer.faults.arm("renamed_label", label="Quantidade", to="QUANTIDADE")

    assert halfway.lancar().parado == ""

    seen = read_panels(panels_file(halfway.folder, "ipasem"), "ipasem").mudados["requerimento"]
    assert (seen.para, seen.avisa) == ((), ('o campo "Quantidade" agora se chama "QUANTIDADE"',))
    assert insurer.rows() == insurer.wanted(insurer.services)
