"""Glosas in the panel: the worklist of `faturista recurso`, the radar, the rates, and the money of each month."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from agent.accounting.bank import Books
from agent.accounting.chasing import denial_rates
from agent.accounting.pack import Scope, gather
from agent.cli.edge import run
from agent.cli.main import command
from agent.config.agenda import Calendario
from agent.config.contas import Contrato
from agent.model.valor import write_valor
from agent.panel.denials import merged
from agent.panel.figuring import Figuring
from tests.panel.conftest import NOW, Panel
from tests.panel.people import Person, words


@pytest.fixture
def conrado(shared: Panel) -> Iterator[Person]:
    """The accountant, signed in."""
    with Person.at(shared.url) as person:
        person.signs_in("Conrado")
        yield person


def _table(person: Person, path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(person.sees(path).content.decode("utf-8-sig")), delimiter=";"))


def test_the_worklist_has_the_entries_and_amounts_of_recurso(
    shared: Panel, conrado: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    run(command, ["recurso", "--pasta", str(shared.office.folder), "--json"])
    told = {each["lancamento"]: each["valor"] for each in json.loads(capsys.readouterr().out)["glosas"]}

    rows = _table(conrado, "/glosas.csv")
    assert {int(row["Nº"]): int(row["Glosado"].replace(",", "")) for row in rows} == told


def test_what_may_still_be_appealed_comes_first_the_nearest_day_before_the_others(conrado: Person) -> None:
    days = [int(row["Dias"]) for row in _table(conrado, "/glosas.csv")]
    live = [day for day in days if day >= 0]

    assert (days[: len(live)], live == sorted(live), len(live)) == (live, True, 13)


def test_by_value_the_largest_comes_first(conrado: Person) -> None:
    sums = [int(row["Glosado"].replace(",", "")) for row in _table(conrado, "/glosas.csv?ordem=valor")]

    assert sums == sorted(sums, reverse=True)


def test_the_rates_are_those_of_the_whole_year_taken_at_once(shared: Panel) -> None:
    with shared.house.books() as ledger:
        scope = Scope(shared.office, ledger, ledger.months.all(), Books(), NOW, shared.house.days.off)
        whole = denial_rates(gather(scope, titulo=""))
        found = merged(chase for _, chase in shared.house.figuring.chases(ledger))

    assert found == whole


def test_what_nobody_answers_is_chased_when_it_is_older_than_usual(shared: Panel, conrado: Person) -> None:
    with shared.house.books() as ledger:
        scope = Scope(shared.office, ledger, ledger.months.all(), Books(), NOW, shared.house.days.off)
        late = sum(each.valor for each in gather(scope, titulo="").sem_retorno if each.atrasada)
    text = words(conrado.sees("/glosas"))

    assert f"A cobrar, sem retorno {write_valor(late, symbol=True)}" in text.replace("\u00a0", " ")


def test_what_was_answered_in_doubt_stands_apart_from_what_is_chased(shared: Panel, conrado: Person) -> None:
    with shared.house.books() as ledger:
        scope = Scope(shared.office, ledger, ledger.months.all(), Books(), NOW, shared.house.days.off)
        doubts = [each for each in gather(scope, titulo="").sem_retorno if each.duvida]
    text = words(conrado.sees("/glosas?tudo=1")).replace("\u00a0", " ")
    total = write_valor(sum(each.valor for each in doubts), symbol=True)

    assert f"Respondido, a decidir {total} {len(doubts)} lançamentos esperam uma pessoa" in text
    assert text.count("decidir o convênio respondeu") == len(doubts)
    assert "aguardar passou do previsto há" in text


def test_an_appeal_that_was_not_answered_in_time_is_marked_and_counted(panel: Panel, ana: Person) -> None:
    with panel.house.books() as ledger:
        late, fine = [c.glosas[0] for _, c in panel.house.figuring.chases(ledger) if c.glosas][:2]
        for glosa, day in ((late, date(2026, 10, 20)), (fine, date(2026, 11, 20))):
            number = ledger.appeals.draft(glosa.conta_id, glosa.glosado, motivo="m", justificativa="j")
            ledger.appeals.send(number, day, "R-1")
    text = words(ana.sees("/glosas")).replace("\u00a0", " ")
    of_it = words(ana.sees(f"/lancamento/{late.conta_id}"))
    total = write_valor(late.glosado, symbol=True)

    assert "enviado em 20/10/2026, resposta até 19/11/2026, passou há 12 dias: cobre o convênio" in of_it
    assert f"Recursos sem resposta no prazo {total} 1 recurso: cobre o convênio" in text
    assert "resposta até 19/11/2026, passou há 12 dias: cobre o convênio" in text
    assert text.count("passou há") == 1


def test_a_clinic_sees_its_own_refusals_only(shared: Panel) -> None:
    with Person.at(shared.url) as serena:
        serena.signs_in("Serena")
        own = {row["Clínica"] for row in _table(serena, "/glosas.csv")}
        asked = _table(serena, "/glosas.csv?clinica=aurora")
        page = serena.sees("/glosas").text

    assert (own, asked, "Consultório Dra. Aurora" in page) == ({"vale-sereno"}, [], False)


def test_no_patient_is_remembered_with_the_figures(shared: Panel) -> None:
    with shared.house.books() as ledger:
        kept = [conta for _, chase in shared.house.figuring.chases(ledger) for conta in chase.contas]

    assert ({conta.beneficiario for conta in kept}, {conta.carteira for conta in kept}) == ({""}, {""})


def test_other_days_off_terms_and_hours_count_every_date_again_and_reconcile_nothing(
    shared: Panel, figures: Figuring, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = shared.office.settings
    contrato = Contrato(prazo_recurso=45, pagamento_dias=17, alerta_dias=5, dias_uteis=True)
    other = settings.model_copy(
        update={
            "calendario": Calendario(uf="RS", facultativos=True, feriados=("05/04", "20/02/2026")),
            "contratos": {"ipasem": contrato},
            "escritorio": settings.escritorio.model_copy(update={"fuso": "Pacific/Auckland"}),
        }
    )
    office = replace(shared.office, settings=other)
    anew, counted = (Figuring(office, shared.clock) for _ in range(2))
    with shared.house.books() as ledger:
        before, fresh = figures.chases(ledger), anew.chases(ledger)
        monkeypatch.setattr("agent.panel.figuring.reconcile_account", None)
        counted.begin_as(figures)
        counted.redate()

        assert counted.chases(ledger) == fresh
    assert before != fresh


def test_what_was_appealed_and_what_an_answer_kept_is_counted_again_as_it_is_counted_first(panel: Panel) -> None:
    with panel.house.books() as ledger:
        waits, kept = [chase.glosas[0] for _, chase in panel.house.figuring.chases(ledger) if chase.glosas][-2:]
        for glosa in (waits, kept):
            number = ledger.appeals.draft(glosa.conta_id, glosa.glosado, motivo="m", justificativa="j")
            ledger.appeals.send(number, date(2026, 11, 20), "R-1")
        ledger.appeals.answer(number, date(2026, 11, 27), 100)
        settings = panel.office.settings.model_copy(update={"contratos": {"ipasem": Contrato(prazo_recurso=45)}})
        office = replace(panel.office, settings=settings)
        anew, counted = (Figuring(office, panel.clock) for _ in range(2))
        panel.house.figuring.lines(ledger)
        counted.begin_as(panel.house.figuring)
        counted.redate()
        fresh = anew.chases(ledger)

        assert counted.chases(ledger) == fresh
    days = {glosa.conta_id: glosa.prazo for _, chase in fresh for glosa in chase.glosas}
    money = {conta.id: conta.previsto for _, chase in fresh for conta in chase.contas}
    assert (days[kept.conta_id], money[waits.conta_id]) == (date(2027, 1, 11), date(2027, 1, 20))
