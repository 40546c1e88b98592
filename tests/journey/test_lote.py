"""A clinic that bills CASSIND by files: a refused guia is named with its cell, and the rest goes in a new lote."""

from dataclasses import replace

import pytest

from agent.cli.edge import run
from agent.cli.main import command
from agent.config.load import load_office
from agent.model.entry import State
from agent.model.errors import Moved
from agent.model.figures import Figures
from agent.vault.key import VARIABLE
from tests.journey.cassind import Cassind
from tests.journey.insurers import sheet
from tests.journey.office import Approves, Office

pytestmark = [
    pytest.mark.browser,
    pytest.mark.parametrize("insure", [Cassind], ids=["cassind"], indirect=True),
]

_CADASTRO = """
[clinicas.bem-viver.acessos.cassind.xml]
codigo = "900777"
nome = "Clínica Bem Viver"

[clinicas.bem-viver.acessos.cassind.xml.profissionais.5615]
nome = "Ilda Farias"
conselho = "06"
uf = "28"
cbo = "225125"
codigo = "5511"
"""


@pytest.fixture
def by_files(office: Office) -> Office:
    """The planned office, whose clinic from now on bills by files."""
    settings = office.folder.folder / "faturista.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + _CADASTRO, encoding="utf-8")
    return replace(office, folder=load_office(office.folder.folder))


def states(office: Office) -> dict[str, State]:
    with office.desk() as desk:
        found = desk.ledger.entries.of(office.mes(desk))
    return {entry.lancamento.numero_autorizacao: entry.state for entry in found}


def insurer(office: Office) -> Cassind:
    assert isinstance(office.insurer, Cassind)
    return office.insurer


def refused(office: Office, *names: str) -> Figures:
    """The clinic's one lote, of which the operadora criticises the second guia, and the file with "" as the guia."""
    for name in names:
        insurer(office).mock.criticise(*name.split(" "))
    office.planejar()
    return office.lancar()


def test_a_way_that_changed_since_the_plan_refuses_the_launch(by_files: Office) -> None:
    with pytest.raises(
        Moved, match=r"a autorização 004512901 \(producao\.csv!3\) iria por XML TISS, e no plano por Simpl"
    ):
        by_files.lancar()
    assert by_files.insurer.rows() == by_files.insurer.wanted([])


def test_the_refused_guia_is_named_by_row_and_cell_and_the_rest_is_offered_as_a_new_lote(by_files: Office) -> None:
    figures = refused(by_files, "beneficiario 004512902")

    assert (figures.recusadas, figures.pendentes, figures.avisos, by_files.motivos()) == (
        1,
        2,
        (
            "o envio foi recusado inteiro por causa da guia 004512902; os outros 2 lançamentos não foram faturados e "
            "cabem num novo envio: rode lancar de novo",
        ),
        [
            "guia 004512902, producao.csv!4 (célula D4): beneficiário não encontrado pela carteira informada.",
        ],
    )
    assert by_files.insurer.rows() == by_files.insurer.wanted([])

    assert figures.arquivos == ("arquivo XML, lote 1: Recusado",)
    person = Approves()
    again = by_files.lancar(person)

    assert person.shown == ["Faturar bem-viver em cassind, 10/2026: 1 envio definitivo"]
    first, _, third = by_files.insurer.services
    assert (again.lancadas, again.recusadas, again.pendentes) == (2, 1, 0)
    assert again.arquivos == (
        "arquivo XML, lote 1: Recusado",
        "arquivo XML, lote 2, protocolo 240103: Processado",
    )
    assert by_files.insurer.rows() == by_files.insurer.wanted([first, third])
    assert states(by_files) == {
        "004512901": State.LANCADA,
        "004512902": State.RECUSADA,
        "004512903": State.LANCADA,
    }
    assert lie_open(by_files) == []
    assert written_out(by_files, "1", "2") == {
        "lote-bem-viver-1.eml": [],
        "lote-bem-viver-1.xml": ["00415656401", "00415656402", "00415656403"],
        "lote-bem-viver-2.xml": ["00415656401", "00415656403"],
    }


def lie_open(office: Office) -> list[str]:
    """The files in which a patient can be read as they lie there, but for the clinic's sheet and the ledger's table."""
    people = [word for service in office.insurer.services for word in (service.paciente, service.carteira)]
    return [
        str(path)
        for path in office.folder.folder.rglob("*")
        if path.is_file() and path.relative_to(office.folder.folder).parts[0] not in ("entrada", "livro")
        if any(word.casefold() in path.read_bytes().decode("utf-8", "replace").casefold() for word in people)
    ]


def written_out(office: Office, *lotes: str) -> dict[str, list[str]]:
    """What `faturista evidencia --lote` gives a person: each file, and which cards it shows."""
    for lote in lotes:
        place = ["--pasta", str(office.folder.folder), "--para", str(office.key.parent / "fora")]
        with pytest.MonkeyPatch.context() as environ:
            environ.setenv(VARIABLE, str(office.key))
            assert run(command, ["evidencia", "--lote", lote, *place]) == 0
    cards = [service.carteira for service in office.insurer.services]
    return {
        path.name: [card for card in cards if card in path.read_text(encoding="iso-8859-1")]
        for path in sorted((office.key.parent / "fora").iterdir())
    }


def test_where_the_operadora_has_a_file_comes_into_the_ledger_each_time_it_changes(by_files: Office) -> None:
    by_files.planejar()
    by_files.lancar()
    insurer(by_files).mock.file_stands("1", "Pago")

    with by_files.desk() as desk:
        runs = by_files.runs(desk)
        told = [runs.retorno()[0].arquivos, runs.retorno()[0].arquivos, runs.situacao()[0].arquivos]
        events = [event for event in desk.ledger.events.all() if event.kind == "arquivo.situacao"]
        audit = desk.ledger.auditor.audit()

    assert told == [("arquivo XML, lote 1, protocolo 240103: Pago",)] * 3
    assert [(event.entity_id, event.body["arquivos"][0]["situacao"]) for event in events] == [
        (1, "Processado"),
        (1, "Pago"),
    ]
    assert audit.findings == ()


def test_a_file_that_is_refused_for_more_than_its_guias_offers_nothing(by_files: Office) -> None:
    figures = refused(by_files, "beneficiario 004512902", "hash")

    assert (figures.recusadas, figures.pendentes, figures.avisos) == (3, 0, ())
    assert by_files.insurer.rows() == by_files.insurer.wanted([])


def test_what_the_standard_forbids_is_told_by_the_sheets_cell_before_anything_leaves(by_files: Office) -> None:
    first, second, third = by_files.insurer.services
    by_files.write_sheet(sheet([first, replace(second, carteira=second.carteira * 3), third]))
    by_files.planejar()

    figures = by_files.lancar()

    [why] = by_files.motivos()
    assert why.startswith("guia 004512902, producao.csv!4 (célula D4): Tamanho inválido no elemento numeroCarteira")
    assert (figures.lancadas, figures.recusadas, by_files.insurer.rows()) == (
        2,
        1,
        by_files.insurer.wanted([first, third]),
    )
