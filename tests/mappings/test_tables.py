"""The shipped word tables hold together: no alias says two things, every field can be named."""

import tomllib
from collections import Counter
from importlib.resources import files

from mappings.campo import Campo
from mappings.headings import headings
from mappings.vocabulary import vocabulary

SOURCE = tomllib.loads(files("mappings").joinpath("planilha.toml").read_text(encoding="utf-8"))


def test_every_field_has_a_heading_that_can_only_mean_it() -> None:
    assert {Campo(name) for name, aliases in SOURCE["campos"].items() if aliases["certo"]} == set(Campo)


def test_no_heading_means_two_fields() -> None:
    canonical = headings().canonical
    claims = {
        (canonical(title), name)
        for name, aliases in SOURCE["campos"].items()
        for title in (*aliases["certo"], *aliases.get("fraco", []))
    }
    claims |= {(canonical(title), "") for title in SOURCE["sem_uso"]["titulos"] if canonical(title)}
    twice = {title for title, times in Counter(title for title, _ in claims).items() if times > 1}
    assert twice == set()


def test_the_words_of_guards_are_written_as_they_are_compared() -> None:
    campos = SOURCE["campos"].values()
    words = {word for aliases in campos for key in ("palavra", "salvo") for word in aliases.get(key, [])}
    assert {word for word in words if headings().canonical(word) != word} == set()


def test_a_portal_is_found_as_a_whole_word_and_a_neighbour_of_its_name_is_not_it() -> None:
    found = [vocabulary().portals_in(text) for text in ("Convênio CASSIND 10/2026", "CASSI", "IPASEM-NH", "Ipasem CB")]
    assert found == [{"cassind"}, set(), {"ipasem"}, set()]
