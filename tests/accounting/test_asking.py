"""A file that may be another clinic's, another month's or only a part is kept when a person says so, not before."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from agent.accounting.receiving import receive
from agent.cli.edge import run
from agent.cli.main import command
from agent.config.load import load_office
from agent.config.office import Office
from agent.ledger.months import Mes
from agent.ledger.returns import ImportedReturn
from agent.ledger.store import Ledger
from agent.model.competencia import Competencia
from agent.model.errors import InputError, ReportUntrusted
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


@pytest.fixture
def october(ledger: Ledger) -> Mes:
    """The month at the operadora that takes TISS."""
    found = ledger.months.find("aurora", "cassind", Competencia.read("10/2026"))
    assert found is not None
    return found


def statements_of(ledger: Ledger, mes: Mes) -> tuple[bytes, bytes]:
    """An analysis and a payment that speak of an entry of the month."""
    ours = ledger.entries.of(mes)[0].lancamento.numero_autorizacao.encode()
    return analise().replace(b"004700104", ours), pagamento().replace(b"004700104", ours)


ORIGIN = (
    "retorno.xml: o arquivo é da operadora de registro ANS 326305, e o contrato de cassind tem 413518. Nada foi "
    "gravado. Confira o convênio e, em faturista.toml, contratos.cassind.registro_ans; se o arquivo é mesmo dele, "
    "repita com --mesmo-assim."
)


def test_a_statement_of_another_operadora_is_asked_about(ledger: Ledger, october: Mes, take: Take) -> None:
    for content in statements_of(ledger, october):
        other = content.replace(b">413518<", b">326305<")
        assert refused(partial(take, other, portal="cassind"), ledger, october) == ORIGIN
        take(other, portal="cassind", sure=True)
    assert len(ledger.returns.lines(october)) == 3
    assert len(ledger.returns.withheld.of(october)) == 2


def test_where_the_contract_has_no_number_an_operadora_is_not_compared(ledger: Ledger, mes: Mes, take: Take) -> None:
    assert take(statements_of(ledger, mes)[0]).new == 3


def known_as(year: Office, cadastro: str) -> Office:
    """The office that tells how the operadora knows the clinic."""
    text = year.file.read_text(encoding="utf-8")
    access = 'acessos.cassind = { usuario = "aurora.lindner" }'
    assert access in text
    with_xml = access.replace(" }", f', xml = {{ nome = "AURORA LINDNER", {cadastro} }} }}')
    year.file.write_text(text.replace(access, with_xml), encoding="utf-8")
    return load_office(year.folder)


CODIGO, CNPJ = b"codigoPrestadorNaOperadora>", b"cnpjContratado>"


@pytest.mark.parametrize(
    ("cadastro", "tag", "number", "seen"),
    [
        ('codigo = "900777"', CODIGO, b"900777", ""),
        ('codigo = "0900777"', CODIGO, b"900777", ""),
        ('codigo = "900778"', CODIGO, b"900777", "código 900777, e o de aurora em cassind é 900778"),
        ('codigo = "900778"', CNPJ, b"11222333000181", ""),  # the office has told no CNPJ to compare with
        ('codigo = "900778", cnpj = "11222333000181"', CNPJ, b"11222333000181", ""),
        ('codigo = "900778", cnpj = "11222333000181"', CODIGO, b"11222333000181", ""),  # it numbers by CNPJ
        (
            'codigo = "900778", cnpj = "11222333000181"',
            CNPJ,
            b"44555666000172",
            "CNPJ 44555666000172, e o de aurora em cassind é 11222333000181",
        ),
        ('codigo = "900778", cnpj = "11222333000181"', b"cpfContratado>", b"52998224725", ""),
    ],
)
def test_a_statement_for_another_prestador_is_asked_about(
    *, year: Office, ledger: Ledger, october: Mes, tmp_path: Path, cadastro: str, tag: bytes, number: bytes, seen: str
) -> None:
    office, file = known_as(year, cadastro), tmp_path / "retorno.xml"
    home: dict[str, Any] = {"clinica": "aurora", "portal": "cassind", "competencia": october.competencia}
    told = []
    for content in statements_of(ledger, october):
        file.write_bytes(content.replace(CODIGO, tag).replace(b"900777", number))
        if seen:
            told.append(refused(lambda: receive(office, ledger, file, **home), ledger, october))
        receive(office, ledger, file, **home, sure=bool(seen))
    asked = (
        f"retorno.xml: o arquivo é do prestador de {seen}. Nada foi gravado. Confira se ele é desta clínica; se é, "
        "repita com --mesmo-assim."
    )
    assert told == ([asked] * 2 if seen else [])
    assert (len(ledger.returns.lines(october)), len(ledger.returns.withheld.of(october))) == (3, 2)


def both_months(ledger: Ledger, october: Mes) -> tuple[Mes, bytes]:
    """September at the same operadora, and a payment that names an entry of each of the two months."""
    september = ledger.months.find("aurora", "cassind", Competencia.read("09/2026"))
    assert september is not None
    first, second = (ledger.entries.of(each)[0].lancamento.numero_autorizacao for each in (september, october))
    guia = b"<ans:guiasDoLote>"
    before, _, after = pagamento().partition(guia)
    inside, end, rest = after.partition(b"</ans:guiasDoLote>")
    nothing = inside.replace(b"220.00", b"0.00").replace(b"65.00", b"0.00").replace(b"285.00", b"0.00")
    content = before + guia + inside + end + guia + nothing.replace(b"004700104", second.encode()) + end + rest
    return september, content.replace(b"004700104", first.encode())


def test_a_payment_that_another_month_has_is_refused(ledger: Ledger, october: Mes, take: Take) -> None:
    september, paid = both_months(ledger, october)
    take(paid, portal="cassind", competencia=september.competencia)
    again = refused(lambda: take(paid, portal="cassind"), ledger, october)
    assert again == (
        "retorno.xml: as deduções do demonstrativo de pagamento 77, de 15/01/2027, já estão em 09/2026, e contariam "
        "duas vezes. Nada foi gravado: elas ficam em 09/2026. Um demonstrativo corrigido se lê com --competencia "
        "09/2026; se foi lido lá por engano, repita com --mesmo-assim, e elas passam para 10/2026."
    )
    home = {"portal": "cassind", "competencia": september.competencia}
    assert (take(paid, **home).new, len(ledger.returns.withheld.of(september))) == (
        0,
        2,
    )  # where it is, nothing changes
    take(paid.replace(b">3.30<", b">4.30<").replace(b"14.30", b"15.30").replace(b"205.70", b"204.70"), **home)
    assert [each.valor for each in ledger.returns.withheld.of(september)] == [-1100, -430]
    assert ledger.returns.withheld.of(october) == ()


def test_a_payment_that_was_read_under_the_wrong_month_is_moved_by_who_is_sure(
    ledger: Ledger, october: Mes, take: Take
) -> None:
    september, paid = both_months(ledger, october)
    take(paid, portal="cassind", competencia=september.competencia)
    for _ in range(2):
        take(paid, portal="cassind", sure=True)
        standing = [len(ledger.returns.withheld.of(each)) for each in (september, october)]
        assert (standing, ledger.auditor.audit().findings) == ([0, 2], ())


def test_a_payment_of_another_day_with_a_number_that_was_used_is_asked_about(
    ledger: Ledger, october: Mes, take: Take
) -> None:
    september, paid = both_months(ledger, october)
    take(paid, portal="cassind", competencia=september.competencia)
    later = paid.replace(b"2027-01-15", b"2027-02-15")
    assert refused(lambda: take(later, portal="cassind"), ledger, october) == (
        "retorno.xml: o demonstrativo de pagamento 77 já está em 09/2026, pago em 15/01/2027. Nada foi gravado. Se é o "
        "mesmo, corrigido, leia-o com --competencia 09/2026; se a operadora deu o mesmo número a outro pagamento, "
        "repita com --mesmo-assim."
    )
    take(later, portal="cassind", sure=True)
    assert len(ledger.returns.withheld.of(october)) == 2


def test_a_payment_of_another_insurer_may_have_the_same_number(
    ledger: Ledger, mes: Mes, october: Mes, take: Take
) -> None:
    paid = statements_of(ledger, october)[1]
    take(paid, portal="cassind")
    take(paid, sure=True)
    assert len(ledger.returns.withheld.of(mes)) == 2


def test_what_is_cut_before_its_statement_is_still_read_as_tiss(ledger: Ledger, mes: Mes, take: Take) -> None:
    with pytest.raises(ReportUntrusted, match="não é um XML inteiro"):
        take(analise()[:400])


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


def test_zeros_that_excel_took_are_put_back_before_anything_is_compared(ledger: Ledger, mes: Mes, take: Take) -> None:
    rows = [row for row in rows_of(ledger, mes, 24) if row.startswith("0")]
    bare = [row.lstrip("0") for row in rows]
    told = [take(some) for some in (bare, rows)]
    assert [(each.new, each.known, each.respelled) for each in told] == [
        (len(rows), 0, len(rows)),
        (0, len(rows), 0),
    ]
    assert rows


def test_a_file_that_was_read_before_its_zeros_could_be_put_back_asks_nothing(
    ledger: Ledger, mes: Mes, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = [row.lstrip("0") for row in rows_of(ledger, mes, 24) if row.startswith("0")]
    with monkeypatch.context() as before:
        before.setattr("agent.accounting.receiving.with_zeros", lambda _ledger, _mes, report: (report, 0))
        take(bare, sure=True)
    for part in (True, False):
        told = take(bare, part=part)
        assert (told.new, told.withdrawn) == ((len(bare), len(bare)) if part else (0, 0))
    assert len(ledger.returns.lines(mes)) == len(bare)


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
