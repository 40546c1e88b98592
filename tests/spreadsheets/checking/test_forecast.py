"""What an insurer is likely to cut, foretold with cell, rule, likely code of TISS table 38 and what to do."""

from datetime import date
from pathlib import Path

import pytest

from agent.model.competencia import Competencia
from agent.model.entry import Entry, State
from agent.model.glosa import Respondido
from agent.model.lancamento import Kind, Lancamento, Origem
from mappings.regras import Regras, shipped_rules
from mappings.tuss import tuss_codes
from spreadsheets.checking.forecast import Known, forecast
from spreadsheets.checking.history import Historico
from spreadsheets.checking.previsao import Previsao
from tests.spreadsheets.reading.sheet_file import TODAY, read, xlsx

HEADING = ("Guia", "Data", "Paciente", "Código", "Qtd", "Valor", "CRM", "Qtd Autorizada", "Dente", "Face")
ROW = ("2678555", date(2026, 10, 5), "Ana Prokop", "50000616", 1, 65, 31207)
RULES = {"ipasem": Regras(), "cassind": Regras(prazo_envio_dias=90, retorno_consulta_dias=30)}


def known(*entries: Entry, regras: dict[str, Regras] = RULES) -> Known:
    return Known(entries, regras, TODAY)


def entry(state: State = State.LANCADA, *, valor: int | None = None, **fields: object) -> Entry:
    facts: dict[str, object] = {
        "clinica": "vale",
        "portal": "ipasem",
        "kind": Kind.PROCEDIMENTO,
        "competencia": Competencia(2026, 9),
        "numero_autorizacao": "2670000",
        "codigo_procedimento": "50000616",
        "data": date(2026, 9, 20),
        "beneficiario": "Ana Prokop",
        "codigo_conselho": "31207",
        "valor_informado": 7000,
        "origem": Origem(arquivo="setembro.xlsx", aba="Plan1", linha=2),
    }
    return Entry(1, 1, Lancamento.model_validate(facts | fields), state, valor_lancado=valor)


def foretold(
    folder: Path, *rows: tuple[object, ...], known: Known, name: str = "IPASEM 10-2026.xlsx"
) -> list[Previsao]:
    leitura = read(xlsx(folder, HEADING, *rows, name=name))
    assert len(leitura.itens) == len(rows)
    return list(forecast(leitura, known))


def test_an_amount_above_the_last_accepted_one_is_foretold_with_its_cell(tmp_path: Path) -> None:
    older = entry(data=date(2026, 8, 1), valor_informado=9000, numero_autorizacao="1")
    assert foretold(tmp_path, (*ROW[:5], 75), known=known(older, entry(valor=6500))) == [
        Previsao(
            aba="Plan1",
            linha=2,
            coluna="Valor",
            celula="F2",
            regra="valor_diferente",
            glosa="1705",
            motivo="o valor 75,00 não é o último aceito deste código, 65,00",
            faca="Confira a tabela do convênio.",
        )
    ]


def test_an_amount_below_the_last_accepted_one_is_a_loss_and_no_glosa(tmp_path: Path) -> None:
    (found,) = foretold(tmp_path, (*ROW[:4], 2, 120), known=known(entry(valor=6500)))
    assert (found.glosa, found.motivo) == ("", "o valor 60,00 não é o último aceito deste código, 65,00")


def test_an_amount_that_was_refused_or_cancelled_says_nothing_of_the_usual_one(tmp_path: Path) -> None:
    assert foretold(tmp_path, ROW, known=known(entry(State.RECUSADA), entry(State.PENDENTE))) == []


def test_more_than_was_authorised_is_foretold_over_all_rows_of_the_authorisation(tmp_path: Path) -> None:
    rows = [(*ROW[:1], date(2026, 10, day), *ROW[2:], 2) for day in (5, 6, 7)]
    (found,) = foretold(tmp_path, *rows, known=known())
    assert (found.celula, found.glosa, found.motivo) == (
        "E4",
        "3210",
        "são 3 deste código na autorização, e o permitido é 2",
    )


def test_what_the_ledger_holds_of_an_authorisation_counts_and_a_row_read_again_does_not_count_twice(
    tmp_path: Path,
) -> None:
    rules = {"ipasem": Regras(maximo={"50000616": 1})}
    again = entry(competencia=Competencia(2026, 10), numero_autorizacao="2678555", data=date(2026, 10, 5), valor=6500)
    again = Entry(
        1,
        1,
        again.lancamento.model_copy(update={"origem": Origem(arquivo="IPASEM 10-2026.xlsx", linha=2)}),
        again.state,
        valor_lancado=6500,
    )
    assert foretold(tmp_path, ROW, known=known(again, regras=rules)) == []
    (found,) = foretold(tmp_path, ROW, known=known(entry(numero_autorizacao="2678555", valor=6500), regras=rules))
    assert found.regra == "quantidade_acima"


def test_a_second_consulta_within_the_return_period_is_foretold(tmp_path: Path) -> None:
    row = ("004610206", date(2026, 10, 15), "ANA PROKOP", "10101012", 1, None, 31207)
    visit = entry(portal="cassind", kind=Kind.CONSULTA, codigo_procedimento="10101012")
    (found,) = foretold(tmp_path, row, known=known(visit), name="CASSIND consultas 10-2026.xlsx")
    assert (found.celula, found.glosa, found.motivo) == (
        "B2",
        "1823",
        "o mesmo paciente já consultou em 20/09/2026, há menos de 30 dias",
    )


def test_a_consulta_with_another_professional_is_no_return(tmp_path: Path) -> None:
    row = ("004610206", date(2026, 10, 15), "ANA PROKOP", "10101012", 1, None, 99999)
    visit = entry(portal="cassind", kind=Kind.CONSULTA, codigo_procedimento="10101012")
    assert foretold(tmp_path, row, known=known(visit), name="CASSIND consultas 10-2026.xlsx") == []


def test_a_service_older_than_the_insurers_term_is_foretold(tmp_path: Path) -> None:
    row = ("004610206", date(2026, 8, 3), "Ana Prokop", "10101012", 1, None, 31207)
    (found,) = foretold(tmp_path, row, known=known(), name="CASSIND consultas 10-2026.xlsx")
    assert (found.regra, found.glosa, found.motivo) == (
        "fora_do_prazo",
        "3214",
        "o atendimento é de 03/08/2026, há 110 dias; o prazo de envio é de 90",
    )


def test_a_service_that_the_ledger_holds_from_another_file_or_month_is_named(tmp_path: Path) -> None:
    twin = entry(numero_autorizacao="2678555", data=date(2026, 10, 5), valor=6500)
    (found,) = foretold(tmp_path, ROW, known=known(twin))
    assert (found.glosa, found.motivo) == (
        "3209",
        "este atendimento já está no livro (09/2026, Plan1!2): lancada",
    )


def test_one_service_under_two_authorisations_a_slip_apart_is_named(tmp_path: Path) -> None:
    rows = [(number, *ROW[1:]) for number in ("2678555", "2678565", "2678556", "9999999")]
    assert [(p.linha, p.motivo) for p in foretold(tmp_path, *rows, known=known())] == [
        (3, "igual à linha 2, menos um dígito da autorização"),
        (4, "igual à linha 2, menos um dígito da autorização"),
    ]


def test_a_code_that_the_tuss_does_not_know_is_foretold_at_cassind(tmp_path: Path) -> None:
    rows = [("004610206", ROW[1], "Ana Prokop", code, 1, None, 31207) for code in ("10101012", "10109999")]
    (found,) = foretold(tmp_path, *rows, known=known(), name="CASSIND consultas 10-2026.xlsx")
    assert (found.celula, found.glosa, found.motivo) == ("D3", "1801", "o código 10109999 não está na TUSS")


def test_a_code_outside_the_portals_own_table_and_the_tuss_is_foretold(tmp_path: Path) -> None:
    rows = [(*ROW[:3], code, *ROW[4:]) for code in ("2334", "10101012", "1110")]
    rules = {"ipasem": Regras(codigos=("2334", "50000616"))}
    (found,) = foretold(tmp_path, *rows, known=known(regras=rules))
    told = (found.celula, found.glosa, found.motivo)
    assert told == ("D4", "1801", "o código 1110 não está na tabela do convênio nem na TUSS")
    assert foretold(tmp_path, *rows, known=known()) == []


def test_a_service_after_its_authorisation_expired_is_foretold(tmp_path: Path) -> None:
    heading = (*HEADING, "Validade da guia")
    rows = [(n, *ROW[1:], None, None, None, last) for n, last in ((267855, "04/10/2026"), (267866, "05/10/2026"))]
    leitura = read(xlsx(tmp_path, heading, *rows, (267877, *ROW[1:], None, None, None, "vencida?")))
    assert len(leitura.itens) == 3
    assert [(p.celula, p.regra, p.glosa, p.motivo) for p in forecast(leitura, known())] == [
        ("B2", "fora_da_validade", "1321", "o atendimento é de 05/10/2026 e a autorização valia até 04/10/2026")
    ]


def test_what_the_screen_of_a_kind_asks_for_is_missed_once_with_how_many_rows_lack_it(tmp_path: Path) -> None:
    heading = ("Guia", "Data", "Paciente", "Código", "Início", "Término", "CID")
    rows = [
        ("004733010", date(2026, 10, 5), "Bia Souza", "50000616", "08:00", "08:45", "F80"),
        ("004733011", date(2026, 10, 5), "Ana Souza", "50000616", None, None, "F80"),
        ("004733012", date(2026, 10, 5), "Ivo Souza", "50000616", "09:00", None, None),
        ("004733013", date(2026, 10, 5), "Lia Souza", "10101012", None, None, None),
    ]
    found = forecast(read(xlsx(tmp_path, heading, *rows, name="CASSIND 10-2026.xlsx")), known())
    assert [(p.celula, p.regra, p.motivo) for p in found] == [
        ("E3", "falta_na_tela", "falta a hora inicial ou a final (nesta e em mais 1), e a tela de seriado exige"),
        ("G4", "falta_na_tela", "falta o CID (nesta), e a tela de seriado exige"),
    ]


def test_a_face_that_the_tooth_does_not_have_is_foretold(tmp_path: Path) -> None:
    row = ("2678555", ROW[1], "Ana Prokop", "2334", 1, 65, None, None, 17, "L")
    (found,) = foretold(tmp_path, row, known=known())
    assert (found.celula, found.glosa, found.motivo) == ("J2", "5039", "a face L não existe no dente 17")


def test_the_shipped_rules_are_what_the_manual_and_custom_say_and_an_office_adds_its_own() -> None:
    cassind = shipped_rules()["cassind"]
    assert cassind == Regras(prazo_envio_dias=90, retorno_consulta_dias=30)
    assert cassind.with_own(Regras(prazo_envio_dias=60)) == Regras(prazo_envio_dias=60, retorno_consulta_dias=30)


def test_the_tuss_knows_its_codes_and_when_they_ended() -> None:
    codes = tuss_codes()
    assert (codes["10101012"], "00010014" in codes, len(codes) > 5_000) == (None, False, True)


def answered(day: date, motivo: str = "", *, code: str = "50000616", who: str = "31207") -> Respondido:
    return Respondido("ipasem", code, who, day, glosado=bool(motivo), motivo=motivo)


def test_what_was_mostly_refused_lately_is_foretold_with_its_figure(tmp_path: Path) -> None:
    signature, other = "3169 - Assinatura do beneficiário inexistente", "1705 - Valor apresentado a maior"
    past = [
        *(answered(date(2026, 9, 1), motivo) for motivo in ["", signature, other, signature, signature]),
        *(answered(date(2026, 3, 1)) for _ in range(9)),
        *(answered(date(2026, 9, 6), code="10101012") for _ in range(9)),
    ]
    found = foretold(tmp_path, ROW, known=Known((), RULES, TODAY, past))
    assert [(p.regra, p.celula, p.glosa, p.motivo) for p in found] == [
        (
            "historico",
            "D2",
            "3169",
            "4 de 5 glosados nos últimos 6 meses (este código e profissional), "
            "motivo: 3169 - Assinatura do beneficiário inexistente",
        )
    ]


@pytest.mark.parametrize(
    ("past", "como"),
    [
        ([answered(date(2026, 9, 1), "x", who="9")] * 3, "este código"),
        ([answered(date(2026, 9, 1), "x", code="1")] * 3, "este profissional"),
        ([answered(date(2026, 9, 1), "x")] * 2, None),
        ([answered(date(2026, 9, 1), "x"), *[answered(date(2026, 9, 1))] * 2], None),
        ([*[answered(date(2026, 9, 1))] * 3, *[answered(date(2026, 9, 1), "x", who="9")] * 9], None),
    ],
)
def test_the_nearest_likeness_with_answers_enough_speaks(past: list[Respondido], como: str | None) -> None:
    costume = Historico(past, TODAY).of(entry().lancamento)
    assert (costume.como if costume else None) == como
