"""What the portal decides, as plain functions: who gets in, which guias are listed, which are billed."""

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime

from portals.cassind.mock import words
from portals.cassind.mock.seed import Guia

ATTEMPTS = 3
MONTHS_LISTED = 3
ALL_GUIAS = "Todas as guias"
ALL_PRESTADORES = "Todos os prestadores"
LIMITS = ("10", "50", "100", "Todas")
ORDERS = ("Número da guia", "Data", "Beneficiário")


@dataclass(frozen=True)
class Search:
    """The filters of Faturamento Simplificado, each as the text that the form sends; "" filters nothing.

    Quantidade de guias listadas starts at 10, as a portal that pages: "marcar todas" marks what is shown.
    """

    previsao: str = ""
    contratado: str = ""
    executante: str = ""
    periodo_de: str = ""
    periodo_ate: str = ""
    execucao_de: str = ""
    execucao_ate: str = ""
    autorizacao: str = ""
    cid: str = ""
    tipo: str = ""
    regime: str = ""
    documento: str = ""
    laudos: str = ""
    congeneres: str = ""
    ordenacao: str = ORDERS[0]
    quantidade: str = LIMITS[0]

    @classmethod
    def of(cls, form: Iterable[tuple[str, str]]) -> "Search":
        """The search that a posted form holds; keys of other fields are ignored."""
        known = {field.name for field in fields(cls)}
        return cls(**{key: value.strip() for key, value in form if key in known})


def iso(text: str) -> str | None:
    """The ISO date of dd/mm/aaaa, or None where there is no such day."""
    if not re.fullmatch(r"\d{2}/\d{2}/\d{4}", text):
        return None
    try:
        return datetime.strptime(text, "%d/%m/%Y").date().isoformat()  # noqa: DTZ007 - a date, no clock
    except ValueError:
        return None


def brazilian(day: str) -> str:
    """dd/mm/aaaa of an ISO date or datetime; "" of ""."""
    return "/".join(reversed(day[:10].split("-"))) if day else ""


def reais(cents: int | None) -> str:
    """1.234,56 of centavos; "-" where there is no value yet."""
    if cents is None:
        return "-"
    return f"{cents // 100:,}".replace(",", ".") + f",{cents % 100:02d}"


def months_before(day: date, months: int) -> date:
    """The same day of the month `months` earlier, or that month's last day."""
    count = day.year * 12 + day.month - 1 - months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def month_of(day: date) -> tuple[str, str]:
    """First and last ISO date of the month of `day`: the default Período of the protocolos."""
    last = monthrange(day.year, day.month)[1]
    return day.replace(day=1).isoformat(), day.replace(day=last).isoformat()


def period_problem(start: str, end: str) -> str:
    """Why a pair of dd/mm/aaaa is no period, in the portal's words; "" where it is one. Blanks are open ends."""
    for text in (start, end):
        if text and iso(text) is None:
            return words.bad_date(text)
    first, last = iso(start), iso(end)
    return words.PERIOD_BACKWARDS if first and last and last < first else ""


def search_problem(search: Search, today: date) -> str:
    """Why the guias are not listed; "" where they are. Período is needed and reaches back 3 months at most."""
    if not search.periodo_de or not search.periodo_ate:
        return words.PERIOD_MISSING
    problem = period_problem(search.periodo_de, search.periodo_ate)
    problem = problem or period_problem(search.execucao_de, search.execucao_ate)
    if problem:
        return problem
    earliest = months_before(today, MONTHS_LISTED).isoformat()
    return words.PERIOD_TOO_LONG if str(iso(search.periodo_de)) < earliest else ""


def matching(guias: Iterable[Guia], search: Search) -> list[Guia]:
    """Every guia that fits the filters, in the order asked for; the limit is not applied here."""
    found = [guia for guia in guias if _fits(guia, search)]
    keys = {
        "Data": lambda guia: (guia.date, guia.number),
        "Beneficiário": lambda guia: (guia.patient, guia.number),
    }
    return sorted(found, key=keys.get(search.ordenacao, lambda guia: (guia.number, "")))


def limited(guias: Sequence[Guia], quantidade: str) -> Sequence[Guia]:
    """The part of the list that is shown under Quantidade de guias listadas."""
    return guias[: int(quantidade)] if quantidade.isdecimal() else guias


def refusal(guia: Guia | None, login: str, billed_in: str, armed: str) -> str:
    """Why a marked guia is not billed, without its number; "" where it is billed.

    `billed_in` is the protocolo that already holds it, `armed` what the auditor's door asked to answer.
    """
    if guia is None or guia.login != login:
        return words.NOT_YOURS
    if billed_in:
        return words.already_billed(billed_in)
    return (armed or guia.refusal).rstrip(".")


def _fits(guia: Guia, search: Search) -> bool:
    return (
        _between(guia.date, search.periodo_de, search.periodo_ate)
        and _between(guia.day, search.execucao_de, search.execucao_ate)
        and search.autorizacao in {"", guia.number}
        and search.previsao in {"", guia.payment_on}
        and search.executante in {"", guia.executante}
        and search.tipo in {"", guia.tipo}
        and search.regime in {"", guia.regime}
        and guia.cid.upper().startswith(search.cid.upper())
        and _agrees(search.documento, yes=guia.documento_fisico)
        and _agrees(search.laudos, yes=guia.laudo_pendente)
        and _agrees(search.congeneres, yes=guia.congenere)
    )


def _between(day: str, start: str, end: str) -> bool:
    first, last = iso(start), iso(end)
    return (first is None or day >= first) and (last is None or day <= last)


def _agrees(chosen: str, *, yes: bool) -> bool:
    return chosen == "" or (chosen == "S") == yes
