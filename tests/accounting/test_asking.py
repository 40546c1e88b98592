"""A file that may be another clinic's, another month's or only a part is kept when a person says so, not before."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from agent.accounting.receiving import receive
from agent.cli.edge import run
from agent.cli.main import command
from agent.config.office import Office
from agent.ledger.months import Mes
from agent.ledger.returns import ImportedReturn
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.errors import InputError
from tests.portals.tiss.statements import analise, pagamento

Take = Callable[..., ImportedReturn]


@pytest.fixture
def mes(ledger: Ledger) -> Mes:
    found = ledger.months.find("aurora", "ipasem", Competencia.read("10/2026"))
    assert found is not None
    return found


@pytest.fixture
def take(year: Office, ledger: Ledger, mes: Mes, tmp_path: Path) -> Take:
    """Rows, or the bytes of a file, received as the return of the month."""

    def receive_rows(content: Sequence[str] | bytes, **more: Any) -> ImportedReturn:
        file = tmp_path / ("retorno.xml" if isinstance(content, bytes) else "retorno.csv")
        text = "\n".join(("guia;codigo;data;qtd;informado;liberado", *map(str, content))) + "\n"
        file.write_bytes(content if isinstance(content, bytes) else text.encode())
        home = {"clinica": "aurora", "portal": "ipasem", "competencia": mes.competencia}
        return receive(year, ledger, file, **{**home, **more})

    return receive_rows


def rows_of(ledger: Ledger, mes: Mes | None, count: int, paid: str = "65,00") -> list[str]:
    """So many entries of the month, each with its own authorisation, as a file of the insurer answers them."""
    assert mes is not None
    found = {entry.lancamento.numero_autorizacao: entry.lancamento for entry in ledger.entries.of(mes)}
    some = list(found.values())[:count]
    return [
        f"{e.numero_autorizacao};{e.codigo_procedimento};{e.data:%d/%m/%Y};{e.quantidade};65,00;{paid}" for e in some
    ]


def of_another(number: int) -> str:
    return f"{number:08d};50000616;05/10/2026;1;65,00;65,00"


def refused(act: Callable[[], object], ledger: Ledger, mes: Mes) -> str:
    """What is asked; nothing of the file is kept."""
    before = ledger.checks.anchor(), ledger.returns.lines(mes)
    with pytest.raises(InputError) as asked:
        act()
    assert (ledger.checks.anchor(), ledger.returns.lines(mes)) == before
    return str(asked.value)


def test_a_file_without_one_entry_of_the_clinic_is_asked_about(ledger: Ledger, mes: Mes, take: Take) -> None:
    others = [of_another(number) for number in range(3)]
    asked = refused(lambda: take(others), ledger, mes)
    assert asked == (
        "retorno.csv: nenhuma autorização do arquivo é de lançamento de aurora em ipasem. Nada foi gravado. Confira se "
        "ele é desta clínica e deste convênio; se é, repita com --mesmo-assim."
    )
    assert take(others, sure=True).new == 3
    assert take(others).known == 3  # what was told once is not asked again


def test_a_file_with_one_entry_of_the_month_among_strangers_is_taken(ledger: Ledger, mes: Mes, take: Take) -> None:
    assert take([of_another(1), *rows_of(ledger, mes, 1), of_another(2)]).new == 3


def test_a_file_of_another_month_is_asked_about(ledger: Ledger, mes: Mes, take: Take) -> None:
    september = ledger.months.find("aurora", "ipasem", Competencia.read("09/2026"))
    older = [*rows_of(ledger, september, 2), of_another(1)]
    asked = refused(lambda: take(older), ledger, mes)
    assert asked == (
        "retorno.csv: nenhuma linha do arquivo é de lançamento de 10/2026: 2 são de 09/2026. Nada foi gravado. Se é o "
        "retorno de outro mês, diga qual com --competencia; se o convênio responde aqui por aqueles meses, repita com "
        "--mesmo-assim."
    )
    assert take(older, sure=True).new == 3


def test_a_file_that_drops_what_the_one_before_told_is_asked_about(ledger: Ledger, mes: Mes, take: Take) -> None:
    first, second, third = rows_of(ledger, mes, 3)
    take([first, second])
    asked = refused(lambda: take([third]), ledger, mes)
    gone = sorted(row.partition(";")[0] for row in (first, second))
    assert asked == (
        f"retorno.csv: o arquivo não traz 2 autorizações ({gone[0]}, {gone[1]}) que o lido antes trazia. Nada foi "
        "gravado. Se ele é só uma parte do retorno, repita com --parte; se o convênio as retirou, repita com "
        "--mesmo-assim."
    )
    replaced = take([third], sure=True)
    assert (replaced.new, replaced.withdrawn, replaced.dropped) == (1, 2, tuple(gone))


def test_parts_of_a_return_add_up_and_a_part_corrects_the_items_that_it_names(
    ledger: Ledger, mes: Mes, take: Take
) -> None:
    first, second, third = rows_of(ledger, mes, 3)
    lower = rows_of(ledger, mes, 3, "60,00")[2]
    told = [take(rows, part=True) for rows in ([first, second], [third], [lower], [first, second])]
    assert [(each.new, each.known, each.withdrawn) for each in told] == [(2, 0, 0), (1, 0, 0), (1, 0, 1), (0, 2, 0)]
    assert sorted(line.linha.valor_liberado for line in ledger.returns.lines(mes)) == [6000, 6500, 6500]
    assert ledger.auditor.audit().findings == ()


def test_a_corrected_file_that_names_every_authorisation_is_taken_without_a_word(
    ledger: Ledger, mes: Mes, take: Take
) -> None:
    take(rows_of(ledger, mes, 3))
    assert take(rows_of(ledger, mes, 3, "60,00")).withdrawn == 3


@pytest.mark.parametrize("content", [analise(), pagamento()], ids=["análise", "pagamento"])
def test_a_tiss_statement_of_strangers_is_asked_about(ledger: Ledger, mes: Mes, take: Take, content: bytes) -> None:
    asked = refused(lambda: take(content), ledger, mes)
    assert asked.startswith("retorno.xml: nenhuma autorização do arquivo é de lançamento de aurora em ipasem.")


def test_at_the_terminal_nothing_is_kept_until_it_is_said_so(
    year: Office, ledger: Ledger, mes: Mes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "retorno.csv"
    file.write_text(f"guia;codigo;data;qtd;informado;liberado\n{of_another(7)}\n", encoding="utf-8")
    home = ("--competencia", "10/2026", "--clinica", "aurora", "--portal", "ipasem", "--pasta", str(year.folder))
    done = []
    for more in (("--retorno", str(file)), ("--retorno", str(file), "--mesmo-assim"), ("--parte",)):
        code = run(command, ["conciliar", *home, *more])
        done.append((code == 2, len(ledger.returns.lines(mes)), capsys.readouterr().err))
    assert [each[:2] for each in done] == [(True, 0), (False, 1), (True, 1)]
    assert "repita com --mesmo-assim" in " ".join(done[0][2].split())
    assert "só se diz de um arquivo de retorno. Onde: --parte" in " ".join(done[2][2].split())


@pytest.mark.parametrize("month", [f"{number:02d}/2026" for number in range(1, 11)])
def test_the_portal_s_own_return_as_a_file_says_nothing_new(
    year: Office, ledger: Ledger, tmp_path: Path, month: str
) -> None:
    """A file leaves out what the screen shows. Taken for other lines, an estorno would be paid again by itself."""
    for portal in ("ipasem", "cassind"):
        mes = ledger.months.find("aurora", portal, Competencia.read(month))
        assert mes is not None
        lines = [each.linha for each in ledger.returns.lines(mes)]
        before = ledger.checks.anchor()
        told = [
            f"{e.numero_autorizacao};{e.codigo_procedimento};{e.data:%d/%m/%Y};{e.quantidade};"
            f"{reais(e.valor_informado)};{reais(e.valor_liberado)};{reais(e.valor_glosa)}"
            for e in lines
        ]
        file = tmp_path / f"{portal}.csv"
        file.write_text("\n".join(("guia;codigo;data;qtd;informado;liberado;glosa", *told, "")), encoding="utf-8")
        done = receive(year, ledger, file, clinica="aurora", portal=portal, competencia=mes.competencia)
        assert (done.new, done.known, ledger.checks.anchor()) == (0, len(lines), before)


def reais(centavos: int) -> str:
    sign, whole = "-" if centavos < 0 else "", abs(centavos)
    return f"{sign}{whole // 100},{whole % 100:02d}"
