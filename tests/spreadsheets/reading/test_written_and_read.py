"""Codes, counts, hours, teeth and faces: whatever shape a generator writes is read back equal or asked about."""

from collections.abc import Callable
from datetime import date, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from agent.model.competencia import Competencia
from spreadsheets.reading.codes import read_codigos
from spreadsheets.reading.dates import DateStyle, read_dates
from spreadsheets.reading.dental import read_dente, read_faces
from spreadsheets.reading.grid import Raw
from spreadsheets.reading.problem import CellProblem
from spreadsheets.reading.quantity import read_quantidades
from spreadsheets.reading.times import read_range, read_time

OUTUBRO = DateStyle(Competencia(2026, 10))
WORDS = {"O": "oclusal", "M": "mesial", "D": "distal", "V": "vestibular"}
MONTHS = ("jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez")
TUSS = st.integers(10_000_000, 99_999_999).map(str)
CLOCK = st.builds(time, st.integers(0, 23), st.integers(0, 59))
OCTOBER = st.integers(0, 30).map(lambda n: date(2026, 10, 1) + timedelta(days=n))


def or_asked(read: Callable[[Raw], object], raw: Raw, right: object) -> object:
    """What was read; where it was asked about instead, the right answer of the person."""
    try:
        return read(raw)
    except CellProblem:
        return right


@given(TUSS, st.sampled_from(["", "Sessão de fonoaudiologia", "Hemograma completo"]))
def test_a_procedures_code_in_any_clothes_is_that_code(code: str, name: str) -> None:
    dotted = f"{code[0]}.{code[1:3]}.{code[3:5]}.{code[5:7]}-{code[7]}"
    clothes: list[Raw] = [code, float(code), int(code), f"'{code}", f" {code}\u00a0", dotted, f"TUSS {code}"]
    clothes += [f"{code} - {name}", f"{code} {name}", f"{name} ({code})", f"22 - {code}", f"{code}.0"]
    read = [or_asked(lambda raw: [c.codigo for c in read_codigos(raw)], raw, [code]) for raw in clothes]
    assert read == [[code]] * len(clothes)


@given(st.lists(TUSS, min_size=2, max_size=4, unique=True), st.sampled_from([", ", "; ", " / ", "\n", " e ", " + "]))
def test_several_codes_in_a_cell_are_all_of_them_in_order(codes: list[str], between: str) -> None:
    assert [code.codigo for code in read_codigos(between.join(codes))] == codes


@given(st.lists(st.integers(1, 99), min_size=2, max_size=5), st.sampled_from([", ", "; ", " / ", "\n", " e "]))
def test_parallel_quantities_are_those_of_their_items_in_order(counts: list[int], between: str) -> None:
    assert read_quantidades(between.join(map(str, counts)), len(counts)) == tuple(counts)


@given(CLOCK, st.integers(1, 300))
def test_every_way_of_writing_a_time_or_a_range_gives_it_back(start: time, minutes: int) -> None:
    text = f"{start:%H:%M}"
    shapes: list[Raw] = [start, text, f"{start.hour}h{start.minute:02d}", f"{start:%H%M}", f"{text}h", f"{text}:00"]
    shapes += [(start.hour * 60 + start.minute) / 1440, f"{start:%I:%M %p}"]
    assert [read_time(raw) for raw in shapes] == [text] * len(shapes)
    last = (start.hour * 60 + start.minute + minutes) % 1440
    end = f"{last // 60:02d}:{last % 60:02d}"
    ranges = [f"{text} às {end}", f"{text}-{end}", f"das {text} até {end}", f"{text} / {end}"]
    assert [read_range(raw) for raw in ranges] == [(text, end)] * len(ranges)


@given(st.sampled_from(["11", "18", "26", "37", "48", "55", "85"]), st.sets(st.sampled_from("OMDV"), min_size=1))
def test_faces_alone_and_tooth_and_faces_together_come_back_in_every_shape(dente: str, faces: set[str]) -> None:
    letters, right = sorted(faces, reverse=True), "".join(sorted(faces))
    alone = ["".join(letters), ", ".join(letters), "/".join(letters), " e ".join(WORDS[f] for f in letters)]
    assert [read_faces(raw) for raw in alone] == [right] * len(alone)
    together = [f"{dente} {alone[0]}", f"{dente}-{alone[0]}", f"{dente} ({alone[1]})", f"{dente} {alone[3]}"]
    assert [or_asked(read_dente, raw, (dente, right)) for raw in together] == [(dente, right)] * len(together)


@given(OCTOBER, st.lists(OCTOBER, min_size=1, max_size=4, unique=True))
def test_days_of_the_sheets_month_and_lists_of_days_come_back_or_are_asked_about(one: date, more: list[date]) -> None:
    alone: list[Raw] = [f"{one:%d/%m}", f"{one.day}/{one.month}", f"{one.day}-{MONTHS[one.month - 1]}"]
    alone += [
        f"{one.day} de {MONTHS[one.month - 1]}. de 2026",
        f"dia {one.day}",
        one.day,
        (one - date(1899, 12, 30)).days,
    ]
    read = [or_asked(lambda raw: read_dates(raw, OUTUBRO), raw, (one,)) for raw in alone]
    assert read == [(one,)] * len(alone)
    days = tuple(sorted(more))
    lists = [", ".join(f"{d.day:02d}" for d in days) + "/10", "; ".join(f"{d:%d/%m}" for d in days)]
    lists += [" e ".join(f"{d:%d/%m/%Y}" for d in days), "\n".join(f"{d:%d/%m/%y}" for d in days)]
    assert [or_asked(lambda raw: read_dates(raw, OUTUBRO), raw, days) for raw in lists] == [days] * len(lists)
