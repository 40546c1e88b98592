"""The manual's own example of a mapping is one, and names every field that there is."""

import re
from pathlib import Path

import agent
from mappings.campo import Campo
from mappings.sheet import load_mapping

MANUAL = (Path(agent.__file__).parents[1] / "LEIAME.md").read_text(encoding="utf-8")


def test_the_manuals_mapping_can_be_copied_into_a_file_and_read(tmp_path: Path) -> None:
    (example,) = (text for text in re.findall(r"```toml\n(.*?)```", MANUAL, re.DOTALL) if "[colunas]" in text)
    path = tmp_path / "sorriso.toml"
    path.write_text(example, encoding="utf-8")
    mapping = load_mapping(path)
    assert (mapping.colunas[Campo.DATA], mapping.aba["Fisio"].colunas[Campo.DATA]) == ("coluna C", "Dia da sessão")
    assert mapping.regras["cassind"].codigos == ("00010014", "2334")


def test_the_manual_names_every_field() -> None:
    said = re.search(r"vale qualquer destes nomes: ([^.]*)\.", MANUAL)
    assert said is not None
    assert said[1].split(", ") == list(Campo)


def test_the_manual_shows_a_marked_copy() -> None:
    (picture,) = re.findall(r"!\[A cópia marcada[^]]*\]\(([^)]*)\)", MANUAL)
    assert (Path(agent.__file__).parents[1] / picture).read_bytes().startswith(b"\x89PNG")
