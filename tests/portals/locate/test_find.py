"""Finding a panel's fields by what a person sees: each page of the folder says which element is the right one."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from agent.model.errors import PageChanged
from portals.locate.find import Form, find_form, has_form
from portals.locate.labels import FieldKind, FieldLabel, PanelLabels

pytestmark = pytest.mark.browser

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
PANEL = PanelLabels(
    titles=("GERAR REQUERIMENTOS",),
    fields={
        "mes": FieldLabel(names=("Mês",)),
        "ano": FieldLabel(names=("Ano",)),
        "acessar": FieldLabel(names=("Acessar",), kind=FieldKind.BUTTON),
    },
)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def show(page: Page, html: str) -> None:
    page.set_content(f"<!DOCTYPE html><html><body>{html}</body></html>")


def answers(form: Form) -> dict[str, str | None]:
    return {key: form[key].get_attribute("data-answer") for key in form.shown}


@pytest.mark.parametrize("path", [p for p in PAGES if not p.stem.startswith("stops")], ids=lambda p: p.stem)
def test_the_field_a_person_would_choose_is_found(page: Page, path: Path) -> None:
    show(page, path.read_text(encoding="utf-8"))
    form = find_form(page.frames, PANEL, "IPASEM, tela inicial")
    assert answers(form) == {"mes": "mes", "ano": "ano", "acessar": "acessar"}


@pytest.mark.parametrize("path", [p for p in PAGES if p.stem.startswith("stops")], ids=lambda p: p.stem)
def test_what_is_not_found_exactly_once(page: Page, path: Path) -> None:
    html = path.read_text(encoding="utf-8")
    show(page, html)
    with pytest.raises(PageChanged) as stopped:
        find_form(page.frames, PANEL, "IPASEM, tela inicial")
    said = re.search(r"stops: (.*) -->", html)
    assert said is not None
    assert stopped.value.what == said[1]


def test_a_stop_says_where_what_was_seen_and_what_to_do(page: Page) -> None:
    show(page, "<div><h2>GERAR REQUERIMENTOS</h2><label>Mês <input></label><button>Acessar</button></div>")
    with pytest.raises(PageChanged) as stopped:
        find_form(page.frames, PANEL, "IPASEM, tela inicial")
    assert str(stopped.value) == (
        "IPASEM, tela inicial, painel 'GERAR REQUERIMENTOS': \"Ano\" não foi encontrado. "
        'Na tela há: "GERAR REQUERIMENTOS", "Mês", "Acessar". '
        "Nada foi digitado. Confira a tela no portal; se ela mudou de nome ou de lugar, "
        "avise quem cuida do faturista."
    )


def test_a_stop_names_labels_and_no_patient(page: Page) -> None:
    echo = "<dl><dt>Paciente:</dt><dd>ANA LIMA</dd></dl><table><tr><td>Nome</td><td>ANA LIMA</td></tr></table>"
    show(page, f"<div><h2>GERAR REQUERIMENTOS</h2>{echo}<label>Mês <input value='ANA LIMA'></label></div>")
    with pytest.raises(PageChanged) as stopped:
        find_form(page.frames, PANEL, "IPASEM, tela inicial")
    assert 'Na tela há: "GERAR REQUERIMENTOS", "Paciente", "Mês".' in str(stopped.value)


SHOWN = PanelLabels(
    titles=("DIGITE OS DADOS DO REQUERIMENTO *",),
    fields={
        "numero": FieldLabel(names=("Número da autorização",)),
        "paciente": FieldLabel(names=("PACIENTE",), kind=FieldKind.SHOWN),
        "matricula": FieldLabel(names=("MATRÍCULA",), kind=FieldKind.SHOWN),
        "amb": FieldLabel(names=("Código AMB",), kind=FieldKind.SHOWN, optional=True),
    },
)


@pytest.mark.parametrize(
    "markup",
    [
        "<p>PACIENTE: ANA LIMA</p><p>MATRICULA: 7002-4</p><p>Código AMB: 50000616</p>",
        "<b>Paciente:</b> ANA LIMA<br><b>Matrícula:</b> 7002-4<br><b>Código AMB:</b> 50000616",
        "<dl><dt>Paciente</dt><dd>ANA LIMA</dd><dt>Matrícula</dt><dd>7002-4</dd>"
        "<dt>Código AMB</dt><dd>50000616</dd></dl>",
        "<table><tr><td>PACIENTE:</td><td>ANA LIMA</td><td>MATRÍCULA:</td><td>7002-4</td></tr>"
        "<tr><td>Código AMB:</td><td><input value=50000616 readonly></td></tr></table>",
        "<div><span>Paciente</span><span>ANA LIMA</span></div><div><span>Matrícula</span><span>7002-4</span></div>"
        "<label for=c>Código AMB</label><input id=c value=50000616 disabled>",
    ],
)
def test_what_stands_beside_a_label_is_read(page: Page, markup: str) -> None:
    title = "<h2>DIGITE OS DADOS DO REQUERIMENTO 02/2025</h2>"
    show(page, f"<div>{title}<label>Número da autorização <input></label><div>{markup}</div></div>")
    form = find_form(page.frames, SHOWN, "IPASEM, lançamento")
    assert (form.title, form.shown) == (
        "DIGITE OS DADOS DO REQUERIMENTO 02/2025",
        {"numero": "", "paciente": "ANA LIMA", "matricula": "7002-4", "amb": "50000616"},
    )


def test_an_optional_field_may_be_absent(page: Page) -> None:
    title = "<h2>DIGITE OS DADOS DO REQUERIMENTO 02/2025</h2>"
    rest = "<label>Número da autorização <input></label><p>PACIENTE: ANA LIMA</p><p>MATRÍCULA: 7002-4</p>"
    show(page, f"<div>{title}{rest}</div>")
    assert find_form(page.frames, SHOWN, "IPASEM, lançamento").shown["amb"] == ""


CHOICES = PanelLabels(
    titles=("RELATÓRIO DE RETORNO DO FATURAMENTO",),
    fields={
        "sim": FieldLabel(names=("Sim",), kind=FieldKind.RADIO),
        "nao": FieldLabel(names=("Não",), kind=FieldKind.RADIO),
        "ordem": FieldLabel(names=("Ordenar por",), kind=FieldKind.SELECT),
    },
)


@pytest.mark.parametrize(
    "radios",
    [
        '<label><input type=radio data-answer="nao"> Não</label>'
        '<label><input type=radio data-answer="sim"> Sim</label>',
        '<input type=radio data-answer="nao"> Não <input type=radio data-answer="sim"> Sim',
        '<input type=radio id=n data-answer="nao"><label for=n>Não</label>'
        '<input type=radio id=s data-answer="sim"><label for=s>Sim</label>',
    ],
)
def test_a_choice_is_found_by_the_words_beside_it(page: Page, radios: str) -> None:
    select = '<select data-answer="ordem"><option>Data de atendimento</option></select>'
    title = "<h2>RELATÓRIO DE RETORNO DO FATURAMENTO</h2>"
    show(page, f"<div>{title}<p>Relatório glosado?</p><p>{radios}</p><p>Ordenar por {select}</p></div>")
    form = find_form(page.frames, CHOICES, "IPASEM, tela inicial")
    assert answers(form) == {"sim": "sim", "nao": "nao", "ordem": "ordem"}


def test_a_field_of_a_page_that_is_gone_is_not_handed_out(page: Page) -> None:
    show(page, "<div><h2>GERAR REQUERIMENTOS</h2><label>Mês <input></label></div>")
    form = find_form(page.frames, PANEL, "IPASEM, tela inicial", ["mes"])
    page.goto("about:blank")
    with pytest.raises(PageChanged) as stopped:
        form["mes"].focus()
    assert stopped.value.what == "A tela mudou depois de lida."


def test_a_page_knows_whether_it_is_itself(page: Page) -> None:
    show(page, "<div><h2>GERAR REQUERIMENTOS</h2><label>Mês <input></label></div>")
    assert (has_form(page.frames, PANEL, ["mes"]), has_form(page.frames, PANEL)) == (True, False)
