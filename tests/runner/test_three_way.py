"""Sheet, ledger and portal side by side: every difference once, with its place and no patient."""

from datetime import UTC, date, datetime

from agent.model.competencia import Competencia
from agent.model.entry import Entry, State
from agent.model.lancamento import Kind, Lancamento, Origem
from agent.model.registro import Evidence, Movimento, Registro
from agent.runner.three_way import Achado, three_way

MES = Competencia(2026, 10)


def asked(n: int, **more: object) -> Lancamento:
    facts = {
        "clinica": "sorriso",
        "portal": "ipasem",
        "kind": Kind.CONSULTA,
        "competencia": MES,
        "numero_autorizacao": f"298800{n}",
        "codigo_procedimento": "10101012",
        "data": date(2026, 10, n),
        "valor_informado": 6500,
        "beneficiario": "Beltrana Inventada",
        "origem": Origem(arquivo="outubro.xlsx", linha=n + 1),
    }
    return Lancamento.model_validate({**facts, **more})


def row(of: Lancamento, **more: object) -> Movimento:
    facts = {
        "movimento": f"83{of.data.day:02d}",
        "numero_autorizacao": of.numero_autorizacao,
        "codigo_procedimento": of.codigo_procedimento,
        "data": of.data,
        "quantidade": of.quantidade,
        "valor": of.valor_informado,
        "beneficiario": of.beneficiario.upper(),
    }
    return Movimento(**{**facts, **more})  # type: ignore[arg-type]


def registro(*rows: Movimento) -> Registro:
    done = [r for r in rows if r.finalizado]
    total = sum(r.valor or 0 for r in done)
    at = datetime(2026, 11, 3, tzinfo=UTC)
    return Registro("ipasem", MES, at, False, rows, len(done), total, Evidence("html", "conferência", b""))


def launched(of: Lancamento) -> Entry:
    return Entry(of.data.day, 1, of, State.LANCADA, movimento=f"83{of.data.day:02d}", valor_lancado=of.valor_informado)


def kinds(sheet: list[Lancamento], entries: list[Entry], *rows: Movimento) -> list[tuple[Achado, str, str]]:
    return [(d.achado, d.onde, d.texto) for d in three_way(sheet, entries, registro(*rows))]


def test_three_that_agree_have_no_difference() -> None:
    one = asked(1)
    assert kinds([one], [launched(one)], row(one)) == []


def test_what_is_missing_and_what_is_too_many_is_named_with_its_place() -> None:
    one, two = asked(1), asked(2)
    assert kinds([one], [launched(two)], row(two)) == [
        (Achado.FALTA, "outubro.xlsx!2", "está na planilha e não no portal"),
        (Achado.A_MAIS, "portal, movimento 8302", "está no portal e não na planilha"),
    ]


def test_another_value_quantity_date_code_or_patient_is_told_with_both_sides_but_no_name() -> None:
    sheet = [asked(n) for n in range(1, 6)]
    rows = [
        row(sheet[0], valor=6000),
        row(sheet[1], quantidade=2),
        row(sheet[2], data=date(2026, 10, 30)),
        row(sheet[3], codigo_procedimento="10101020"),
        row(sheet[4], beneficiario="OUTRA PESSOA"),
    ]
    assert kinds(sheet, [], *rows) == [
        (Achado.LIVRO, "portal, movimento 8301", "está no portal; o livro não o tem como lançado: rode planejar"),
        (Achado.VALOR, "outubro.xlsx!2", "planilha 65,00, portal 60,00"),
        (Achado.LIVRO, "portal, movimento 8302", "está no portal; o livro não o tem como lançado: rode planejar"),
        (Achado.QUANTIDADE, "outubro.xlsx!3", "planilha 1, portal 2"),
        (Achado.DATA, "outubro.xlsx!4", "planilha 03/10/2026, portal 30/10/2026"),
        (Achado.CODIGO, "outubro.xlsx!5", "planilha 10101012, portal 10101020"),
        (Achado.LIVRO, "portal, movimento 8305", "está no portal; o livro não o tem como lançado: rode planejar"),
        (Achado.PACIENTE, "outubro.xlsx!6", "outra pessoa (semelhança 0 de 100)"),
    ]


def test_a_red_row_and_a_row_that_the_ledger_believes_in_vain_are_told() -> None:
    one = asked(1)
    red = row(one, movimento="8399", data=None, valor=None, finalizado=False)
    assert kinds([], [launched(one)], red) == [
        (Achado.LIVRO, "outubro.xlsx!2", "o livro diz lancada; o portal não o mostra"),
        (Achado.VERMELHA, "portal, movimento 8399", "aberto e não gravado: exclua ou finalize"),
    ]
