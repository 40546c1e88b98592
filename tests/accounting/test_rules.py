"""Terms, invoices and rates: pure rules, as tables."""

from datetime import date
from pathlib import Path

import pytest

from agent.accounting.bank import read_books
from agent.accounting.deadlines import appeal_by, last_day, never_off
from agent.accounting.denials import denial_words
from agent.accounting.exports import deposit_id
from agent.config.contas import Contrato
from agent.model.competencia import Competencia
from agent.model.errors import InputError
from agent.model.glosa import denial_code
from spreadsheets.writing.report import GroupKey

HOLIDAY = date(2026, 11, 20)
TODAY = date(2026, 12, 15)
FIX = "Corrija a célula."


def weekends_and_one_holiday(day: date) -> str:
    return "folga" if day.weekday() >= 5 or day == HOLIDAY else ""


@pytest.mark.parametrize(
    ("start", "days", "business", "last"),
    [
        (date(2026, 11, 2), 10, False, date(2026, 11, 12)),
        (date(2026, 11, 2), 5, False, date(2026, 11, 9)),  # the 7th is a Saturday: on to Monday
        (date(2026, 11, 2), 5, True, date(2026, 11, 9)),
        (date(2026, 11, 16), 4, True, date(2026, 11, 23)),  # over a holiday and a weekend
        (date(2026, 11, 18), 2, False, date(2026, 11, 23)),  # ends on the holiday: on to Monday
    ],
)
def test_a_term_ends_on_a_business_day(start: date, days: int, business: bool, last: date) -> None:
    assert last_day(start, days, weekends_and_one_holiday, business=business) == last


def test_without_days_off_a_term_is_so_many_days() -> None:
    assert appeal_by(date(2026, 11, 2), Contrato(prazo_recurso=30), never_off) == date(2026, 12, 2)


@pytest.mark.parametrize(
    ("motivo", "code"), [("1705 - Valor a maior", "1705"), ("Falta assinatura", ""), ("17051 x", ""), ("", "")]
)
def test_a_reason_s_code_is_what_it_begins_with(motivo: str, code: str) -> None:
    assert denial_code(motivo) == code


def test_table_38_says_what_a_code_is() -> None:
    assert [denial_words(code) for code in ("1705", "0000", "")] == ["VALOR APRESENTADO A MAIOR", "", ""]


def test_invoices_and_deposits_are_read_as_the_accountant_writes_them(tmp_path: Path) -> None:
    head = "clinica;portal;competencia;numero;data;valor;iss;irrf"
    notas = f"{head}\naurora;ipasem;10/2026;77;05/12/2026;1.000,00;20,00;15,00\n"
    banco = "\ufeffclinica;portal;competencia;data;historico;valor\naurora;ipasem;10/2026;09/12/2026;TED;965,00\n"
    (tmp_path / "notas.csv").write_text(notas, encoding="utf-8")
    (tmp_path / "banco.csv").write_text(banco, encoding="utf-8")
    books = read_books(tmp_path, {("aurora", "ipasem")}, TODAY)
    assert [(n.key, n.numero, n.valor, n.deducoes) for n in books.notas] == [
        (GroupKey("aurora", "ipasem", Competencia(2026, 10)), "77", 100000, (1500, 2000, 0, 0, 0, 0))
    ]
    assert [(d.data, d.historico, d.valor) for d in books.depositos] == [(date(2026, 12, 9), "TED", 96500)]


@pytest.mark.parametrize(
    ("text", "what", "where"),
    [
        (
            "clinica;portal;competencia;data;historico;valor\nauora;ipasem;10/2026;09/12/2026;TED;9,00\n",
            'não há a clínica "auora"',
            "banco.csv, linha 2, coluna clinica",
        ),
        (
            "clinica;portal;competencia;data;historico;valor\n;;;;;\naurora;cassind;10/2026;09/12/2026;TED;9,00\n",
            'a clínica aurora não tem o portal "cassind"',
            "banco.csv, linha 3, coluna portal",
        ),
        (
            'clinica;portal;competencia;data;valor;historico\naurora;ipasem;10/2026;09/12/2026;9,00;"TED\n'
            "aurora;ipasem;10/2026;10/12/2026;9,00;TED\n",
            "há aspas que não fecham",
            "banco.csv, linha 3",
        ),
        ("clinica;portal;competencia;data;valor\n", "falta a coluna historico", "banco.csv"),
        (
            "clinica;portal;competencia;data;historico;valor\naurora;ipasem;10/2026;09/12/2026;TED;9x\n",
            "não é um valor em reais: '9x'",
            "banco.csv, linha 2, coluna valor",
        ),
    ],
)
def test_a_cell_of_the_bank_that_cannot_be_read_is_named(tmp_path: Path, text: str, what: str, where: str) -> None:
    (tmp_path / "banco.csv").write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_books(tmp_path, {("aurora", "ipasem"), ("vale", "cassind")}, TODAY)
    assert (caught.value.what, caught.value.where) == (
        what,
        str(tmp_path / where.split(",", maxsplit=1)[0]) + where[9:],
    )


def test_an_unknown_clinic_is_refused_with_the_clinics_there_are(tmp_path: Path) -> None:
    head = "clinica;portal;competencia;numero;data;valor"
    (tmp_path / "notas.csv").write_text(f"{head}\nauora;ipasem;10/2026;77;05/12/2026;10,00\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_books(tmp_path, {("aurora", "ipasem"), ("vale", "cassind")}, TODAY)
    assert caught.value.do == 'Há: aurora, vale. Você quis dizer "aurora"?'


@pytest.mark.parametrize(
    ("rows", "twice"),
    [
        (("aurora;ipasem;10/2026;77;05/12/2026;10,00", "aurora;ipasem;10/2026;77;06/12/2026;12,00"), True),
        (("aurora;ipasem;10/2026;77;05/12/2026;10,00", "aurora;ipasem;11/2026;77;05/12/2026;10,00"), True),
        (("aurora;ipasem;10/2026;77;05/12/2026;10,00", "aurora;ipasem;11/2026;77;05/12/2026;2,00"), False),
        (("aurora;ipasem;10/2026;77;05/12/2026;10,00", "vale;cassind;10/2026;77;05/12/2026;10,00"), False),
    ],
)
def test_a_note_counted_twice_is_refused_and_one_for_two_months_is_not(
    tmp_path: Path, rows: tuple[str, ...], twice: bool
) -> None:
    file = tmp_path / "notas.csv"
    file.write_text("\n".join(("clinica;portal;competencia;numero;data;valor", *rows)), encoding="utf-8")
    accesses = {("aurora", "ipasem"), ("vale", "cassind")}
    told = ""
    try:
        read = len(read_books(tmp_path, accesses, TODAY).notas)
    except InputError as error:
        read, told = 0, f"{error.where}: {error.what}"
    place = f"{file}, linha 3, coluna numero: a nota 77 já está em {file}, linha 2"
    assert (read, told) == ((0, place) if twice else (2, ""))


@pytest.mark.parametrize(
    ("row", "told", "column", "do"),
    [
        ("05/12/2026;100,00;100,00;", "", "", ""),
        ("05/12/2026;-100,00;-1,50;-2,00", "", "", ""),  # it takes a note back
        ("05/12/2026;100,00;120,00;", "a dedução de R$ 120,00 é maior que a nota, de R$ 100,00", "irrf", FIX),
        ("05/12/2026;-100,00;-120,00;", "a dedução de -R$ 120,00 é maior que a nota, de -R$ 100,00", "irrf", FIX),
        ("05/12/2026;0,00;;1,00", "a dedução de R$ 1,00 é maior que a nota, de R$ 0,00", "iss", FIX),
        (
            "05/12/2026;100,00;60,00;60,00",
            "as deduções somam R$ 120,00, mais que a nota, de R$ 100,00",
            "valor",
            "Corrija a linha.",
        ),
        (
            "05/12/2026;100,00;;-2,00",
            "a dedução de -R$ 2,00 tem o sinal contrário ao da nota, de R$ 100,00",
            "iss",
            "Escreva a dedução sem sinal; negativa ela só é em uma nota negativa.",
        ),
        ("15/12/2016;100,00;;", "", "", ""),
        ("14/12/2016;100,00;;", "a data 14/12/2016 tem mais de 10 anos", "data", FIX),
        ("15/12/2028;100,00;;", "", "", ""),
        ("16/12/2028;100,00;;", "a data 16/12/2028 está mais de 2 anos à frente", "data", FIX),
    ],
)
def test_a_note_less_than_its_deductions_or_of_another_decade_is_refused_with_its_cell(
    *, tmp_path: Path, row: str, told: str, column: str, do: str
) -> None:
    file = tmp_path / "notas.csv"
    file.write_text(f"clinica;portal;competencia;numero;data;valor;irrf;iss\naurora;ipasem;10/2026;77;{row}\n")
    try:
        seen = ("", "", "", len(read_books(tmp_path, {("aurora", "ipasem")}, TODAY).notas))
    except InputError as error:
        seen = (error.what, error.where, error.do, 0)
    assert seen == ((told, f"{file}, linha 2, coluna {column}", do, 0) if told else ("", "", "", 1))


def test_a_deposit_of_another_decade_is_refused_with_its_cell(tmp_path: Path) -> None:
    file = tmp_path / "banco.csv"
    file.write_text("clinica;portal;competencia;data;historico;valor\naurora;ipasem;10/2026;09/12/2062;TED;9,00\n")
    with pytest.raises(InputError) as caught:
        read_books(tmp_path, {("aurora", "ipasem")}, TODAY)
    assert (caught.value.what, caught.value.where) == (
        "a data 09/12/2062 está mais de 2 anos à frente",
        f"{file}, linha 2, coluna data",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_the_accountant_s_files_are_read_as_excel_saves_them(tmp_path: Path, encoding: str) -> None:
    head = "clinica;portal;competencia;data;historico;valor"
    text = f"{head}\r\naurora;ipasem;10/2026;09/12/2026;Crédito da operação;965,00\r\n"
    (tmp_path / "banco.csv").write_bytes(text.encode(encoding))
    (deposito,) = read_books(tmp_path, {("aurora", "ipasem")}, TODAY).depositos
    assert (deposito.historico, deposito.valor) == ("Crédito da operação", 96500)


def test_equal_deposits_of_a_day_are_told_apart_whatever_month_they_pay(tmp_path: Path) -> None:
    rows = [f"aurora;ipasem;{mes}/2026;09/12/2026;TED;9,00\n" for mes in (10, 11, 10)]
    head = "clinica;portal;competencia;data;historico;valor\n"
    (tmp_path / "banco.csv").write_text(head + "".join(rows), encoding="utf-8")
    ids = [deposit_id(each) for each in read_books(tmp_path, {("aurora", "ipasem")}, TODAY).depositos]
    assert [each.rpartition("-")[2] for each in ids] == ["1", "2", "3"]
    assert len({each.rpartition("-")[0] for each in ids}) == 1
    assert max(map(len, ids)) <= 32
