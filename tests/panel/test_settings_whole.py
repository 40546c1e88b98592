"""The panel's settings against the whole of what faturista.toml may say: nothing that an office changes is missing."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from agent.config.evidencias import Evidencias
from agent.config.load import load_office
from agent.config.settings import Navegador, Settings
from agent.config.toml_lines import KeyPath
from agent.ledger.configuring import Mudanca
from agent.panel.settings import places
from agent.panel.settings_fields import groups
from agent.panel.settings_shape import Control
from tests.panel.conftest import Panel
from tests.panel.people import Person, words
from tests.panel.test_settings import history, saves

DATA = {
    "portais": {"ipasem": {}, "cassind": {}},
    "clinicas": {"sorriso": {"acessos": {"ipasem": {"usuario": "1"}, "cassind": {"usuario": "2"}}}},
}
ANY = {"portais": "*", "contratos": "*", "clinicas": "*", "acessos": "*"}
ONLY_IN_THE_FILE = {
    ("escritorio", "banco"): "another ledger under a panel at work would begin without a memory; shown, not changed",
    ("escritorio", "diario"): "the journal of what was sent moves with nothing at work; shown, not changed",
    ("escritorio", "cofre"): "where passwords lie moves with the passwords; shown, not changed",
    ("clinicas", "*", "acessos", "*", "xml"): "professionals with their CPF, told once, from the insurer's letter",
    ("clinicas", "*", "repasses"): "rules whose order counts; no form shows which of them takes an entry",
}


def _models(of: Any) -> Iterator[type[BaseModel]]:
    """The sections that an annotation names."""
    if isinstance(of, type) and issubclass(of, BaseModel):
        yield of
    for part in get_args(of):
        if not isinstance(part, str | int):
            yield from _models(part)


def _keys(model: type[BaseModel], at: KeyPath = ()) -> Iterator[KeyPath]:
    """Every key of the file; "*" for any clinic or portal. What is only in the file ends there."""
    for name, field in model.model_fields.items():
        path = (*at, name)
        within = list(_models(field.annotation))
        if path in ONLY_IN_THE_FILE or not within:
            yield path
        for section in within if path not in ONLY_IN_THE_FILE else ():
            yield from _keys(section, (*path, ANY[name]) if name in ANY else path)


def _general(path: KeyPath) -> KeyPath:
    names: list[str] = []
    for part in path:
        names.append("*" if names and names[-1] in ANY else part)
    return tuple(names)


SECTIONS = [secao for grupo in groups(DATA) for secao in grupo.secoes]
FIELDS = [(secao, campo) for secao in SECTIONS for campo in secao.campos]


def test_every_key_of_the_file_stands_on_a_page_or_has_a_reason_not_to() -> None:
    on_pages = {_general((*secao.path, campo.chave)) for secao, campo in FIELDS}

    assert set(_keys(Settings)) - set(ONLY_IN_THE_FILE) == on_pages
    assert on_pages & set(ONLY_IN_THE_FILE) == set()


def test_no_key_stands_on_two_pages() -> None:
    paths = [(*secao.path, campo.chave) for secao, campo in FIELDS]

    assert sorted(set(paths)) == sorted(paths)


def _literals(of: Any) -> set[str]:
    if get_origin(of) is Literal:
        return set(get_args(of))
    return {word for part in get_args(of) for word in _literals(part)}


def test_a_field_offers_exactly_what_the_file_takes() -> None:
    offered, taken = {}, {}
    for secao, campo in FIELDS:
        at, held = (secao.nome, campo.chave), secao.model.model_fields[campo.chave].annotation
        offered[at] = (campo.control is Control.SIM_NAO, set(campo.opcoes))
        taken[at] = ("bool" in str(held), _literals(held))

    assert offered == taken
    assert {(c.control in (Control.ESCOLHA, Control.MARCAS), bool(c.opcoes)) for _, c in FIELDS} == {
        (True, True),
        (False, False),
    }


def test_how_long_evidence_is_kept_is_judged_as_the_file_is_and_on_record(panel: Panel, ana: Person) -> None:
    wrong, said = saves(ana, "evidencias", "evidencias", telas_meses="0", guardar="13/2026")
    fields = {"telas_meses": "36", "relatorios_meses": "", "sozinho": "sim", "guardar": "aurora\naurora 10/2026"}
    right, _ = saves(ana, "evidencias", "evidencias", **fields)
    kept = load_office(panel.office.folder).settings.evidencias

    assert (wrong, "deve ficar entre 1 e 240; está 0" in said) == (409, True)
    assert 'deve ser uma clínica, um mês ou os dois, como "sorriso"' in said.replace("&#34;", '"')
    assert right == 303
    assert kept == Evidencias(telas_meses=36, sozinho=True, guardar=("aurora", "aurora 10/2026"))
    assert history(panel)[0][2] == (
        Mudanca("evidencias.telas_meses", "", "36"),
        Mudanca("evidencias.sozinho", "", "sim"),
        Mudanca("evidencias.guardar", "", "aurora, aurora 10/2026"),
    )


def test_firefox_and_the_daily_look_are_chosen_there(panel: Panel, ana: Person) -> None:
    saves(ana, "trabalho", "navegador", programa="firefox", caminho="", mostrar="não", sandbox="")
    saves(ana, "portal.ipasem", "portais.ipasem.agenda", desde="10/2026", fechar_dia_util="5", sondar="não")
    settings = load_office(panel.office.folder).settings
    agenda = settings.portais["ipasem"].agenda

    assert settings.navegador == Navegador(programa="firefox", mostrar=False)
    assert agenda is not None
    assert (agenda.fechar_dia_util, agenda.sondar) == (5, False)


def test_an_office_begins_on_another_portal_by_its_address(panel: Panel, ana: Person) -> None:
    settings = panel.office.file.read_text(encoding="utf-8")
    without = "\n".join(line for line in settings.splitlines() if "cassind" not in line)
    panel.office.file.write_text(without, encoding="utf-8")
    said = words(ana.sees("/configuracoes"))
    code, _ = saves(ana, "portal.cassind", "portais.cassind", endereco="https://cassind.exemplo")

    assert ("CASSIND Ainda não usado." in said, code) == (True, 303)
    assert load_office(panel.office.folder).settings.portais["cassind"].endereco == "https://cassind.exemplo"


def test_where_everything_is_kept_is_read_there_and_not_changed(panel: Panel, ana: Person) -> None:
    said = words(ana.sees("/configuracoes/escritorio"))
    elsewhere = replace(panel.office, banco="postgresql://faturista:segredo@servidor/faturista")

    office = panel.office
    assert f"Livro {office.livro} Diário de intenções {office.diario.parent} Senhas {office.cofre} Provas" in said
    assert places(elsewhere)[0] == ("Livro", "postgresql://servidor/faturista")
