"""Appeals at the panel: drafted, sent, answered and dropped as `faturista recurso` does, by those who may."""

from datetime import date

import pytest

from agent.accounting.opening import open_books
from agent.ledger.appeals import Appeal
from agent.ledger.store import Ledger
from tests.panel.conftest import Panel
from tests.panel.people import Person, words

TODAY = "2026-12-01"


def refused(panel: Panel, count: int = 1, clinica: str = "vale-sereno") -> list[int]:
    """Entries of a clinic with a glosa that may still be appealed."""
    with open_books(panel.office) as ledger:
        chases = panel.house.figuring.chases(ledger)
    today = panel.house.local(panel.clock.now).date()
    found = [
        g.conta_id for mes, c in chases if mes.clinica == clinica for g in c.glosas if g.prazo and g.prazo >= today
    ]
    return sorted(found)[:count]


def appeals(panel: Panel) -> list[Appeal]:
    with open_books(panel.office) as ledger:
        return [appeal for mes in ledger.months.all() for appeal in ledger.appeals.of(mes)]


def last_actor(ledger: Ledger) -> str:
    return ledger.events.all()[-1].actor


def drafts(person: Person, numbers: list[int], text: str = "") -> int:
    fields = {f"l.{number}": "1" for number in numbers} | {"texto": text}
    return person.sends("/glosas/redigir", fields, seen="/glosas").status_code


def test_what_was_ticked_becomes_one_letter_a_month_and_the_text_is_kept(panel: Panel, ana: Person) -> None:
    wanted = refused(panel, 2)
    code = drafts(ana, wanted, "Conforme a guia autorizada.")
    made = appeals(panel)
    letter = ana.sees(f"/recurso/{made[0].id}/carta")
    with open_books(panel.office) as ledger:
        numbers = [ledger.entries.get(number).lancamento.numero_autorizacao for number in wanted]
        actor = last_actor(ledger)

    assert (code, [appeal.entry_id for appeal in made], actor) == (303, wanted, "Ana")
    assert {(appeal.state, appeal.justificativa) for appeal in made} == {("rascunho", "Conforme a guia autorizada.")}
    assert (letter.status_code, numbers[0] in letter.text, "sandbox" in letter.headers["content-security-policy"]) == (
        200,
        True,
        True,
    )
    assert "falta enviar" in words(ana.sees("/glosas"))


def test_an_appeal_is_sent_and_answered_and_the_money_moves(panel: Panel, ana: Person) -> None:
    (wanted,) = refused(panel)
    drafts(ana, [wanted])
    (made,) = appeals(panel)
    path = f"/recurso/{made.id}"
    sent = ana.sends(path, {"ato": "enviado", "em": TODAY, "protocolo": "R-7"}, seen="/glosas")
    under_way = words(ana.sees("/glosas"))
    answered = ana.sends(path, {"ato": "respondido", "em": "01/12/2026", "recuperado": "10,00"}, seen="/glosas")
    (done,) = appeals(panel)

    assert (sent.status_code, answered.status_code) == (303, 303)
    assert "enviado em 01/12/2026, protocolo R-7" in under_way
    assert (done.state, done.recuperado, done.mantido) == ("respondido", 1000, made.valor - 1000)
    assert (done.sent_on, done.answered_on) == (date(2026, 12, 1), date(2026, 12, 1))


def test_an_appeal_that_is_dropped_is_a_glosa_again(panel: Panel, ana: Person) -> None:
    drafts(ana, refused(panel))
    (made,) = appeals(panel)
    ana.sends(f"/recurso/{made.id}", {"ato": "desistir"}, seen="/glosas")

    assert (appeals(panel)[0].state, "Nenhum recurso está em andamento." in words(ana.sees("/glosas"))) == (
        "desistido",
        True,
    )


def test_a_glosa_is_given_up_with_its_reason_and_by_whom(panel: Panel, ana: Person) -> None:
    (wanted,) = refused(panel)
    page = f"/lancamento/{wanted}"
    without = ana.sends(f"{page}/perda", {"texto": " "}, seen=page)
    answer = ana.sends(f"{page}/perda", {"texto": "sem documento"}, seen=page)

    assert (without.status_code, answer.status_code) == (409, 303)
    story = words(ana.sees(page))
    assert ("dada por perdida: sem documento." in story, story.count("O retorno responde: liberado")) == (True, 1)


def test_what_was_said_by_mistake_is_taken_back_with_its_reason(panel: Panel, ana: Person) -> None:
    (wanted,) = refused(panel)
    page = f"/lancamento/{wanted}"
    drafts(ana, [wanted])
    (made,) = appeals(panel)
    path = f"/recurso/{made.id}"
    ana.sends(path, {"ato": "enviado", "em": TODAY, "protocolo": "R-7"}, seen="/glosas")
    (sent,) = appeals(panel)
    ana.sends(path, {"ato": "respondido", "em": TODAY, "recuperado": "10,00"}, seen="/glosas")
    step = {"ato": "desfazer", "de": "respondido"}
    without = ana.sends(path, {**step, "texto": " "}, seen=page)
    undone, twice = (ana.sends(path, {**step, "texto": "era de outro recurso"}, seen=page) for _ in range(2))

    assert (without.status_code, undone.status_code, twice.status_code, appeals(panel)) == (409, 303, 409, [sent])
    assert "O recurso volta de respondido a enviado: era de outro recurso." in words(ana.sees(page))


def test_a_glosa_that_was_given_up_by_mistake_is_one_again(panel: Panel, ana: Person) -> None:
    (wanted,) = refused(panel)
    page = f"/lancamento/{wanted}"
    none = ana.sends(f"{page}/retomar", {"texto": "engano"}, seen=page)
    ana.sends(f"{page}/perda", {"texto": "sem documento"}, seen=page)
    lost = words(ana.sees(page))
    back = ana.sends(f"{page}/retomar", {"texto": "o documento apareceu"}, seen=page)

    assert (none.status_code, "dados por perdidos" in lost, back.status_code) == (409, True, 303)
    assert "voltam a ser glosa: o documento apareceu." in words(ana.sees(page))
    assert refused(panel) == [wanted]


@pytest.mark.parametrize("numbers", [[], [999_999], [10**14]])
def test_what_awaits_no_decision_is_not_drafted(numbers: list[int], panel: Panel, ana: Person) -> None:
    assert (drafts(ana, [*numbers, *(refused(panel) if numbers else [])]), appeals(panel)) == (409, [])


def test_the_same_glosa_is_not_drafted_twice(panel: Panel, ana: Person) -> None:
    wanted = refused(panel)

    assert (drafts(ana, wanted), drafts(ana, wanted), len(appeals(panel))) == (303, 409, 1)


def test_no_text_that_goes_out_names_a_patient(panel: Panel, ana: Person) -> None:
    (wanted,) = refused(panel)
    with open_books(panel.office) as ledger:
        name = ledger.entries.get(wanted).lancamento.beneficiario
    drafted = drafts(ana, [wanted], f"O atendimento de {name.upper()} foi feito.")
    lost = ana.sends(f"/lancamento/{wanted}/perda", {"texto": name}, seen=f"/lancamento/{wanted}").status_code

    assert (drafted, lost, appeals(panel)) == (409, 409, [])


@pytest.mark.parametrize(
    "fields",
    [
        {"ato": "respondido", "em": TODAY, "recuperado": "10,00"},
        {"ato": "enviado", "em": "2026-12-02"},
        {"ato": "enviado", "em": "31/02/2026"},
        {"ato": "outro"},
        {},
    ],
)
def test_a_step_that_does_not_fit_changes_nothing(fields: dict[str, str], panel: Panel, ana: Person) -> None:
    drafts(ana, refused(panel))
    (made,) = appeals(panel)
    answer = ana.sends(f"/recurso/{made.id}", fields, seen="/glosas")

    assert (answer.status_code, appeals(panel)) == (409, [made])


def test_whoever_may_not_appeal_reads_how_it_stands_and_is_offered_nothing(panel: Panel, ana: Person) -> None:
    drafts(ana, refused(panel))
    with Person.at(panel.url) as conrado, Person.at(panel.url) as aurora:
        conrado.signs_in("Conrado")
        aurora.signs_in("Aurora")
        page, other = conrado.sees("/glosas"), aurora.sees("/glosas")

    assert ("falta enviar" in words(page), 'action="/recurso' in page.text, "redigir" in page.text) == (
        True,
        False,
        False,
    )
    assert "Nenhum recurso está em andamento." in words(other)
