"""An office knows where everything lies."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from agent.config.contas import Contrato
from agent.config.create import create_office, template
from agent.config.find import find_office
from agent.config.load import load_office
from agent.config.office import Office
from agent.config.settings import Acesso
from agent.model.errors import InputError, SetupError
from tests.config.office_file import RIGHT, write_office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return load_office(write_office(tmp_path))


def test_everything_lies_in_the_office_folder(office: Office, tmp_path: Path) -> None:
    assert [
        path.relative_to(tmp_path).as_posix()
        for path in (
            office.file,
            office.livro,
            office.diario,
            office.evidencias,
            office.saida,
            office.mapeamentos,
            office.cofre,
            office.registros,
            office.entrada("sorriso"),
        )
    ] == [
        "faturista.toml",
        "livro/faturista.sqlite3",
        "diario/intencoes.jsonl",
        "evidencias",
        "saida",
        "mapeamentos",
        "cofre",
        "registros",
        "entrada/sorriso",
    ]


def test_the_journal_can_live_on_another_disk(tmp_path: Path) -> None:
    disk = tmp_path / "outro-disco"
    text = RIGHT.replace('cofre = "arquivo"', f"diario = '{disk}'")

    assert load_office(write_office(tmp_path / "e", text)).diario == disk / "intencoes.jsonl"


def test_a_clinic_without_places_has_its_inbox_and_locks_of_excel_are_passed_over(office: Office) -> None:
    inbox = office.entrada("sorriso")
    inbox.mkdir(parents=True)
    for name in ("b.XLSX", "a.csv", "~$b.xlsx", "._b.xlsx", "notas.docx", "c.TXT"):
        (inbox / name).touch()

    assert office.planilhas("sorriso") == (inbox / "a.csv", inbox / "b.XLSX", inbox / "c.TXT")


def test_a_clinic_with_places_has_the_sheets_of_all_of_them(office: Office) -> None:
    office.entrada("passo-firme").mkdir(parents=True)
    (office.entrada("passo-firme") / "x.ods").touch()
    (office.folder / "avulsa.csv").touch()

    assert office.planilhas("passo-firme") == (office.folder / "avulsa.csv", office.entrada("passo-firme") / "x.ods")


def test_a_place_that_does_not_exist_is_told(office: Office) -> None:
    with pytest.raises(InputError) as caught:
        office.planilhas("passo-firme")

    assert str(caught.value) == (
        f"{office.file}, clinicas.passo-firme.planilhas: o arquivo ou a pasta"
        f' "{office.entrada("passo-firme")}" não existe. Crie a pasta, ou corrija o caminho.'
    )


def test_an_access_is_found_by_clinic_and_portal(office: Office) -> None:
    assert office.acesso("sorriso", "cassind") == Acesso(usuario="sorriso", valor_divergente="digitar")


def test_an_unknown_clinic_is_told_with_the_nearest_one(office: Office) -> None:
    with pytest.raises(SetupError) as caught:
        office.clinica("soriso")

    assert str(caught.value) == (
        f'{office.file}: clinicas.soriso: esta clínica não está no arquivo. Você quis dizer "sorriso"?'
    )


def test_an_access_that_a_clinic_does_not_have_is_told_with_those_it_has(office: Office) -> None:
    with pytest.raises(SetupError) as caught:
        office.acesso("passo-firme", "cassind")

    assert str(caught.value) == (
        f"{office.file}: clinicas.passo-firme.acessos.cassind: a clínica não tem acesso a este portal. Há: ipasem."
    )


def test_an_unknown_portal_is_told_with_those_there_are(office: Office) -> None:
    with pytest.raises(SetupError) as caught:
        office.portal("unimed")

    assert str(caught.value) == (
        f"{office.file}: portais.unimed: este portal não está no arquivo. Há: ipasem, cassind."
    )


def test_today_is_the_day_in_the_office_not_in_london(office: Office) -> None:
    assert office.today(datetime(2026, 11, 1, 1, 30, tzinfo=UTC)) == date(2026, 10, 31)


def test_a_new_office_loads_as_it_is_and_has_its_folders(tmp_path: Path) -> None:
    office = create_office(tmp_path / "novo")

    assert office.file.read_text(encoding="utf-8") == template()
    assert sorted(p.relative_to(office.folder).as_posix() for p in office.folder.rglob("*")) == [
        "entrada",
        "entrada/exemplo",
        "faturista.toml",
        "mapeamentos",
        "saida",
    ]


def test_an_office_that_exists_is_never_overwritten(tmp_path: Path) -> None:
    write_office(tmp_path)

    with pytest.raises(SetupError) as caught:
        create_office(tmp_path)

    assert str(caught.value) == (
        f"{tmp_path}: a pasta já tem um faturista.toml; nada foi alterado. Escolha outra pasta."
    )
    assert (tmp_path / "faturista.toml").read_text(encoding="utf-8") == RIGHT


def test_a_place_where_no_folder_can_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "arquivo").touch()

    with pytest.raises(SetupError, match="a pasta não pôde ser criada"):
        create_office(tmp_path / "arquivo" / "novo")


def test_the_folder_is_the_given_one_then_the_variable_then_upwards(tmp_path: Path) -> None:
    a, b, c = (write_office(tmp_path / name) for name in "abc")
    inside = c / "entrada" / "sorriso"
    inside.mkdir(parents=True)

    assert [
        find_office(a, {"FATURISTA_PASTA": str(b)}, inside),
        find_office(None, {"FATURISTA_PASTA": str(b)}, inside),
        find_office(None, {}, inside),
    ] == [a, b, c]


def test_no_office_anywhere_says_where_it_was_looked_for(tmp_path: Path) -> None:
    with pytest.raises(SetupError) as caught:
        find_office(None, {}, tmp_path)

    assert str(caught.value) == (
        f"{tmp_path}: não há faturista.toml nesta pasta nem nas que a contêm. Entre na pasta do escritório,"
        " indique-a com --pasta, ou crie uma com: faturista iniciar PASTA"
    )


def test_a_given_folder_that_is_no_office_is_told(tmp_path: Path) -> None:
    with pytest.raises(SetupError) as caught:
        find_office(tmp_path, {}, tmp_path)

    assert str(caught.value) == (
        f'--pasta: a pasta "{tmp_path}" não tem faturista.toml.'
        " Confira o caminho, ou crie-a com: faturista iniciar PASTA"
    )


def test_what_the_office_says_of_a_contract_wins_key_by_key_and_the_rest_is_usual(tmp_path: Path) -> None:
    said = "\n[contratos.cassind]\nprazo_recurso = 45\ndias_uteis = false\n"
    office = load_office(write_office(tmp_path, RIGHT + said))
    assert office.contrato("cassind") == Contrato(prazo_recurso=45, pagamento_dias=43, registro_ans="413518")
    assert office.contrato("ipasem") == Contrato()


def test_an_office_s_own_figure_wins_over_the_usual_one_even_where_it_is_what_others_use(tmp_path: Path) -> None:
    said = '\n[contratos.cassind]\npagamento_dias = 30\nregistro_ans = "000001"\n'
    office = load_office(write_office(tmp_path, RIGHT + said))
    assert office.contrato("cassind") == Contrato(pagamento_dias=30, registro_ans="000001")
