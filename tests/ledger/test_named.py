"""From a number that an operadora names to the entries that it is about."""

from agent.model.arquivo import Arquivo
from tests.ledger.office import Office, movimento


def test_a_number_leads_to_the_entries_whether_it_is_of_guia_protocolo_conta_or_lote(office: Office) -> None:
    first, second, _ = office.entries(3)
    office.launched(first, second)
    rows = [
        movimento(entry, protocolo=protocolo, lote=lote, situacao="Recebido")
        for entry, protocolo, lote in ((first, "240101", "55001"), (second, "240102", "55002"))
    ]
    office.read(*rows)
    numbers = (first.lancamento.numero_autorizacao, f"m{second.id}", "55001", "55002", "55009", "")
    assert [[entry.id for entry in office.ledger.entries.named(number)] for number in numbers] == [
        [first.id],
        [second.id],
        [first.id],
        [second.id],
        [],
        [],
    ]
    assert office.ledger.records.standing(office.mes)[f"m{first.id}"].lote == "55001"


def test_the_number_of_a_file_of_ours_leads_to_its_protocolo(office: Office) -> None:
    sent = (Arquivo("7", "240101", "55001", "Processado"), Arquivo("8", "", "", "Recusado"))
    office.ledger.arquivos.seen(office.mes, sent)
    assert [office.ledger.arquivos.protocolos_of(number) for number in ("7", "55001", "8", "")] == [
        ("240101",),
        ("240101",),
        (),
        (),
    ]
