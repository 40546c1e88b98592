"""Every address of the panel, every role, and another clinic's data: each refuses what is not the visitor's."""

from collections.abc import Iterator, Mapping

import pytest
from starlette.routing import Route, WebSocketRoute

from agent.accounting.appealing import draft
from agent.accounting.bank import Books
from agent.accounting.opening import open_books
from agent.accounting.pack import Scope
from agent.ledger.queue import Asked
from agent.ledger.store import Ledger
from agent.panel.access import PAPEIS, Right
from agent.panel.afar import SOCKET
from agent.panel.app import LIVE, PAGES, routes_of
from agent.panel.receiving import Receiving
from agent.panel.visit import Page
from tests.panel.conftest import NOW, Panel
from tests.panel.people import PEOPLE, Person, words

STATE = "ab12" * 16
CLOSE = Asked(
    kind="aprovar",
    clinica="aurora",
    portal="ipasem",
    competencia="2026-10",
    step="fechar",
    ref="plano",
    subject=STATE,
    seen="Fechar aurora em ipasem, 10/2026\n24 lançamentos",
    asked="confira e aprove",
    otherwise="o prazo se perde",
)


@pytest.fixture(scope="module")
def at_the_door(shared: Panel) -> Iterator[Mapping[str, Person]]:
    """Everybody, signed in, by name; and "", a stranger."""
    with open_books(shared.office) as ledger:
        ledger.queue.ask(CLOSE)
    everybody = {nome: Person.at(shared.url) for nome, _, _ in PEOPLE} | {"": Person.at(shared.url)}
    for nome, person in everybody.items():
        if nome:
            person.signs_in(nome)
    yield everybody
    for person in everybody.values():
        person.client.close()


def _handed_in(shared: Panel, clinica: str) -> str:
    content = b"Autorizacao;Data;Codigo;Qtde;Valor\n2988001;05/10/2026;50000616;1;65,00\n"
    return Receiving(shared.office, shared.clock).take(clinica, "ipasem 10-2026.csv", content, "Olga").id


def _drafted(shared: Panel, ledger: Ledger, clinica: str) -> int:
    """The number of an appeal with its letter."""
    mes, number = next(
        (mes, glosa.conta_id)
        for mes, chase in reversed(shared.house.figuring.chases(ledger))
        for glosa in chase.glosas
        if mes.clinica == clinica and glosa.glosado and glosa.recurso not in ("rascunho", "enviado")
    )
    scope = Scope(shared.office, ledger, [mes], Books(), NOW, shared.house.days.off)
    return draft(scope, only=[number])[0].itens[0].numero


@pytest.fixture(scope="module")
def things(shared: Panel) -> dict[str, dict[str, str]]:
    """For each clinic what an address may name: a month, an entry, a file, and the item that waits."""
    with open_books(shared.office) as ledger:
        drafted = {clinica: str(_drafted(shared, ledger, clinica)) for clinica in ("aurora", "vale-sereno")}
        return {
            clinica: {
                "mes": str(mes.id),
                "lancamento": str(ledger.entries.of(mes)[0].id),
                "sha256": ledger.trail.proofs(mes)[0].sha256,
                "numero": "1",
                "tipo": "csv",
                "recebida": _handed_in(shared, clinica),
                "recurso": drafted[clinica],
                "clinica": clinica,
                "grupo": f"clinica.{clinica}",
                "pendencia": "1",
            }
            for clinica in drafted
            for mes in ledger.months.all()[:3]
            if mes.clinica == clinica
        }


def _opens(person: Person, page: Page, names: Mapping[str, str]) -> int:
    path = page.path.format(**names)
    if page.method == "GET":
        return person.sees(path).status_code
    if page.takes_file:
        return person.hands_in("aurora", "ipasem 10-2026.csv", b"x", seen="/quadro").status_code
    return person.sends(path, {}, seen="/quadro").status_code


def test_there_is_no_address_that_the_table_of_pages_does_not_know(shared: Panel) -> None:
    known = {(page.path, page.method) for page in PAGES} | {(LIVE, "GET")}
    served = {
        (route.path, method)
        for route in routes_of(shared.house)
        if isinstance(route, Route)
        for method in (route.methods or set()) - {"HEAD"}
    }
    sockets = [route.path for route in routes_of(shared.house) if isinstance(route, WebSocketRoute)]
    assert (served, sockets) == (known, [SOCKET])  # who opens the socket: see test_live_socket


@pytest.mark.parametrize("address", [page for page in PAGES if page.method == "GET"], ids=lambda page: page.path)
def test_a_page_is_shown_to_its_roles_and_to_nobody_else(
    address: Page, at_the_door: Mapping[str, Person], things: dict[str, dict[str, str]]
) -> None:
    answers = {nome: _opens(at_the_door[nome], address, things["aurora"]) for nome, _, _ in PEOPLE if nome != "Serena"}
    stranger = _opens(at_the_door[""], address, things["aurora"])

    may = {nome: address.right in PAPEIS[papel] for nome, papel, _ in PEOPLE if nome != "Serena"}
    assert {nome: code in (200, 303) for nome, code in answers.items()} == may
    assert {code for nome, code in answers.items() if not may[nome]} <= {403}
    assert stranger == (200 if address.right is Right.ANYBODY else 303)


@pytest.mark.parametrize("address", [page for page in PAGES if page.method == "POST"], ids=lambda page: page.path)
def test_a_form_does_nothing_for_a_lower_role_a_stranger_or_without_the_token_of_its_page(
    address: Page, at_the_door: Mapping[str, Person], things: dict[str, dict[str, str]]
) -> None:
    path = address.path.format(**things["aurora"])
    lower = [nome for nome, papel, _ in PEOPLE if address.right not in PAPEIS[papel]]
    refused = {nome: _opens(at_the_door[nome], address, things["aurora"]) for nome in lower}
    without_token = {nome: at_the_door[nome].client.post(path, data={}).status_code for nome, _, _ in PEOPLE}
    stranger = at_the_door[""].sends(path, {}, seen="/entrar").status_code

    assert (set(refused.values()) | set(without_token.values())) <= {403}
    assert stranger == 401


@pytest.mark.parametrize(
    "address", [page for page in PAGES if "{" in page.path and page.method == "GET"], ids=lambda page: page.path
)
def test_a_clinic_never_opens_what_is_another_clinics(
    address: Page, at_the_door: Mapping[str, Person], things: dict[str, dict[str, str]]
) -> None:
    own = _opens(at_the_door["Aurora"], address, things["aurora"])
    others = _opens(at_the_door["Aurora"], address, things["vale-sereno"])
    mixed = _opens(at_the_door["Aurora"], address, {**things["vale-sereno"], "mes": things["aurora"]["mes"]})

    scoped = {"mes", "lancamento"} & set(address.path.replace("}", "{").split("{"))
    if scoped:
        assert (own, others) == (200, 404)
        assert mixed in ((404,) if "sha256" in address.path or "lancamento}" in address.path else (200,))
    else:
        assert {own, others} <= {200, 403}


@pytest.mark.parametrize("path", ["/quadro", "/quadro.csv", "/quadro?q=vale", "/quadro?mes=2026-03&ordem=informado"])
def test_no_list_that_a_clinic_sees_names_another(path: str, at_the_door: Mapping[str, Person]) -> None:
    aurora, serena = (at_the_door[nome].sees(path).text for nome in ("Aurora", "Serena"))

    assert ("Vale Sereno" in aurora, "Aurora Lindner" in serena) == (False, False)


@pytest.mark.parametrize("template", ["/mes/{mes}", "/lancamento/{lancamento}", "/mes/{mes}/lancamentos.csv"])
def test_an_accountant_sees_no_patient(
    shared: Panel, template: str, at_the_door: Mapping[str, Person], things: dict[str, dict[str, str]]
) -> None:
    with open_books(shared.office) as ledger:
        mes = ledger.months.get(int(things["aurora"]["mes"]))
        rows = [entry.lancamento for entry in ledger.entries.of(mes)]
    private = {word for row in rows for word in (row.beneficiario, row.numero_carteira) if word}
    path = template.format(**things["aurora"])
    accountant, operator = (at_the_door[nome].sees(path).text for nome in ("Conrado", "Olga"))

    assert {word for word in private if word in accountant} == set()
    assert {word for word in private if word in operator} != set()


def test_an_accountant_does_not_find_a_patient_by_searching(
    shared: Panel, at_the_door: Mapping[str, Person], things: dict[str, dict[str, str]]
) -> None:
    with open_books(shared.office) as ledger:
        name = ledger.entries.get(int(things["aurora"]["lancamento"])).lancamento.beneficiario
    path = f"/mes/{things['aurora']['mes']}?q={name}"
    accountant, operator = (words(at_the_door[nome].sees(path)) for nome in ("Conrado", "Olga"))

    assert ("Nada a mostrar" in accountant, "Nada a mostrar" in operator) == (True, False)


def test_what_runs_is_told_only_to_who_works(at_the_door: Mapping[str, Person]) -> None:
    refused = {nome: at_the_door[nome].sees(LIVE).status_code for nome in ("Conrado", "Aurora", "")}
    with at_the_door["Olga"].client.stream("GET", LIVE) as stream:
        first = next(stream.iter_lines())
        kind = stream.headers["content-type"]

    assert refused == {"Conrado": 204, "Aurora": 204, "": 204}
    assert (first, kind) == ("event: agora", "text/event-stream; charset=utf-8")


@pytest.mark.parametrize("number", ["0", "999999", "-1", "1e3", "99999999999999999999", "٣", "1;drop"])
@pytest.mark.parametrize("template", ["/mes/{}", "/lancamento/{}", "/aprovar/{}", "/mes/{}/lancamentos.csv"])
def test_a_number_that_is_nothing_is_answered_as_nothing(
    template: str, number: str, at_the_door: Mapping[str, Person]
) -> None:
    assert at_the_door["Ana"].sees(template.format(number)).status_code == 404
