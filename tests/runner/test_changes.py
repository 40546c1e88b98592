"""What the sheets say anew of launched entries: which row became which, or that a person must say so."""

from datetime import date

from agent.model.competencia import Competencia
from agent.model.entry import Entry, State
from agent.model.lancamento import Kind, Lancamento, Origem
from agent.runner.changes import Changes, changes_of


def asked(codigo: str = "2334", dia: int = 5, **more: object) -> Lancamento:
    """A dental service of authorisation 2557459 as the sheet says it."""
    facts = {
        "clinica": "sorriso",
        "portal": "ipasem",
        "kind": Kind.ODONTOLOGIA,
        "competencia": Competencia(2026, 10),
        "numero_autorizacao": "2557459",
        "codigo_procedimento": codigo,
        "data": date(2026, 10, dia),
        "valor_informado": 8124,
        "dente": "17",
        "faces": "MO" if codigo == "2334" else "",
        "beneficiario": "Hilda Rossi",
        "origem": Origem(arquivo="odonto.xlsx", aba="Odonto", linha=7),
    }
    return Lancamento.model_validate({**facts, **more})


def launched(*rows: Lancamento, state: State = State.LANCADA) -> list[Entry]:
    return [Entry(n, 1, row, state, str(8300 + n)) for n, row in enumerate(rows)]


def texts(entries: list[Entry], *sheet: Lancamento) -> tuple[list[str], tuple[str, ...]]:
    found = changes_of(entries, sheet)
    return [change.text for change in found.found], found.unclear


def test_every_field_that_alterar_shows_may_change_and_each_is_named() -> None:
    now = asked(dia=6, dente="16", faces="O", codigo="2335", valor_informado=9000, observacao="fraturado")
    assert texts(launched(asked()), now) == (
        [
            "Odonto!7: código 2334 → 2335, data 05/10/2026 → 06/10/2026, dente 17 → 16, faces MO → O, "
            "valor 81,24 → 90,00, observação"
        ],
        (),
    )


def test_a_pair_whose_day_moved_is_two_changes_each_of_its_own_row() -> None:
    found = changes_of(launched(asked(), asked("2110")), [asked("2110", 9), asked(dia=9)]).found
    assert [(c.entry.lancamento.codigo_procedimento, c.asked.codigo_procedimento, c.of_key) for c in found] == [
        ("2110", "2110", True),
        ("2334", "2334", True),
    ]


def test_sessions_of_which_none_is_nearer_than_the_other_are_for_a_person() -> None:
    entries = launched(asked("50000616", 5), asked("50000616", 12))
    assert texts(entries, asked("50000616", 6), asked("50000616", 13)) == (
        [],
        (
            "autorização 2557459: saíram da planilha 2 lançamentos já feitos e entraram 2; não é certo qual virou "
            "qual: exclua os que não valem (excluir), planeje e lance",
        ),
    )


def test_another_patient_or_another_kind_is_not_a_change_of_the_row() -> None:
    other = asked(dia=6, beneficiario="Ilka Brum")
    therapy = asked(dia=6, kind=Kind.PROCEDIMENTO)
    found = [changes_of(launched(asked()), [each]).found for each in (other, therapy)]
    assert found == [(), ()]


def test_what_merely_left_the_sheet_or_is_new_there_is_no_correction() -> None:
    assert changes_of(launched(asked()), []) == Changes()
    assert changes_of(launched(asked()), [asked(), asked("2110")]) == Changes()


def test_an_entry_that_may_be_on_its_way_is_not_taken_for_what_a_row_became() -> None:
    entries = [*launched(asked()), *launched(asked(dia=6), state=State.INCERTA)]
    assert changes_of(entries, [asked(dia=6)]) == Changes()
