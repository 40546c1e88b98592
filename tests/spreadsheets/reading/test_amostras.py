"""The ten sample files, read as `faturista conferir --json` prints them and judged against the expected reading."""

import json
from datetime import date
from pathlib import Path

import pytest

from agent.model.competencia import Competencia
from agent.model.errors import InputError
from mappings.sheet import SheetMapping
from spreadsheets.reading.read import read_planilha
from tests.spreadsheets import amostras
from tests.spreadsheets.amostras.adapter import Json, answered, as_expected
from tests.spreadsheets.amostras.judge import Verdict, judge

FOLDER = Path(amostras.__file__).parent
FILES = sorted(path.name for path in (FOLDER / "arquivos").iterdir())


def expected_of(name: str) -> Json:
    expected: Json = json.loads((FOLDER / "esperado" / f"{name}.json").read_text(encoding="utf-8"))
    return expected


def reading_of(name: str, answers: Json | None = None) -> Json:
    """The reading in the words of the expected one; when it asks, once more with the expected answers."""
    given = answers or {"portal": None, "competencia": None, "mapping": {}}
    month = given["competencia"]
    try:
        leitura = read_planilha(
            FOLDER / "arquivos" / name,
            clinica="vale",
            portal=given["portal"],
            competencia=Competencia.read(month) if month else None,
            mapping=SheetMapping.model_validate(given["mapping"]),
            today=date(2026, 11, 21),
        )
    except InputError as error:
        return {"status": "error", "message": str(error), "entries": []}
    found = json.loads(json.dumps(leitura.to_json()))
    if found["perguntas"] and answers is None:
        return {**as_expected(found), "after_answer": reading_of(name, answered(expected_of(name), found))}
    return as_expected(found)


@pytest.mark.parametrize("name", FILES)
def test_a_clinics_file_is_read_as_a_careful_clerk_would(name: str) -> None:
    assert judge(expected_of(name), reading_of(name)) == Verdict()


def test_the_judge_sees_a_changed_digit_a_lost_row_and_a_total_taken_for_an_entry() -> None:
    name = next(name for name in FILES if name.startswith("H04"))
    reading = reading_of(name)
    first, second, *rest = reading["entries"]
    changed = {**first, "authorization": "004512870"}
    extra = {**second, "source": "CSV!15"}
    verdict = judge(expected_of(name), {**reading, "entries": [changed, extra, *rest]})
    assert verdict == Verdict(
        danger=[
            "('', 5): authorization '004512870', not '004512876'",
            "('', 6): lost in silence",
            "('', 15): entry too many",
        ]
    )


@pytest.mark.parametrize("name", [name for name in FILES if not name.startswith("H27")])
def test_a_file_read_through_the_mapping_of_its_clinic_gives_the_same_entries(name: str) -> None:
    answers = answered(expected_of(name), {"perguntas": []})
    assert judge(expected_of(name), reading_of(name, answers)) == Verdict()
