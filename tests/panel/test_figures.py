"""The panel's figures are those of the commands, to the centavo, and every figure leads to its entries and proofs."""

import csv
import io
import json
import re
from collections.abc import Iterator

import openpyxl
import pytest

from agent.accounting.bank import Books
from agent.accounting.opening import open_books
from agent.accounting.pack import Scope, gather
from agent.cli.edge import run
from agent.cli.main import command
from agent.ledger.store import Ledger
from agent.model.figures import Figures
from agent.runner.verdicts import figures_of
from tests.panel.conftest import NOW, Panel
from tests.panel.people import Person, words

MONTHS = ("2025-11", "2026-03", "2026-09", "2026-10")


@pytest.fixture
def olga(shared: Panel) -> Iterator[Person]:
    """An operator, signed in."""
    with Person.at(shared.url) as person:
        person.signs_in("Olga")
        yield person


@pytest.fixture
def ledger(shared: Panel) -> Iterator[Ledger]:
    with open_books(shared.office) as ledger:
        yield ledger


def _table(person: Person, path: str) -> list[dict[str, str]]:
    """A CSV of the panel."""
    return list(csv.DictReader(io.StringIO(person.sees(path).content.decode("utf-8-sig")), delimiter=";"))


def _cents(text: str) -> int:
    return int(text.replace(",", ""))


@pytest.mark.parametrize("month", MONTHS)
def test_the_board_says_what_situacao_says(
    month: str, shared: Panel, olga: Person, capsys: pytest.CaptureFixture[str]
) -> None:
    run(command, ["situacao", "--competencia", month, "--pasta", str(shared.office.folder), "--json"])
    told = json.loads(capsys.readouterr().out)["resultados"]
    names = {slug: clinica.nome for slug, clinica in shared.office.settings.clinicas.items()}

    board = {
        (row["Clínica"], row["Portal"]): tuple(
            _cents(row[head]) for head in ("Informado", "Liberado", "Glosado", "Sem retorno")
        )
        for row in _table(olga, f"/quadro.csv?mes={month}")
    }
    assert board == {
        (names[f["clinica"]], f["portal"]): (
            *(f["valor_informado"], f["valor_liberado"], f["valor_glosado"], f["valor_pendente"]),
        )
        for f in told
    }


@pytest.mark.parametrize("month", MONTHS)
def test_what_was_recovered_is_what_the_pack_says(month: str, shared: Panel, olga: Person, ledger: Ledger) -> None:
    months = [mes for mes in ledger.months.all() if mes.competencia.iso == month]
    pack = gather(Scope(shared.office, ledger, months, Books(), NOW, shared.house.days.off), titulo="")

    recovered = sum(_cents(row["Recuperado"]) for row in _table(olga, f"/quadro.csv?mes={month}"))
    under_appeal = sum(_cents(row["Em recurso"]) for row in _table(olga, f"/quadro.csv?mes={month}"))
    assert (recovered, under_appeal) == (
        sum(glosa.recuperado for glosa in pack.glosas),
        sum(conta.em_recurso for conta in pack.contas),
    )


def test_the_entries_of_a_month_add_up_to_the_boards_line(olga: Person, ledger: Ledger) -> None:
    heads = ("Informado", "Liberado", "Glosado", "Sem retorno")
    sums, figures = {}, {}
    for mes in ledger.months.all()[::3]:
        rows = _table(olga, f"/mes/{mes.id}/lancamentos.csv")
        sums[mes.id] = tuple(sum(_cents(row[head]) for row in rows) for head in heads)
        figures[mes.id] = _money(figures_of(ledger, mes))

    assert sums == figures


@pytest.mark.parametrize(
    ("shown", "head"), [("liberado", "Liberado"), ("glosado", "Glosado"), ("sem_retorno", "Sem retorno")]
)
def test_a_figure_leads_to_exactly_the_entries_that_make_it(
    shown: str, head: str, olga: Person, ledger: Ledger
) -> None:
    for mes in ledger.months.all()[-6:]:
        everything = _table(olga, f"/mes/{mes.id}/lancamentos.csv")
        led_to = _table(olga, f"/mes/{mes.id}/lancamentos.csv?ver={shown}")
        assert led_to == [row for row in everything if _cents(row[head])]


def test_a_change_in_the_ledger_shows_in_the_next_look(panel: Panel, ana: Person) -> None:
    with open_books(panel.office) as ledger:
        before = _table(ana, "/quadro.csv?mes=2025-11")
        mes = ledger.months.all()[0]
        entry = next(e for e in ledger.entries.of(mes) if ledger.returns.balances(mes)[e.id].glosado)
        glosado = ledger.returns.balances(mes)[entry.id].glosado
        number = ledger.appeals.draft(entry.id, glosado, motivo="x", justificativa="y")
        ledger.appeals.send(number, NOW.date(), "P1")
    after = _table(ana, "/quadro.csv?mes=2025-11")

    assert sum(_cents(r["Em recurso"]) for r in after) - sum(_cents(r["Em recurso"]) for r in before) == glosado


def test_from_a_figure_of_the_board_to_the_file_that_proves_it_in_three_clicks(olga: Person, ledger: Ledger) -> None:
    board = olga.sees("/quadro?mes=2026-03&ver=glosa").text
    first = _link(board, r"/mes/\d+\?ver=glosado")
    second = _link(olga.sees(first).text, r"/lancamento/\d+")
    third = _link(olga.sees(second).text, r"/prova/\d+/[0-9a-f]{64}\?ver=1").removesuffix("?ver=1")
    file = olga.sees(third)

    assert file.status_code == 200
    assert (
        file.headers["content-disposition"].startswith("attachment; "),
        file.headers["content-security-policy"],
    ) == (
        True,
        "sandbox; default-src 'none'",
    )
    assert third.rsplit("/", 1)[1] in {p.sha256 for mes in ledger.months.all() for p in ledger.trail.proofs(mes)}


def test_an_entry_tells_its_whole_history_and_where_each_centavo_is(olga: Person, ledger: Ledger) -> None:
    mes = next(m for m in ledger.months.all() if m.competencia.iso == "2026-03" and m.portal == "ipasem")
    saldos = ledger.returns.balances(mes)
    entry = next(entry for entry in ledger.entries.of(mes) if saldos[entry.id].glosado)
    text = words(olga.sees(f"/lancamento/{entry.id}"))

    told = re.findall(
        r"Lida da planilha\.|Intenção de enviar gravada|Está no portal|O mês foi fechado|O retorno responde", text
    )
    assert told == [
        "Lida da planilha.",
        "Intenção de enviar gravada",
        "Está no portal",
        "O mês foi fechado",
        "O retorno responde",
    ]
    assert entry.lancamento.origem.arquivo in text


def test_a_workbook_of_the_board_holds_the_same_rows_and_no_formula_that_was_read(olga: Person) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(olga.sees("/quadro.xlsx?mes=2026-03").content)).worksheets[0]
    rows = list(sheet.iter_rows(min_row=5, values_only=True))

    assert [row[0] for row in rows] == [row["Clínica"] for row in _table(olga, "/quadro.csv?mes=2026-03")]
    assert {cell.data_type for line in sheet.iter_rows(min_row=5) for cell in line} <= {"s", "n", "d"}


@pytest.mark.parametrize(
    ("asked", "first"),
    [("q=vale", "Clínica Vale Sereno"), ("portal=cassind", "Consultório Dra. Aurora Lindner"), ("q=nada disso", "")],
)
def test_the_board_is_filtered(asked: str, first: str, olga: Person) -> None:
    rows = _table(olga, f"/quadro.csv?mes=2026-03&{asked}")

    assert [row["Clínica"] for row in rows] == ([first] if first else [])


def test_the_board_is_sorted_by_the_figure_asked_for(olga: Person) -> None:
    sums = [_cents(row["Glosado"]) for row in _table(olga, "/quadro.csv?mes=2026-03&ordem=glosado")]

    assert sums == sorted(sums, reverse=True)
    assert len(sums) == 3


def _money(f: Figures) -> tuple[int, ...]:
    return f.valor_informado, f.valor_liberado, f.valor_glosado, f.valor_pendente


def _link(text: str, pattern: str) -> str:
    found = re.search(rf'href="({pattern})"', text)
    assert found is not None, pattern
    return found[1].replace("&amp;", "&")


@pytest.mark.parametrize("who", ["Conrado", "Aurora", "Serena"])
def test_a_part_of_a_number_finds_the_entries_that_the_visitor_may_see(who: str, shared: Panel) -> None:
    with shared.house.books() as ledger:
        mes = next(mes for mes in ledger.months.all() if (mes.clinica, mes.portal) == ("aurora", "ipasem"))
        entry = ledger.entries.of(mes)[0]
    number = entry.lancamento.numero_autorizacao
    with Person.at(shared.url) as person:
        person.signs_in(who)
        page = person.sees(f"/quadro?q={number[1:]}").text
        patients = entry.lancamento.beneficiario in page

    assert (f'href="/lancamento/{entry.id}"' in page, patients) == (who != "Serena", False)


@pytest.mark.parametrize("text", ["%", "___", "ab", "a%b1", "' or 1=1", "abc"])
def test_what_is_no_number_finds_no_entry(text: str, shared: Panel) -> None:
    with Person.at(shared.url) as person:
        person.signs_in("Ana")
        page = words(person.client.get("/quadro", params={"q": text}))

    assert "Lançamentos com" not in page
