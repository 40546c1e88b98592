"""Somebody who has never seen the panel finds out, in three clicks from the first page, why a clinic received less."""

import html
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from agent.accounting.opening import open_books
from agent.config.load import load_office
from agent.model.valor import read_valor
from agent.panel.app import make_app
from agent.panel.membership import Joining, join
from agent.panel.serving import house_of
from portals.mock.server import serve
from tests.cli.journey import ROOT
from tests.panel.conftest import CHEAP, Panel
from tests.panel.people import PASSWORD, Person, words

_SUMMARY = re.compile(r"De R\$ ([\d.,]+) informados, o convênio liberou R\$ ([\d.,]+)\. Faltam R\$ ([\d.,]+)")
_REASON = re.compile(r'<li><a href="(\?ver=[^"]+)">([^<]+)</a>: <b>R\$.([\d.,]+)</b>')
_FOOT = re.compile(r"Total do que está à vista ([\d.,–]+) ([\d.,–]+) ([\d.,–]+) ([\d.,–]+)")


@dataclass
class Reader:
    """A person who only follows what the page offers."""

    person: Person
    page: httpx.Response

    @classmethod
    def who_signed_in(cls, person: Person, nome: str) -> "Reader":
        person.client.follow_redirects = True
        return cls(person, person.signs_in(nome))

    def clicks(self, text: str) -> None:
        """The first link of exactly these words."""
        words_of = rf"\s*{re.escape(html.escape(text))}\s*"
        found = re.search(rf'<a (?:class="[^"]*" )?href="([^"]+)"[^>]*>{words_of}</a>', self.page.text)
        assert found is not None, f'no link "{text}" on {self.page.url}'
        self.follows(found[1])

    def follows(self, href: str) -> None:
        self.page = self.person.client.get(self.page.url.join(html.unescape(href)))

    def reads(self) -> str:
        return words(self.page).replace("\u00a0", " ")


def why_less(reader: Reader, clinica: str) -> tuple[int, dict[str, int], list[int]]:
    """In centavos: what is missing, by which reasons, and what the entries behind each reason add up to."""
    reader.clicks("Quadro do mês")
    reader.clicks(clinica)
    informed, released, missing = map(read_valor, _SUMMARY.search(reader.reads()).groups())  # type: ignore[union-attr]
    assert missing == informed - released
    month, behind = reader.page, []
    reasons = _REASON.findall(month.text)
    for href, _, _ in reasons:
        reader.page = month
        reader.follows(href)
        refused, silent = _FOOT.search(reader.reads()).groups()[2:]  # type: ignore[union-attr]
        behind.append(sum(read_valor(each) for each in (refused, silent) if each != "–"))
    return missing, {html.unescape(text): read_valor(valor) for _, text, valor in reasons}, behind


def test_the_newest_month_says_by_itself_that_nobody_has_answered(shared: Panel) -> None:
    with Person.at(shared.url) as person:
        reader = Reader.who_signed_in(person, "Olga")
        missing, reasons, behind = why_less(reader, "Clínica Vale Sereno")

    assert (reasons, behind) == ({"O convênio ainda não respondeu": missing}, [missing])


@pytest.mark.long
def test_in_the_demos_office_the_reasons_are_all_that_is_missing_and_each_leads_to_its_entries(tmp_path: Path) -> None:
    folder = tmp_path / "demonstração"
    command = [sys.executable, "-m", "agent.cli.main", "demo", "--json", "--pasta", str(folder)]
    subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    office = load_office(folder)
    with open_books(office) as ledger:
        join(office, ledger, Joining("Olga", "operador", "", PASSWORD), CHEAP, by="teste")
    with serve(make_app(house_of(office, passwords=CHEAP))) as served, Person.at(served.url) as person:
        reader = Reader.who_signed_in(person, "Olga")
        missing, reasons, behind = why_less(reader, "Fono Harmonia")

    assert (missing, sum(reasons.values()), list(reasons.values())) == (14_500, missing, behind)
