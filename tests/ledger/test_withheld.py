"""What was withheld from a payment is kept as the lines are: once, superseded with history, and audited."""

from dataclasses import replace
from datetime import date

from agent.ledger.audit import Finding
from agent.ledger.returns import ImportedReturn
from agent.model.demonstrativo import Deducao
from tests.ledger.office import Office, demonstrativo

IRRF = Deducao("77", date(2026, 11, 10), "IRRF", "IRRF 1,5%", -98, "240101", "2988001")
ISS = Deducao("77", date(2026, 11, 10), "ISS", "ISS", -130, "240101", "2988001")


def test_what_was_withheld_is_kept_once_and_the_same_return_changes_nothing(office: Office) -> None:
    returns = office.ledger.returns
    returns.import_(office.mes, demonstrativo(deducoes=(IRRF, ISS)))
    anchor = office.ledger.checks.anchor()
    again = returns.import_(office.mes, demonstrativo(deducoes=(ISS, IRRF)))
    assert (again, returns.withheld.of(office.mes), office.ledger.checks.anchor()) == (
        ImportedReturn(0, 0),
        (IRRF, ISS),
        anchor,
    )


def test_two_that_are_alike_are_two(office: Office) -> None:
    office.ledger.returns.import_(office.mes, demonstrativo(deducoes=(IRRF, IRRF)))
    assert office.ledger.returns.withheld.of(office.mes) == (IRRF, IRRF)


def test_a_corrected_return_supersedes_and_the_former_words_stay_on_record(office: Office) -> None:
    returns = office.ledger.returns
    for told in ((IRRF, ISS), (ISS,), (ISS, IRRF)):
        returns.import_(office.mes, demonstrativo(deducoes=told, pagamentos=("77",)))
        assert sorted(returns.withheld.of(office.mes), key=lambda d: d.valor) == sorted(told, key=lambda d: d.valor)
    rows = office.sql("select count(*) from deducao").fetchone()[0]
    events = [event for event in office.ledger.events.all(office.mes.id) if event.kind == "retorno.lido"]
    assert (rows, len(events), office.ledger.auditor.audit().findings) == (2, 3, ())


def test_a_statement_supersedes_its_own_number_however_statements_arrive_together(office: Office) -> None:
    returns = office.ledger.returns
    corrected, second = replace(IRRF, valor=-120), replace(ISS, demonstrativo="78", valor=-30)
    returns.import_(office.mes, demonstrativo(deducoes=(IRRF,), pagamentos=("77",)), "arquivo")
    returns.import_(office.mes, demonstrativo(deducoes=(corrected, second), pagamentos=("77", "78")), "arquivo")
    assert returns.withheld.of(office.mes) == (corrected, second)


def test_a_statement_that_withholds_nothing_any_more_takes_back_what_it_did(office: Office) -> None:
    returns = office.ledger.returns
    returns.import_(office.mes, demonstrativo(deducoes=(IRRF, ISS), pagamentos=("77",)))
    returns.import_(office.mes, demonstrativo(pagamentos=("77",)), "arquivo")
    assert returns.withheld.of(office.mes) == ()


def test_a_report_without_a_payments_statement_says_nothing_of_what_was_withheld(office: Office) -> None:
    returns = office.ledger.returns
    returns.import_(office.mes, demonstrativo(deducoes=(IRRF,), pagamentos=("77",)))
    returns.import_(office.mes, demonstrativo())
    returns.import_(office.mes, demonstrativo(deducoes=(replace(ISS, demonstrativo="78"),), pagamentos=("78",)))
    assert returns.withheld.of(office.mes) == (IRRF, replace(ISS, demonstrativo="78"))


def test_an_audit_sees_an_amount_that_was_changed_and_a_row_that_no_return_told(office: Office) -> None:
    office.ledger.returns.import_(office.mes, demonstrativo(deducoes=(IRRF, ISS)))
    office.sql("update deducao set valor = -1 where tipo = 'ISS'")
    office.sql("update deducao set withdrawn_at = 'x' where tipo = 'IRRF'")
    assert office.ledger.auditor.audit().findings == (
        Finding("dedução", "a dedução 2 não é a que foi lida"),
        Finding("projeção", "deduções do mês 1: a tabela não diz o que os eventos dizem"),
    )


def test_the_months_that_have_a_statement_are_told_with_its_days_while_it_stands(office: Office) -> None:
    returns = office.ledger.returns
    returns.import_(office.mes, demonstrativo(deducoes=(IRRF, ISS), pagamentos=("77",)))
    account = (office.mes.clinica, office.mes.portal)
    assert returns.withheld.told_of(*account, "77") == ((office.mes.competencia, IRRF.data),)
    assert [returns.withheld.told_of(*account, "78"), returns.withheld.told_of("outra", account[1], "77")] == [(), ()]
    returns.import_(office.mes, demonstrativo(pagamentos=("77",)))
    assert returns.withheld.told_of(*account, "77") == ()
