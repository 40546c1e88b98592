"""Signing in: who comes in, who does not, and for how long."""

from datetime import timedelta

import pytest

from agent.accounting.opening import open_books
from tests.panel.conftest import Panel
from tests.panel.people import PASSWORD, Person, words


def test_a_stranger_is_sent_to_the_sign_in_and_then_to_where_he_wanted(shared: Panel) -> None:
    with Person.at(shared.url) as person:
        sent = person.sees("/quadro?ver=glosa")
        entered = person.signs_in("Olga", back="/quadro?ver=glosa")

    assert (sent.status_code, sent.headers["location"]) == (303, "/entrar?voltar=/quadro%3Fver%3Dglosa")
    assert (entered.status_code, entered.headers["location"]) == (303, "/quadro?ver=glosa")


@pytest.mark.parametrize(
    "back", ["//mal.exemplo/", "https://mal.exemplo", "/\\mal.exemplo", "javascript:alert(1)", "/%0d", "/\n"]
)
def test_the_way_back_never_leaves_the_panel(shared: Panel, back: str) -> None:
    with Person.at(shared.url) as person:
        entered = person.signs_in("Olga", back=back)

    assert (entered.status_code, entered.headers["location"]) in ((303, "/dia"), (303, "/%0d"))


@pytest.mark.parametrize(("nome", "password"), [("Ana", "outra senha comprida"), ("Ninguém", PASSWORD), ("", "")])
def test_a_wrong_name_and_a_wrong_password_get_the_same_answer(shared: Panel, nome: str, password: str) -> None:
    with Person.at(shared.url) as person:
        answer = person.signs_in(nome, password)
        after = person.sees("/quadro")

    assert (answer.status_code, "O nome ou a senha não confere." in words(answer)) == (401, True)
    assert after.status_code == 303


def test_after_five_wrong_passwords_even_the_right_one_waits_ten_minutes(panel: Panel) -> None:
    with Person.at(panel.url) as person:
        tries = [person.signs_in("Olga", "errada errada").status_code for _ in range(5)]
        locked = person.signs_in("Olga")
        panel.clock.now += timedelta(minutes=11)
        later = person.signs_in("Olga")

    assert (tries, locked.status_code, later.status_code) == ([401] * 5, 429, 303)


def test_a_form_without_the_token_of_its_page_does_nothing(shared: Panel) -> None:
    with Person.at(shared.url) as person:
        person.sees("/entrar")
        answer = person.client.post("/entrar", data={"nome": "Ana", "senha": PASSWORD})

    assert answer.status_code == 403


def test_a_cookie_cannot_be_read_by_scripts_sent_by_other_sites_or_forged(shared: Panel) -> None:
    with Person.at(shared.url) as person:
        cookie = person.signs_in("Ana").headers["set-cookie"]
        person.client.cookies.set("faturista", "WzEsMSwieCJd.aaaaaa.bbbbbb")
        forged = person.sees("/dia")

    assert [part.strip() for part in cookie.split(";")[1:]] == ["HttpOnly", "Path=/", "SameSite=strict"]
    assert forged.status_code == 303


def test_a_session_lasts_a_working_day_and_no_longer(panel: Panel, ana: Person) -> None:
    panel.clock.now += timedelta(hours=9, minutes=59)
    before = ana.sees("/dia").status_code
    panel.clock.now += timedelta(minutes=1)

    assert (before, ana.sees("/dia").status_code) == (200, 303)


def test_signing_out_ends_the_session_on_every_machine(panel: Panel) -> None:
    with Person.at(panel.url) as here, Person.at(panel.url) as there:
        for person in (here, there):
            person.signs_in("Olga")
        before = there.sees("/dia").status_code
        here.sends("/sair", {}, seen="/dia")
        after = [person.sees("/dia").status_code for person in (here, there)]

    assert (before, after) == (200, [303, 303])


def test_whoever_is_no_longer_active_is_out_at_once(panel: Panel) -> None:
    with Person.at(panel.url) as person:
        person.signs_in("Olga")
        with open_books(panel.office) as ledger:
            olga = ledger.members.called("olga")
            assert olga is not None
            ledger.members.change(olga, "operador", "", ativo=False, by="Ana")
        seen = person.sees("/dia")
        again = person.signs_in("Olga")

    assert (seen.status_code, again.status_code) == (303, 401)


def test_every_answer_forbids_what_is_not_ours(shared: Panel) -> None:
    with Person.at(shared.url) as person:
        headers = person.sees("/entrar").headers

    assert headers["content-security-policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    assert (headers["x-content-type-options"], headers["x-frame-options"], headers["cache-control"]) == (
        "nosniff",
        "DENY",
        "no-store",
    )


def test_another_name_for_this_machine_is_not_answered(shared: Panel) -> None:
    with Person.at(shared.url) as person:
        answer = person.client.get("/entrar", headers={"host": "mal.exemplo"})

    assert answer.status_code == 400


def test_what_was_seen_and_refused_is_on_record_without_what_was_typed(panel: Panel, ana: Person) -> None:
    ana.sees("/quadro?q=segredo")
    with Person.at(panel.url) as person:
        person.signs_in("digitei minha senha aqui")
    with open_books(panel.office) as ledger:
        sights = [(sight.who, sight.what, sight.ref) for sight in ledger.members.sights(3)]

    assert sights == [
        ("(nome desconhecido)", "entrada recusada", ""),
        ("Ana", "quadro", "/quadro"),
        ("Ana", "entrada", ""),
    ]
