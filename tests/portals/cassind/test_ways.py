"""One entry has one way, decided by its kind, or by the clinic's choice of files."""

import pytest

from agent.model.lancamento import Kind
from portals.solus.ways import named, named_as_xml
from tests.portals.cassind.sample import lancamento


@pytest.mark.parametrize(
    ("kind", "way"),
    [
        (Kind.CONSULTA, "Simplificado"),
        (Kind.EXAME, "Detalhado"),
        (Kind.PROCEDIMENTO, "Detalhado"),
        (Kind.HONORARIO, "Honorário individual"),
        (Kind.SERIADO, "Seriado múltiplo"),
        (Kind.ODONTOLOGIA, ""),
    ],
)
def test_the_kind_of_entry_decides_the_way_unless_all_goes_by_files(kind: Kind, way: str) -> None:
    entry = lancamento("004512901").model_copy(update={"kind": kind})
    assert (named(entry), named_as_xml(entry)) == (way, "XML TISS")
