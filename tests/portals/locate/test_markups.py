"""The ways in which a portal may write a field: in each, the one that a person would take, or a stop."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from agent.model.errors import PageChanged
from portals.locate.find import find_form
from portals.locate.labels import FieldKind, FieldLabel, PanelLabels

pytestmark = pytest.mark.browser

DATA = FieldLabel(names=("Data de atendimento",))
TIPO = FieldLabel(names=("Tipo de saída",), kind=FieldKind.SELECT)
GUIA = FieldLabel(names=("Enviar guia",), kind=FieldKind.CHECKBOX)
SIM = FieldLabel(names=("Sim",), kind=FieldKind.RADIO)
NAO = FieldLabel(names=("Não",), kind=FieldKind.RADIO)
ELA = 'data-answer="ela"'

TEXTS = {
    "a label by id": f"<label for=d>Data de atendimento</label><input id=d {ELA}><input>",
    "a label around it": f"<label>Data de atendimento <span><input {ELA}></span></label>",
    "a label with a hidden star": f"<label for=d>Data de atendimento<span style='color:red'> *</span></label>"
    f"<input id=d {ELA}>",
    "aria-label": f"<input aria-label='Data de atendimento' {ELA}><input aria-label='Data de análise'>",
    "aria-labelledby in two pieces": f"<i id=a>Data de</i> <i id=b>atendimento</i><input aria-labelledby='a b' {ELA}>",
    "placeholder": f"<input placeholder='Data de atendimento' {ELA}><input placeholder=Quantidade>",
    "title": f"<input title='Data de atendimento:' {ELA}>",
    "a mask and a label": f"<label for=d>Data de atendimento</label><input id=d placeholder='__/__/____' {ELA}>",
    "a mask and the cell before": "<table><tr><td>Data de atendimento"
    f"<td><input placeholder='__/__/____' {ELA}></table>",
    "the cell above": "<table><tr><td>Código<td>Data de atendimento<td>Valor"
    f"<tr><td><input><td><input {ELA}><td><input></table>",
    "the heading of the column": "<table><thead><tr><th>Código<th>Data de atendimento</thead>"
    f"<tbody><tr><td><input><td><input {ELA}></table>",
    "a cell over two columns": "<table><tr><td colspan=2>Código<td>Data de atendimento<tr><td><input><td><input>"
    f"<td><input {ELA}></table>",
    "floating text": "<div style='position:relative;height:60px'><span style='position:absolute;left:10px;top:0'>"
    f"Data de atendimento</span><input style='position:absolute;left:10px;top:20px' {ELA}>"
    "<span style='position:absolute;left:300px;top:0'>Valor</span>"
    "<input style='position:absolute;left:300px;top:20px'></div>",
    "floating text that the markup has last": "<div style='position:relative;height:60px'>"
    f"<input style='position:absolute;left:300px;top:20px'><input style='position:absolute;left:10px;top:20px' {ELA}>"
    "<span style='position:absolute;left:300px;top:0'>Valor</span>"
    "<span style='position:absolute;left:10px;top:0'>Data de atendimento</span></div>",
    "a label that floats inside the field": "<div style='position:relative;height:40px'>"
    f"<input id=d style='position:absolute;inset:0;padding-top:18px' {ELA}>"
    "<span style='position:absolute;left:4px;top:2px;font-size:10px'>Data de atendimento</span></div>"
    "<input>",
    "a text box that is no input": "<label id=l>Data de atendimento</label>"
    f"<div role=textbox contenteditable aria-labelledby=l {ELA}>&nbsp;</div>",
    "a definition list": f"<dl><dt>Valor<dd><input><dt>Data de atendimento<dd><input {ELA}></dl>",
    "text before the field in one line": f"Valor: <input> Data de atendimento: <input {ELA}> Quantidade: <input>",
    "an open shadow root": "<x-campo></x-campo><script>document.querySelector('x-campo').attachShadow({mode:'open'})"
    f".innerHTML = `<label>Data de atendimento <input {ELA}></label><label>Valor <input></label>`</script>",
    "a shadow root around the field alone": "<p>Data de atendimento <x-campo></x-campo></p><p>Valor <input></p><script>"
    f"document.querySelector('x-campo').attachShadow({{mode:'open'}}).innerHTML = `<input {ELA}>`</script>",
    "a shadow root that the words are slotted into": "<x-campo>Data de atendimento</x-campo><script>"
    "document.querySelector('x-campo').attachShadow({mode:'open'}).innerHTML = "
    f"`<label for=d><slot></slot></label><input id=d {ELA}>`</script>",
    "a shadow root in another": "<x-tela></x-tela><script>"
    "const tela = document.querySelector('x-tela').attachShadow({mode:'open'});"
    "tela.innerHTML = `<p>Data de atendimento</p><x-campo></x-campo>`;"
    f"tela.querySelector('x-campo').attachShadow({{mode:'open'}}).innerHTML = `<input {ELA}>`</script>",
}
STOPS = {
    "two fields with one name": "<label>Data de atendimento <input></label><label>Data de atendimento <input></label>",
    "the same in a shadow root": "<label>Data de atendimento <input></label><x-campo></x-campo><script>"
    "document.querySelector('x-campo').attachShadow({mode:'open'}).innerHTML = "
    "`<label>Data de atendimento <input></label>`</script>",
    "a field that may not be typed into": "<label>Data de atendimento <input readonly></label>",
    "a field that is dead": "<fieldset disabled><label>Data de atendimento <input></label></fieldset>",
    "a field behind glass": "<div inert><label>Data de atendimento <input></label></div>",
    "a field that nobody sees": "<label>Data de atendimento <input style='opacity:0'></label>",
    "another field between": "Data de atendimento <select><option>1</select> <input>",
}
SELECTS = {
    "a list": f"<label>Tipo de saída <select {ELA}><option>Alta</select></label>",
    "a list in cells": f"<table><tr><td>Tipo de saída<td><select {ELA}><option>Alta</select></table>",
    "a combobox": f"<label id=l>Tipo de saída</label><div role=combobox tabindex=0 aria-labelledby=l {ELA}>Alta</div>",
    "a combobox by the words above": f"<p>Tipo de saída</p><div role=combobox tabindex=0 {ELA}>Alta</div>",
    "a button that opens a list": f"<p>Tipo de saída</p><button aria-haspopup=listbox {ELA}>Alta</button>",
    "a box that is only drawn as a list": "<p>Valor</p><input><p>Tipo de saída</p>"
    f"<div class='Select-control dropdown' tabindex=0 {ELA}>Alta</div>",
    "a drawn box over a hidden list": "<label for=s>Tipo de saída</label><select id=s style='display:none'><option>Alta"
    f"</select><div class='select2-selection' tabindex=0 {ELA}>Alta</div>",
    "a field with suggestions": f"<label>Tipo de saída <input role=combobox list=t {ELA}></label>"
    "<datalist id=t></datalist>",
}
BOXES = {
    "words on the right": f"<input type=checkbox {ELA}> Enviar guia <input type=checkbox> Imprimir",
    "words on the left": f"Enviar guia <input type=checkbox {ELA}> Imprimir <input type=checkbox>",
    "words around": f"<label>Enviar guia <input type=checkbox {ELA}></label>",
    "words in the cell after": f"<table><tr><td><input type=checkbox {ELA}><td>Enviar guia</table>",
    "words in the cell before": "<table><tr><td>Enviar guia<td><input type=checkbox data-answer=ela></table>",
    "a drawn box": f"<div role=checkbox aria-checked=false tabindex=0 {ELA}>Enviar guia</div>",
    "a drawn box and its words": f"<span id=g>Enviar guia</span> <div role=checkbox aria-labelledby=g {ELA}>☐</div>",
    "a caption before both": f"Documentos: <input type=checkbox {ELA}> Enviar guia <input type=checkbox> Imprimir",
}
RADIOS = {
    "words on the right": f"<input type=radio name=r> Não <input type=radio name=r {ELA}> Sim",
    "words on the left": f"Não <input type=radio name=r> Sim <input type=radio name=r {ELA}>",
    "words on the left of three": f"Não <input type=radio name=r> Sim <input type=radio name=r {ELA}>"
    " Talvez <input type=radio name=r>",
    "a caption and words on the right": f"Glosado? <input type=radio name=r> Não <input type=radio name=r {ELA}> Sim",
    "a caption in the cell before": f"<table><tr><td>Glosado?<td><input type=radio name=r> Não "
    f"<input type=radio name=r {ELA}> Sim</table>",
    "one under the other": f"<p><input type=radio name=r> Não</p><p><input type=radio name=r {ELA}> Sim</p>",
    "buttons that are round ones": f"<button role=radio>Não</button><button role=radio {ELA}>Sim</button>",
}
BUTTONS = {
    "a menu that unfolds": f"<details><summary {ELA}>Listar</summary><a>Guias</a></details>",
    "a tab around its link": f"<ul><li role=tab><a {ELA}>Listar</a></li><li role=tab><a>Gravar</a></li></ul>",
    "a tab": f"<div role=tab {ELA}>Listar</div><div role=tab>Gravar</div>",
    "a link that is none": f"<span role=link {ELA}>Listar</span>",
}
WINDOWS = {
    "the browser's own": "<dialog><h2>PAINEL</h2><label>Data de atendimento <input data-answer=ela></label></dialog>"
    "<script>document.querySelector('dialog').showModal()</script>",
    "a library's": "<script>document.querySelector('div').inert = true</script>"
    "<section role=dialog aria-modal=true style='position:fixed;inset:20px;background:#fff'><h2>PAINEL</h2>"
    "<label>Data de atendimento <input data-answer=ela></label></section>",
}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def found(page: Page, html: str, **fields: FieldLabel) -> dict[str, str | None]:
    """Which element of the panel each field is, by its data-answer."""
    page.set_content(f"<!DOCTYPE html><html><body><div><h2>PAINEL</h2>{html}</div></body></html>")
    titled = PanelLabels(titles=("PAINEL",), fields=fields)
    form = find_form(page.frames, titled, "Exemplo")
    return {key: form[key].get_attribute("data-answer") for key in fields}


def cases(pages: dict[str, str]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("html", pages.values(), ids=pages.keys())


@cases(TEXTS)
def test_a_field_to_type_into_is_found_however_it_is_written(page: Page, html: str) -> None:
    assert found(page, html, data=DATA) == {"data": "ela"}


@cases(STOPS)
def test_what_a_person_would_ask_about_stops(page: Page, html: str) -> None:
    with pytest.raises(PageChanged):
        found(page, html, data=DATA)


@cases(SELECTS)
def test_a_list_is_found_however_it_is_drawn(page: Page, html: str) -> None:
    assert found(page, html, tipo=TIPO) == {"tipo": "ela"}


@cases(BOXES)
def test_a_box_is_found_by_the_words_on_its_side(page: Page, html: str) -> None:
    assert found(page, html, guia=GUIA) == {"guia": "ela"}


@cases(RADIOS)
def test_a_round_button_is_found_by_the_words_on_its_side(page: Page, html: str) -> None:
    assert found(page, html, sim=SIM) == {"sim": "ela"}


@cases(BUTTONS)
def test_what_is_pressed_is_found_however_it_is_made(page: Page, html: str) -> None:
    assert found(page, html, listar=FieldLabel(names=("Listar",), kind=FieldKind.BUTTON)) == {"listar": "ela"}


def test_a_path_of_menus_above_the_heading_is_no_second_panel(page: Page) -> None:
    page.set_content("<div>Guias › Lançar</div><h2>Guias lançar</h2><p>Data de atendimento <input></p>")
    form = find_form(page.frames, PanelLabels(titles=("GUIAS LANÇAR",), fields={"data": DATA}), "Exemplo")
    assert form.title == "Guias lançar"


@cases(WINDOWS)
def test_in_a_window_over_the_page_what_lies_behind_is_not_meant(page: Page, html: str) -> None:
    behind = "<label>Data de atendimento <input data-answer=atras></label></div>"
    assert found(page, f"{behind}{html}<div>", data=DATA) == {"data": "ela"}


def test_a_popups_fields_are_found_in_the_popup(page: Page) -> None:
    page.set_content("<h2>OUTRO</h2>")
    with page.expect_popup() as opened:
        page.evaluate("open('about:blank').document.write('<h2>PAINEL</h2><label>Data de atendimento <input></label>')")
    frames = [*page.frames, *opened.value.frames]
    form = find_form(frames, PanelLabels(titles=("PAINEL",), fields={"data": DATA}), "Exemplo")
    assert form.frame == opened.value.main_frame
    opened.value.close()
