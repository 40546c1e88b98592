"""What became of a file that was sent is an event each time it changed, of the month that launched its protocolo."""

from dataclasses import replace

from agent.model.answer import Confirmed
from agent.model.arquivo import Arquivo
from agent.model.competencia import Competencia
from tests.ledger.office import Office, recibo

SENT = Arquivo("7", "P1", "55001", "Recebido")
REFUSED = Arquivo("6", "", "", "Recusado")


def test_what_did_not_change_is_no_event_and_what_did_is_one(office: Office) -> None:
    files = office.ledger.arquivos
    analysed = replace(SENT, situacao="Em análise")
    changes = [files.seen(office.mes, told) for told in ((SENT, REFUSED), (REFUSED, SENT), (analysed, REFUSED), ())]
    kinds = [event.kind for event in office.ledger.events.all(office.mes.id)]
    assert (changes, files.of(office.mes)) == ([2, 0, 1, 0], (REFUSED, analysed))
    assert (kinds.count("arquivo.situacao"), office.ledger.auditor.audit().findings) == (3, ())


def test_a_file_sent_twice_is_shown_twice(office: Office) -> None:
    again = replace(SENT, protocolo="", situacao="Recusado")
    office.ledger.arquivos.seen(office.mes, (SENT, again))
    assert office.ledger.arquivos.of(office.mes) == (SENT, again)


def test_a_file_is_of_the_month_that_launched_its_protocolo_whoever_sees_it(office: Office) -> None:
    (entry,) = office.entries(1)
    office.ledger.attempts.confirm(office.intent(entry), Confirmed("ok", (recibo(entry, protocolo="P1"),)))
    november = office.ledger.months.open("sorriso", "ipasem", "acesso-1", Competencia(2026, 11))
    office.ledger.arquivos.seen(november, (SENT, REFUSED))
    assert (office.ledger.arquivos.of(office.mes), office.ledger.arquivos.of(november)) == ((SENT,), (REFUSED,))


def test_a_file_in_words_says_its_number_and_where_it_stands() -> None:
    assert (SENT.text, REFUSED.text) == (
        "arquivo XML, lote 7, protocolo P1: Recebido",
        "arquivo XML, lote 6: Recusado",
    )
