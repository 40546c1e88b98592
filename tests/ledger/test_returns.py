"""What the insurer answered becomes money on the entries, once, to the centavo."""

from dataclasses import replace
from datetime import date

import pytest

from agent.ledger.accounts import Saldo
from agent.ledger.returns import ImportedReturn
from agent.model.competencia import Competencia
from agent.model.entry import State
from agent.model.errors import LedgerError, Moved, ReportUntrusted
from tests.ledger.office import Office, demonstrativo, linha, match


def test_the_same_return_twice_changes_nothing(office: Office) -> None:
    (entry,) = office.launched(*office.entries(1))
    report = demonstrativo(linha(1, entry, liberado=6000, glosa=500), linha(2, entry, liberado=6000, glosa=500))
    first = office.ledger.returns.import_(office.mes, report)
    anchor = office.ledger.checks.anchor()
    second = office.ledger.returns.import_(office.mes, report)
    assert (first, second, office.ledger.checks.anchor()) == (ImportedReturn(2, 0), ImportedReturn(0, 2), anchor)


def test_a_return_that_another_computer_reads_at_the_same_moment_is_kept_once(office: Office) -> None:
    (entry,) = office.launched(*office.entries(1))
    report = demonstrativo(linha(1, entry, liberado=6500))
    others: list[ImportedReturn] = []

    def meanwhile(name: str) -> None:
        if name == "ledger.returns.import_:begin" and not others:
            others.append(ImportedReturn(0, 0))
            others[:] = [office.ledger.returns.import_(office.mes, report)]

    office.ledger.returns._writer.hook = meanwhile
    late = office.ledger.returns.import_(office.mes, report)

    assert (others, late) == ([ImportedReturn(1, 0)], ImportedReturn(0, 1))
    assert len(office.ledger.returns.lines(office.mes)) == 1


def test_lines_that_are_alike_are_told_apart_by_occurrence(office: Office) -> None:
    (entry,) = office.launched(*office.entries(1))
    same = [linha(n, entry, liberado=6500) for n in (1, 2)]
    office.ledger.returns.import_(office.mes, demonstrativo(*same))
    lines = office.ledger.returns.lines(office.mes)
    assert [(line.linha, line.occurrence) for line in lines] == [(same[0], 1), (same[1], 2)]


def test_the_same_lines_in_another_order_are_the_same_return(office: Office) -> None:
    first, second = office.launched(*office.entries(2))
    office.ledger.returns.import_(
        office.mes, demonstrativo(linha(1, first, liberado=6500), linha(2, second, liberado=6500))
    )
    turned = demonstrativo(linha(1, second, liberado=6500), linha(2, first, liberado=6500))
    assert office.ledger.returns.import_(office.mes, turned) == ImportedReturn(0, 2)


def test_a_return_whose_line_does_not_add_up_is_refused_with_the_line(office: Office) -> None:
    (entry,) = office.launched(*office.entries(1))
    wrong = replace(linha(3, entry, liberado=6500), valor_informado=6501)
    with pytest.raises(ReportUntrusted) as error:
        office.ledger.returns.import_(office.mes, demonstrativo(wrong))
    assert str(error.value) == (
        "ipasem, retorno de 10/2026, linha 3: informado não é igual a liberado mais glosa. Nada foi gravado. "
        "Baixe o retorno de novo; se continuar assim, pergunte à operadora."
    )
    assert office.ledger.returns.lines(office.mes) == []


def test_a_return_whose_totals_do_not_add_up_is_refused(office: Office) -> None:
    (entry,) = office.launched(*office.entries(1))
    with pytest.raises(ReportUntrusted, match="os totais não são a soma das linhas"):
        office.ledger.returns.import_(
            office.mes, demonstrativo(linha(1, entry, liberado=6500), total_informado=1, total_liberado=1)
        )


@pytest.mark.parametrize(
    ("liberado", "glosa", "expected"),
    [
        (6500, 0, Saldo(informado=6500, liberado=6500)),
        (0, 6500, Saldo(informado=6500, glosado=6500)),
        (6000, 500, Saldo(informado=6500, liberado=6000, glosado=500)),
        (6000, 0, Saldo(informado=6500, liberado=6000, diferenca_tabela=500)),
        (7000, 0, Saldo(informado=6500, liberado=7000, diferenca_tabela=-500)),
    ],
)
def test_a_match_moves_what_was_pending(office: Office, liberado: int, glosa: int, expected: Saldo) -> None:
    entry = office.launched(*office.entries(1))[0]
    changed = _apply(office, (entry.id, liberado, glosa))
    assert (changed, office.ledger.returns.balances(office.mes), office.states(), office.violated()) == (
        1,
        {entry.id: expected},
        [State.QUITADA],
        set(),
    )


def test_applying_the_same_again_changes_nothing(office: Office) -> None:
    entry = office.launched(*office.entries(1))[0]
    _apply(office, (entry.id, 6000, 500))
    anchor = office.ledger.checks.anchor()
    line = office.ledger.returns.lines(office.mes)[0]
    again = office.ledger.returns.apply(office.mes, [match(entry, line.id, liberado=6000, glosa=500)])
    assert (again, office.ledger.checks.anchor()) == (0, anchor)


def test_one_entry_answered_by_two_lines(office: Office) -> None:
    entry = office.launched(*office.entries(1))[0]
    office.ledger.returns.import_(
        office.mes, demonstrativo(linha(1, entry, liberado=4000), linha(2, entry, liberado=2000, glosa=500))
    )
    one, two = office.ledger.returns.lines(office.mes)
    matches = [match(entry, one.id, liberado=4000), match(entry, two.id, liberado=2000, glosa=500)]
    office.ledger.returns.apply(office.mes, matches)
    assert office.ledger.returns.balances(office.mes) == {entry.id: Saldo(informado=6500, liberado=6000, glosado=500)}


def test_two_entries_answered_by_one_line(office: Office) -> None:
    first, second = office.launched(*office.entries(2))
    office.ledger.returns.import_(office.mes, demonstrativo(linha(1, first, liberado=12000, glosa=1000)))
    (line,) = office.ledger.returns.lines(office.mes)
    shares = [match(first, line.id, liberado=6500), match(second, line.id, liberado=5500, glosa=1000)]
    office.ledger.returns.apply(office.mes, shares)
    assert office.ledger.returns.balances(office.mes) == {
        first.id: Saldo(informado=6500, liberado=6500),
        second.id: Saldo(informado=6500, liberado=5500, glosado=1000),
    }


def test_a_line_given_away_twice_is_refused(office: Office) -> None:
    first, second = office.launched(*office.entries(2))
    office.ledger.returns.import_(office.mes, demonstrativo(linha(7, first, liberado=6500)))
    (line,) = office.ledger.returns.lines(office.mes)
    with pytest.raises(LedgerError, match="linhas do retorno dadas a mais de um lançamento: 7"):
        office.ledger.returns.apply(office.mes, [match(e, line.id, liberado=6500) for e in (first, second)])
    assert office.states() == [State.LANCADA, State.LANCADA]


def test_an_entry_that_the_portal_does_not_hold_receives_no_money(office: Office) -> None:
    (entry,) = office.entries(1)
    office.ledger.returns.import_(office.mes, demonstrativo(linha(1, entry, liberado=6500)))
    (line,) = office.ledger.returns.lines(office.mes)
    with pytest.raises(Moved, match="não está no portal"):
        office.ledger.returns.apply(office.mes, [match(entry, line.id, liberado=6500)])


def test_a_corrected_match_posts_the_difference(office: Office) -> None:
    first, second = office.launched(*office.entries(2))
    _apply(office, (first.id, 6500, 0))
    (line,) = office.ledger.returns.lines(office.mes)
    changed = office.ledger.returns.apply(office.mes, [match(second, line.id, liberado=6500)])
    assert (changed, office.ledger.returns.balances(office.mes), office.states(), office.violated()) == (
        2,
        {first.id: Saldo(informado=6500, pendente=6500), second.id: Saldo(informado=6500, liberado=6500)},
        [State.LANCADA, State.QUITADA],
        set(),
    )


def test_a_corrected_return_withdraws_what_it_lacks_and_posts_it_back(office: Office) -> None:
    entry = office.launched(*office.entries(1))[0]
    office.closed()
    _apply(office, (entry.id, 0, 6500))
    done = office.ledger.returns.import_(office.mes, demonstrativo(linha(1, entry, liberado=6500)))
    lines = office.ledger.returns.lines(office.mes)
    assert (done, [each.linha.valor_liberado for each in lines]) == (ImportedReturn(1, 0, 1), [6500])
    assert (office.ledger.returns.balances(office.mes), office.states(), office.violated()) == (
        {entry.id: Saldo(informado=6500, pendente=6500)},
        [State.FECHADA],
        set(),
    )


def test_a_report_of_one_protocolo_adds_to_what_others_said_and_supersedes_only_its_own(office: Office) -> None:
    first, second = office.launched(*office.entries(2))
    told = [
        demonstrativo(linha(1, first, liberado=6500, protocolo="P1"), protocolos=("P1",)),
        demonstrativo(linha(1, second, liberado=6500, protocolo="P2"), protocolos=("P2",)),
        demonstrativo(linha(1, first, liberado=6000, glosa=500, protocolo="P1"), protocolos=("P1",)),
    ]
    done = [
        office.ledger.returns.import_(office.mes, report, f"arquivo {report.protocolos}") for report in (*told, told[2])
    ]
    standing = [(e.linha.protocolo, e.linha.valor_liberado) for e in office.ledger.returns.lines(office.mes)]
    assert done == [ImportedReturn(1, 0), ImportedReturn(1, 0), ImportedReturn(1, 0, 1), ImportedReturn(0, 1)]
    assert (sorted(standing), office.ledger.auditor.audit().findings) == ([("P1", 6000), ("P2", 6500)], ())


def test_whoever_speaks_for_a_protocolo_supersedes_whoever_did_before(office: Office) -> None:
    (entry,) = office.launched(*office.entries(1))
    by_file = linha(1, entry, liberado=6500, protocolo="P1")
    office.ledger.returns.import_(office.mes, demonstrativo(by_file, protocolos=("P1",)), "arquivo")
    seen = replace(by_file, movimento="m1")
    done = office.ledger.returns.import_(office.mes, demonstrativo(seen, protocolos=("P1",)))
    lines = [line.linha for line in office.ledger.returns.lines(office.mes)]
    assert (done, lines, office.sql("select count(*) from linha_retorno").fetchone()[0]) == (
        ImportedReturn(1, 0, 1),
        [seen],
        2,
    )


def test_a_guia_that_a_corrected_report_does_not_name_any_more_is_told(office: Office) -> None:
    first, second = office.launched(*office.entries(2))
    lines = [linha(n, each, liberado=6500, protocolo="P1") for n, each in enumerate((first, second), start=1)]
    office.ledger.returns.import_(office.mes, demonstrativo(*lines, protocolos=("P1",)))
    done = office.ledger.returns.import_(office.mes, demonstrativo(lines[0], protocolos=("P1",)))
    assert done == ImportedReturn(0, 1, 1, (second.lancamento.numero_autorizacao,))


def test_a_withdrawn_line_that_comes_back_stands_again(office: Office) -> None:
    entry = office.launched(*office.entries(1))[0]
    report = demonstrativo(linha(1, entry, liberado=6500))
    office.ledger.returns.import_(office.mes, report)
    office.ledger.returns.import_(office.mes, demonstrativo())
    assert (office.ledger.returns.import_(office.mes, report), len(office.ledger.returns.lines(office.mes))) == (
        ImportedReturn(1, 0),
        1,
    )


def test_a_late_return_answers_an_entry_of_an_older_month(office: Office) -> None:
    entry = office.launched(*office.entries(1))[0]
    office.ledger.months.reconciled(office.closed())
    novembro = office.ledger.months.open("sorriso", "ipasem", "acesso-1", Competencia(2026, 11))
    late = demonstrativo(linha(1, entry, liberado=6500), competencia=Competencia(2026, 11))
    office.ledger.returns.import_(novembro, late)
    (line,) = office.ledger.returns.open_lines("sorriso", "ipasem")
    office.ledger.returns.apply(novembro, [match(entry, line.id, liberado=6500)])
    effective = {row.effective for row in office.sql("select effective from posting").fetchall()}
    assert (office.states(), office.ledger.returns.open_lines("sorriso", "ipasem"), effective) == (
        [State.QUITADA],
        [],
        {"2026-10"},
    )


def test_one_months_reconciliation_leaves_anothers_matches_alone(office: Office) -> None:
    entry = office.launched(*office.entries(1))[0]
    _apply(office, (entry.id, 6500, 0))
    novembro = office.ledger.months.open("sorriso", "ipasem", "acesso-1", Competencia(2026, 11))
    assert (office.ledger.returns.apply(novembro, []), office.states()) == (0, [State.QUITADA])


def test_a_return_line_keeps_every_word(office: Office) -> None:
    entry = office.launched(*office.entries(1))[0]
    more = {"movimento": "m1", "protocolo": "P1", "dente": "46", "faces": "MO", "data": date(2026, 10, 6)}
    whole = linha(1, entry, liberado=1, glosa=2, motivo="2003 «não»", quantidade=2, **more)
    office.ledger.returns.import_(office.mes, demonstrativo(whole))
    assert [each.linha for each in office.ledger.returns.lines(office.mes)] == [whole]


def _apply(office: Office, *shares: tuple[int, int, int]) -> int:
    """Import a return with one line for each (entry, liberado, glosa), and match them so."""
    entries = [office.ledger.entries.get(entry_id) for entry_id, _, _ in shares]
    lines = [
        linha(n, entry, liberado=liberado, glosa=glosa)
        for n, (entry, (_, liberado, glosa)) in enumerate(zip(entries, shares, strict=True), start=1)
    ]
    office.ledger.returns.import_(office.mes, demonstrativo(*lines))
    matches = [
        match(entry, line.id, liberado=liberado, glosa=glosa)
        for entry, line, (_, liberado, glosa) in zip(
            entries, office.ledger.returns.lines(office.mes), shares, strict=True
        )
    ]
    return office.ledger.returns.apply(office.mes, matches)


def test_a_line_that_another_source_told_in_fewer_or_more_words_is_known(office: Office) -> None:
    (entry,) = office.launched(*office.entries(1))
    shown = linha(1, entry, liberado=6500, movimento="m1", dente="11")
    office.ledger.returns.import_(office.mes, demonstrativo(shown))
    bare = demonstrativo(linha(9, entry, liberado=6500), evidence=())
    anchor = office.ledger.checks.anchor()
    told = [office.ledger.returns.import_(office.mes, bare, "arquivo") for _ in range(2)]
    assert (told, office.ledger.checks.anchor()) == ([ImportedReturn(0, 1)] * 2, anchor)


def test_each_line_of_another_source_explains_one_line_only(office: Office) -> None:
    (entry,) = office.launched(*office.entries(1))
    office.ledger.returns.import_(office.mes, demonstrativo(linha(1, entry, liberado=6500, movimento="m1")))
    twice = demonstrativo(linha(1, entry, liberado=6500), linha(2, entry, liberado=6500), evidence=())
    told = [office.ledger.returns.import_(office.mes, twice, "arquivo") for _ in range(2)]
    assert told == [ImportedReturn(1, 1), ImportedReturn(0, 2)]
    assert len(office.ledger.returns.lines(office.mes)) == 2


@pytest.mark.parametrize(
    "other", [{"movimento": "m2"}, {"dente": "12"}, {"quantidade": 2}, {"liberado": 6400, "glosa": 100}], ids=str
)
def test_a_line_that_differs_in_what_both_sources_tell_is_another(office: Office, other: dict[str, object]) -> None:
    (entry,) = office.launched(*office.entries(1))
    office.ledger.returns.import_(office.mes, demonstrativo(linha(1, entry, liberado=6500, movimento="m1", dente="11")))
    another = linha(1, entry, **{"liberado": 6500, **other})  # type: ignore[arg-type]
    assert office.ledger.returns.import_(office.mes, demonstrativo(another), "arquivo") == ImportedReturn(1, 0)


def test_what_the_other_source_takes_back_this_one_may_tell_again(office: Office) -> None:
    (entry,) = office.launched(*office.entries(1))
    portal, bare = (
        demonstrativo(linha(1, entry, liberado=6500, movimento="m1")),
        demonstrativo(linha(1, entry, liberado=6500)),
    )
    corrected = demonstrativo(linha(1, entry, liberado=6000, glosa=500, movimento="m1"))
    office.ledger.returns.import_(office.mes, portal)
    told = [office.ledger.returns.import_(office.mes, bare, "arquivo")]
    office.ledger.returns.import_(office.mes, corrected)
    told.append(office.ledger.returns.import_(office.mes, bare, "arquivo"))
    assert told == [ImportedReturn(0, 1), ImportedReturn(1, 0)]


def test_a_part_takes_back_only_what_it_says_anew(office: Office) -> None:
    """A complement, an estorno, another tooth of the same authorisation: each is a line beside what was told."""
    (entry,) = office.launched(*office.entries(1))
    returns, mes = office.ledger.returns, office.mes
    tooth = linha(1, entry, liberado=1000, glosa=1600, dente="11")
    returns.import_(mes, demonstrativo(tooth, linha(2, entry, liberado=2600, dente="12")), "arquivo")
    parts = (
        linha(1, entry, liberado=400, valor_informado=0, valor_glosa=-400, dente="11"),
        linha(1, entry, liberado=-2600, valor_informado=-2600, dente="12"),
        linha(1, entry, liberado=2600, dente="13"),
    )
    beside = [returns.import_(mes, demonstrativo(each), "arquivo", part=True) for each in parts]
    assert beside == [ImportedReturn(1, 0)] * 3
    again = returns.import_(
        mes, demonstrativo(replace(tooth, valor_liberado=2600, valor_glosa=0)), "arquivo", part=True
    )
    assert again == ImportedReturn(1, 0, withdrawn=1)
    assert sum(line.linha.valor_liberado for line in returns.lines(mes)) == 2600 + 2600 + 400 - 2600 + 2600
    assert office.ledger.auditor.audit().findings == ()


def test_the_lines_of_two_sources_that_agree_in_most_are_told_apart_first(office: Office) -> None:
    (entry,) = office.launched(*office.entries(1))
    shown = (linha(1, entry, liberado=6500), linha(2, entry, liberado=6500, dente="11"))
    office.ledger.returns.import_(office.mes, demonstrativo(*shown))
    told = [linha(n, entry, liberado=6500, dente=dente, protocolo="P") for n, dente in ((1, "11"), (2, "12"))]
    assert office.ledger.returns.import_(office.mes, demonstrativo(*told), "arquivo") == ImportedReturn(0, 2)
