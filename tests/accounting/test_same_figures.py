"""conciliar, situacao and pacote tell the same figures, and every row of them adds up to the centavo."""

import json
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from agent.accounting.opening import open_books
from agent.config.office import Office
from tests.accounting.conftest import Cli
from tests.spreadsheets.writing.recompute import Recomputed


def test_every_row_of_conciliar_and_situacao_adds_up(cli: Cli) -> None:
    for month in ("12/2025", "03/2026", "09/2026"):
        posted = json.loads(cli("conciliar", "--competencia", month, "--json")[1])
        told = json.loads(cli("situacao", "--competencia", month, "--json")[1])
        assert (told["resultados"], told["total"]) == (posted["resultados"], posted["total"])
        for row in (*told["resultados"], told["total"]):
            places = ("liberado", "glosado", "em_recurso", "perda", "pendente", "diferenca")
            assert row["valor_informado"] == sum(row[f"valor_{place}"] for place in places)
            verdicts = ("pagas", "pagas_a_maior", "glosadas", "glosa_parcial", "sem_retorno", "a_conferir")
            assert row["lancadas"] == sum(row[verdict] for verdict in verdicts) > 0


def test_conciliar_situacao_and_the_pack_say_the_same_of_appeals_and_losses(cli: Cli) -> None:
    month = ("--competencia", "09/2026")
    scope = (*month, "--clinica", "aurora", "--portal", "cassind")
    assert cli("recurso", *scope, "--redigir")[0] == 0
    first, *others = json.loads(cli("recurso", *scope, "--json")[1])["recursos"]
    for each in (first, *others):
        cli("recurso", "--enviado", str(each["id"]), "--protocolo", "R-1", "--em", "20/11/2026")
    cli("recurso", "--respondido", str(first["id"]), "--recuperado", f"{first['valor'] // 100},00")
    lost = json.loads(cli("recurso", *month, "--clinica", "vale-sereno", "--json")[1])["glosas"][0]
    assert cli("recurso", "--aceitar", str(lost["lancamento"]), "--texto", "sem razão para recorrer")[0] == 0

    packs = json.loads(cli("pacote", *month, "--json")[1])["pacotes"]
    for command_ in ("conciliar", "situacao"):
        total = json.loads(cli(command_, *month, "--json")[1])["total"]
        places = ("informado", "liberado", "glosado", "em_recurso", "perda", "pendente", "diferenca")
        assert {place: total[f"valor_{place}"] for place in places} == {place: packs[-1][place] for place in places}
        assert 0 not in (total["valor_em_recurso"], total["valor_perda"])


@pytest.mark.parametrize(("month", "count"), [("03/2026", 1), ("09/2026", 2)])
def test_conciliar_waits_for_a_person_exactly_where_the_worklist_does(month: str, count: int, cli: Cli) -> None:
    scope = ("--competencia", month, "--json")
    left = json.loads(cli("conciliar", *scope, "--duvidas")[1])
    before = [aviso for f in json.loads(cli("conciliar", *scope)[1])["resultados"] for aviso in f["avisos"]]
    for line in left["duvidas"]:
        cli("conciliar", *scope, f"--decidir={line['linha']}=alheia", "--motivo", "de outra clínica")
    for entry in left["lancamentos"]:
        cli("conciliar", *scope, f"--encerrar={entry['pendencia']}", "--motivo", "a clínica desistiu")
    code, told = cli("conciliar", *scope)

    assert [int(aviso.split()[0]) for aviso in before] == [count] == [len(left["duvidas"]) + len(left["lancamentos"])]
    assert ([aviso for f in json.loads(told)["resultados"] for aviso in f["avisos"]], code) == ([], 0)


def test_the_workbook_asks_nobody_to_decide_what_was_decided(year: Office, cli: Cli) -> None:
    month = ("--competencia", "09/2026")
    scope = (*month, "--clinica", "aurora", "--portal", "cassind")
    cli("recurso", *scope, "--redigir")
    won, waits = json.loads(cli("recurso", *scope, "--json")[1])["recursos"][:2]
    for each in (won, waits):
        cli("recurso", "--enviado", str(each["id"]), "--protocolo", "R-1", "--em", "20/11/2026")
    cli("recurso", "--respondido", str(won["id"]), "--recuperado", _reais(won["valor"]))
    lost = json.loads(cli("recurso", *month, "--clinica", "vale-sereno", "--json")[1])["glosas"][0]
    cli("recurso", "--aceitar", str(lost["lancamento"]), "--texto", "sem razão para recorrer")

    told = json.loads(cli("conciliar", *month, "--json")[1])
    book = Recomputed(load_workbook(told["planilha"]))
    with open_books(year) as ledger:
        entries = (*(ledger.appeals.get(each["id"]).entry_id for each in (won, waits)), lost["lancamento"])
        numbers = [ledger.entries.get(entry).lancamento.numero_autorizacao for entry in entries]
    listed = [row for row in _rows(told["planilha"]) if row["Autorização"] in numbers]
    assert [(row["O que é"], row["Autorização"], Decimal(str(row["Valor em dúvida"]))) for row in listed] == [
        ("em recurso", numbers[1], Decimal(waits["valor"]) / 100)
    ]
    total = book.row("Resumo", 7 + len(told["resultados"]))
    heads = ("valor_informado", "valor_liberado", "valor_glosado", "valor_em_recurso", "valor_perda")
    shown = [*(told["total"][head] for head in (*heads, "valor_pendente", "valor_diferenca")), won["valor"]]
    assert total[3:11] == [Decimal(amount) / 100 for amount in shown]
    assert book.value("Resumo", "A3") == "Tudo confere, ao centavo."


def test_the_workbook_lists_no_line_that_a_person_called_foreign(cli: Cli) -> None:
    scope = ("--competencia", "03/2026", "--json")
    (line,) = json.loads(cli("conciliar", *scope, "--duvidas")[1])["duvidas"]
    before = _kinds(json.loads(cli("conciliar", *scope)[1])["planilha"])
    cli("conciliar", *scope, f"--decidir={line['linha']}=alheia", "--motivo", "de outra clínica")
    after = _kinds(json.loads(cli("conciliar", *scope)[1])["planilha"])

    assert (before.count("linha estranha"), after) == (1, [kind for kind in before if kind != "linha estranha"])


def _reais(centavos: int) -> str:
    return f"{centavos // 100},{centavos % 100:02}"


def _kinds(path: str) -> list[object]:
    return [row["O que é"] for row in _rows(path)]


def _rows(path: str) -> list[dict[str, object]]:
    """The worklist of a workbook."""
    heads, *rows = load_workbook(path)["Divergências"].iter_rows(min_row=4, values_only=True)
    return [dict(zip(map(str, heads), row, strict=True)) for row in rows]
