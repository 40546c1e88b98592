"""Pure: a report's lines as the ledger tells them apart, and what two reports say of the same ones."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple

from agent.ledger.events import digest, row_digest
from agent.ledger.months import Mes
from agent.model.demonstrativo import LinhaRetorno

_APART = {"linha", "beneficiario", "numero_carteira"}
_FACTS = tuple(each.name for each in fields(LinhaRetorno) if each.name not in _APART)
_ITEM = ("numero_autorizacao", "codigo_procedimento", "data", "quantidade")
_SAME = (*_ITEM, "valor_informado", "valor_liberado", "valor_glosa")
_TOLD_OR_NOT = ("movimento", "protocolo", "dente", "faces")
_RESTATED = (*_ITEM, "valor_informado", *_TOLD_OR_NOT)
_COLUMNS = ("mes_id", "demonstrativo_id", "linha", *_FACTS, "ocorrencia", "fingerprint")
_facts_of = attrgetter(*_FACTS)
_iso = lru_cache(maxsize=4096)(date.isoformat)  # a return has few days
_DATA = _FACTS.index("data")


class Told(NamedTuple):
    """A line of a report with what it says, as its columns hold it; `occurrence` counts lines alike, from 1."""

    linha: LinhaRetorno
    facts: tuple[str | int, ...]
    occurrence: int


def fingerprinted(mes: Mes, linhas: Iterable[LinhaRetorno]) -> dict[str, Told]:
    """The lines by what they are, wherever the report prints them; lines that are alike are told apart by count."""
    home = (mes.clinica, mes.portal, mes.competencia.iso)
    seen: Counter[tuple[str | int, ...]] = Counter()
    found = {}
    for linha in linhas:
        facts = _facts(linha)
        seen[facts] += 1
        found[row_digest((*home, *facts, seen[facts]))] = Told(linha, facts, seen[facts])
    return found


def repeated(lines: Mapping[str, Told], others: Iterable[Any]) -> set[str]:
    """Which of `lines` are lines of other sources (`others`, oldest first), each of them once.

    An insurer's file leaves out what its screen shows, or the other way round: where one of them is silent about
    movimento, protocolo, dente or faces, they do not differ. Taken for another line it would be paid twice. Those that
    agree in most are told apart first.
    """
    there: dict[tuple[object, ...], list[Any]] = defaultdict(list)
    for row in others:
        there[tuple(getattr(row, name) for name in _SAME)].append(row)
    pairs = []
    for place, (fingerprint, told) in enumerate(lines.items()):
        facts = dict(zip(_FACTS, told.facts, strict=True))
        for row in there.get(tuple(facts[name] for name in _SAME), []):
            if _may_be(row, facts):
                agreed = sum(bool(facts[name]) and getattr(row, name) == facts[name] for name in _TOLD_OR_NOT)
                pairs.append((-agreed, place, row.id, fingerprint))
    found, taken = set[str](), set[int]()
    for _, _, row_id, fingerprint in sorted(pairs):
        if fingerprint not in found and row_id not in taken:
            found.add(fingerprint)
            taken.add(row_id)
    return found


def _may_be(row: Any, facts: Mapping[str, object]) -> bool:
    return all(getattr(row, name) in ("", facts[name]) or not facts[name] for name in _TOLD_OR_NOT)


def restated(new: Iterable[Told], lacking: Iterable[Any]) -> list[Any]:
    """Of the lines that a part of a report lacks, those that its new lines say anew: the oldest first, one for each.

    The item and what was billed are the same: a complement or an estorno, which bills something else, restates
    nothing. Zeros in front may have been lost.
    """
    said = Counter(_restated_item(*(getattr(told.linha, name) for name in _RESTATED)) for told in new)
    found = []
    for row in sorted(lacking, key=lambda row: row.id):
        item = _restated_item(*(getattr(row, name) for name in _RESTATED))
        if said[item]:
            said[item] -= 1
            found.append(row)
    return found


def _restated_item(numero: str, codigo: str, data: date | str, *more: object) -> tuple[object, ...]:
    day = _iso(data) if isinstance(data, date) else data
    return numero.lstrip("0"), codigo.lstrip("0"), day, *more


def _facts(linha: LinhaRetorno) -> tuple[str | int, ...]:
    """The columns that say what a line is; its place in the report is not among them, nor whom it is about."""
    facts = _facts_of(linha)
    return (*facts[:_DATA], _iso(linha.data), *facts[_DATA + 1 :])


def fingerprint_of(row: Mapping[str, Any]) -> str:
    """What the fingerprint of a kept line must be, from its columns and those of its month."""
    home = [row["clinica"], row["portal"], row["competencia"]]
    return digest([*home, *(row[name] for name in _FACTS), row["ocorrencia"]])


def columns(mes: Mes, number: int, told: Told, fingerprint: str) -> dict[str, object]:
    """The columns of a line that is kept as part of the report `number`."""
    home = (mes.id, number, told.linha.linha)
    return dict(zip(_COLUMNS, (*home, *told.facts, told.occurrence, fingerprint), strict=True))
