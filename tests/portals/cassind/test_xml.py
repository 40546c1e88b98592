"""Envio de arquivos XML in a real browser, on both skins: checked before it leaves, sent once, found again."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from email import message_from_bytes

import pytest
from playwright.sync_api import Browser

from agent.config.cadastro import Cadastro, ProfissionalCadastrado
from agent.model.answer import Conferido, Confirmed, Prepared, Refused, Unknown
from agent.model.lancamento import Kind, Lancamento
from portals.cassind.mock.envio_xml import CRITICAS
from portals.solus.by_xml import EnvioPorXml
from tests.portals.cassind.conftest import CONTA, Office, Open
from tests.portals.cassind.guias import entry, guia_of, number, sessions
from tests.portals.cassind.sample import OUTUBRO
from tests.skins import on_both_skins

pytestmark = pytest.mark.browser

MEDICO = ProfissionalCadastrado(nome="Rubén Teixeira", conselho="06", uf="28", cbo="225125", codigo="5511")
CADASTRO = Cadastro(
    codigo=CONTA.code, nome=CONTA.name, cnpj="12345678000195", cnes="2345678", profissionais={"27755": MEDICO}
)
GUIAS = [guia_of(way, place, CONTA.login) for way in ("detalhado", "honorario", "seriado") for place in range(1, 33)]


@pytest.fixture(scope="module")
def _floor(browser: Browser, skin: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("lotes")
    with ExitStack() as stack:
        office = Open(stack, browser, skin)(GUIAS, xml=EnvioPorXml(CADASTRO, folder))
        office.portal.name_cells(lambda origem, campo: f"{campo[0].upper()}{origem.linha}")
        office.folder = folder
        yield office


@pytest.fixture
def floor(_floor: Office) -> Iterator[Office]:
    """Thirty-two guias of each way, signed in once; each test has guias of its own."""
    yield _floor
    _floor.faults.disarm()
    _floor.mock.paginate(0)


def exam(place: int) -> Lancamento:
    return entry("detalhado", place, valor=4350)


def sent(office: Office, batch: Sequence[Lancamento]) -> object:
    prepared = office.portal.prepare(batch)
    assert prepared.ready == tuple(batch), prepared.blocked
    return office.portal.submit(prepared)


def billed(office: Office, *places: int, way: str = "detalhado") -> int:
    """How many contas truly stand for these guias."""
    return sum(conta.guia in {number(way, place) for place in places} for conta in office.mock.contas())


def why(prepared: Prepared) -> list[str]:
    return [blocked.answer.text for blocked in prepared.blocked if isinstance(blocked.answer, Refused)]


@on_both_skins()
def test_a_lote_of_exams_is_sent_and_each_entry_has_its_conta(floor: Office) -> None:
    outcome = sent(floor, [exam(1), exam(2), exam(3)])
    assert isinstance(outcome, Confirmed)
    assert ([recibo.valor for recibo in outcome.recibos], billed(floor, 1, 2, 3)) == ([4350, 4350, 4350], 3)


def test_the_sessions_of_a_guia_are_items_with_their_own_date(floor: Office) -> None:
    outcome = sent(floor, [each.model_copy(update={"valor_informado": 9500}) for each in sessions(1, 3)])
    days = [conta.day for conta in floor.mock.contas() if conta.guia == number("seriado", 1)]
    assert (isinstance(outcome, Confirmed), days) == (True, ["2026-10-01", "2026-10-08", "2026-10-15"])


def test_a_honorario_goes_as_a_file_too(floor: Office) -> None:
    outcome = sent(floor, [entry("honorario", 1, valor=118050)])
    assert (isinstance(outcome, Confirmed), billed(floor, 1, way="honorario")) == (True, 1)


def test_what_is_not_valid_never_leaves_and_is_told_by_guia_row_and_cell(floor: Office) -> None:
    before = len(floor.mock.requests("enviar_xml"))
    bad = exam(4).model_copy(update={"codigo_procedimento": "123456789012"})
    prepared = floor.portal.prepare([bad, exam(5)])
    assert (prepared.ready, len(floor.mock.requests("enviar_xml")) - before) == ((exam(5),), 0)
    [told] = why(prepared)
    assert told.startswith("guia 0046104, consultas.csv!5 (célula C5): Tamanho inválido no elemento codigoProcedimento")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"valor_informado": None}, "A guia 0046106 está sem valor, e um lote precisa dele."),
        ({"numero_carteira": ""}, "A guia 0046106 está sem a carteira do beneficiário."),
        (
            {"codigo_conselho": "111"},
            "A guia 0046106 é do profissional 111, que não está no cadastro.",
        ),
        (
            {"quantidade": 2},
            "A guia 0046106 tem quantidade 2 num item; o portal cobra item a item, com data e hora.",
        ),
    ],
)
def test_what_a_lote_needs_is_asked_before_the_browser_opens(
    floor: Office, changes: dict[str, object], said: str
) -> None:
    assert why(floor.portal.prepare([exam(6).model_copy(update=changes)])) == [said]


def test_each_critique_of_a_guia_becomes_a_message_with_guia_and_cell(floor: Office) -> None:
    names = sorted(set(CRITICAS) - {"prestador", "lote", "hash"})
    for place, name in enumerate(names, start=7):
        floor.mock.criticise(name, number("detalhado", place))
    batch = [exam(place) for place in range(7, 7 + len(names))]
    outcome = sent(floor, batch)
    assert isinstance(outcome, Refused)
    first, *each = outcome.text.split("; guia ")
    told = [line.partition(" (célula ")[0] for line in each]
    assert (first, told, billed(floor, *range(7, 7 + len(names)))) == (
        "Arquivo não enviado.",
        [f"{entry.numero_autorizacao}, consultas.csv!5" for entry in batch],
        0,
    )
    assert [CRITICAS[name] in line for name, line in zip(names, each, strict=True)] == [True] * len(names)


def test_the_entries_of_a_criticised_guia_are_the_cause_and_the_others_are_not(floor: Office) -> None:
    floor.mock.criticise("sexo", number("detalhado", 26))
    outcome = sent(floor, [exam(25), exam(26)])
    assert isinstance(outcome, Refused)
    [blocked] = outcome.because
    assert (blocked.lancamento, str(blocked.answer), billed(floor, 25, 26)) == (
        exam(26),
        f"guia {number('detalhado', 26)}, consultas.csv!5 (célula C5): "
        "procedimento incompatível com o sexo do beneficiário.",
        0,
    )


def test_a_file_with_another_fault_too_has_no_guia_for_its_cause(floor: Office) -> None:
    floor.mock.criticise("sexo", number("detalhado", 27))
    floor.mock.criticise("hash")
    outcome = sent(floor, [exam(27), exam(28)])
    floor.mock.state.criticise("hash", on=False)
    assert isinstance(outcome, Refused)
    assert (outcome.because, billed(floor, 27, 28)) == ((), 0)


@pytest.mark.parametrize("name", ["prestador", "hash"])
def test_a_critique_of_the_whole_file_stands_as_the_portal_wrote_it(floor: Office, name: str) -> None:
    floor.mock.criticise(name)
    outcome = sent(floor, [exam(16)])
    floor.mock.state.criticise(name, on=False)
    assert (outcome, billed(floor, 16)) == (
        Refused(f"Arquivo não enviado.; Lote: {CRITICAS[name]}."),
        0,
    )


def test_a_refused_file_leaves_an_unsent_email_with_the_screen(floor: Office) -> None:
    floor.mock.criticise("beneficiario", number("detalhado", 17))
    sent(floor, [exam(17)])
    seen = floor.portal.snapshot("recusa")
    mail = message_from_bytes(next(piece.content for piece in seen if piece.kind == "eml"))
    attached = [part.get_content_type() for part in mail.walk() if part.get_filename()]
    assert (mail["To"], mail["X-Unsent"], [kind.partition("/")[0] for kind in attached]) == (
        "info@cassind.com.br",
        "1",
        ["image", "application"],
    )


def test_a_number_that_was_used_is_never_used_again(floor: Office) -> None:
    sent(floor, [exam(18)])
    sent(floor, [exam(19)])
    lotes = [row["lote"] for row in floor.mock.state.arquivos(CONTA.login)]
    assert len(set(lotes)) == len(lotes)


@on_both_skins()
def test_an_upload_without_answer_is_found_in_the_history_and_not_sent_again(floor: Office) -> None:
    before = len(floor.mock.state.arquivos(CONTA.login))
    floor.faults.arm("error_500_after_commit", on="enviar_xml")
    outcome = sent(floor, [exam(20), exam(21)])
    assert isinstance(outcome, Confirmed)
    assert (len(outcome.recibos), billed(floor, 20, 21), len(floor.mock.state.arquivos(CONTA.login)) - before) == (
        2,
        2,
        1,
    )


def test_an_upload_that_never_arrived_stays_unknown_for_the_read_back(floor: Office) -> None:
    floor.faults.arm("error_500_before_commit", on="enviar_xml")
    outcome = sent(floor, [exam(22)])
    record = floor.portal.observe(OUTUBRO)
    mine = [row for row in record.movimentos if row.numero_autorizacao == number("detalhado", 22)]
    assert (isinstance(outcome, Unknown), mine, billed(floor, 22)) == (True, [], 0)


def test_an_upload_that_the_browser_sent_twice_is_taken_once(floor: Office) -> None:
    floor.faults.arm("commit_then_drop", on="enviar_xml")
    outcome = sent(floor, [exam(23)])
    assert (isinstance(outcome, Confirmed), billed(floor, 23)) == (True, 1)


def test_a_history_of_several_pages_is_read_to_its_last(floor: Office) -> None:
    floor.mock.paginate(1)
    floor.faults.arm("commit_then_drop", on="enviar_xml")
    prepared = floor.portal.prepare([exam(29)])
    before = len(floor.mock.requests("historico"))
    outcome = floor.portal.submit(prepared)
    asked = len(floor.mock.requests("historico")) - before
    assert (isinstance(outcome, Confirmed), billed(floor, 29), asked) == (True, 1, 3)


def test_a_history_that_is_not_whole_answers_nothing(floor: Office) -> None:
    floor.faults.arm("commit_then_drop", on="enviar_xml")
    floor.faults.arm("truncated_report", on="historico", rows=1)
    outcome = sent(floor, [exam(30)])
    assert isinstance(outcome, Unknown)
    assert (outcome.why.partition("; ")[2], billed(floor, 30)) == (
        "o Histórico não pôde ser lido (CASSIND, Histórico de Arquivos XML: A tela diz 2 arquivos e mostra 1.)",
        1,
    )


def test_a_number_that_the_operadora_calls_used_is_looked_up_and_told_with_its_words(floor: Office) -> None:
    floor.mock.criticise("lote")
    outcome = sent(floor, [exam(31)])
    floor.mock.state.criticise("lote", on=False)
    assert (isinstance(outcome, Refused), billed(floor, 31)) == (True, 0)
    assert str(outcome).startswith(f"o portal respondeu 'Arquivo não enviado. Lote: {CRITICAS['lote']}.'; o Histórico")


def test_words_that_nobody_knows_are_for_a_person(floor: Office) -> None:
    floor.faults.arm("unknown_notice", on="enviar_xml", text="Código 77.")
    assert sent(floor, [exam(24)]) == Unknown("o portal respondeu 'Código 77.'", unclassified=True)


def test_who_watches_sees_the_file_that_stands_on_the_screen(floor: Office) -> None:
    prepared = floor.portal.prepare([exam(1), exam(32)])
    [shown], [kept] = prepared.compared, prepared.evidence
    lote = kept.name.removeprefix("lote ")
    assert shown == Conferido("Arquivo", f"lote {lote}, 2 guias, R$ 87,00", f"lote_{lote}.xml {len(kept.content)}")


def test_only_who_asks_for_it_has_a_copy_of_the_file_that_lies_open(floor: Office) -> None:
    sealed = floor.portal.prepare([exam(1)])
    lie_open = sorted(path.suffix for path in floor.folder.iterdir())
    by_xml = floor.portal._by_xml
    assert by_xml is not None
    by_xml._given = EnvioPorXml(CADASTRO.model_copy(update={"copia_aberta": True}), floor.folder)
    opened = floor.portal.prepare([exam(1)])
    by_xml._given = EnvioPorXml(CADASTRO, floor.folder)

    assert [piece.kind for piece in (*sealed.evidence, *opened.evidence)] == ["xml", "xml"]
    assert (set(lie_open), [path.read_bytes() for path in floor.folder.glob("*.xml")]) == (
        {".lote"},
        [opened.evidence[0].content],
    )


def test_guias_of_two_kinds_are_never_in_one_lote(floor: Office) -> None:
    together = floor.portal.capabilities.together
    kinds = {together(exam(25)), together(exam(26)), together(exam(25).model_copy(update={"kind": Kind.CONSULTA}))}
    assert len(kinds) == 2
