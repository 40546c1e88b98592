"""Pure: what the sheets say anew of launched entries: each change beside its entry, and what a person must say."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from agent.model.data import write_data
from agent.model.entry import Entry, State
from agent.model.lancamento import Chave, Lancamento
from agent.model.valor import write_valor

_KEY = {"codigo_procedimento": "código", "data": "data", "dente": "dente", "faces": "faces"}
_FACTS = {
    "quantidade": "quantidade",
    "valor_informado": "valor",
    "codigo_conselho": "código do conselho",
    "observacao": "observação",
}
_HIDDEN = ("codigo_conselho", "observacao")
_PERSON = ("beneficiario", "numero_carteira")
_NOT_THERE = (State.PENDENTE, State.RECUSADA, State.CANCELADA)


@dataclass(frozen=True, slots=True)
class Change:
    """A launched entry and what its sheet says now; `text` names the differences, without a patient."""

    entry: Entry
    asked: Lancamento
    text: str

    @property
    def of_key(self) -> bool:
        """Whether the row becomes another entry: another code, day, tooth or faces."""
        return self.entry.lancamento.chave != self.asked.chave

    @property
    def hidden(self) -> bool:
        """Whether it is, in part, of what a report may not show."""
        known = self.entry.lancamento
        return any(getattr(known, name) != getattr(self.asked, name) for name in _HIDDEN)


@dataclass(frozen=True, slots=True)
class Changes:
    """`found`: in the sheet's order. `unclear`: authorisations where a person says which became which (pt-BR)."""

    found: tuple[Change, ...] = ()
    unclear: tuple[str, ...] = ()


@dataclass(slots=True)
class _Moved:
    """Of one authorisation: launched entries that no sheet asks for now, and what it asks for instead."""

    gone: list[Entry] = field(default_factory=list)
    new: list[Lancamento] = field(default_factory=list)


def changes_of(entries: Iterable[Entry], sheet: Sequence[Lancamento]) -> Changes:
    """Every launched entry of which the sheet says something else now, by its key or as a row of its authorisation.

    Another code, day, tooth or faces of the same authorisation is a change of that row where it is clear which row
    became which; another patient is another authorisation.
    """
    by_key = {e.lancamento.chave: e for e in entries}
    launched = {key: entry for key, entry in by_key.items() if entry.state is State.LANCADA}
    found = {}
    for asked in sheet:
        entry = launched.get(asked.chave)
        if entry is not None and (text := _differences(entry.lancamento, asked)):
            found[asked.chave] = Change(entry, asked, f"{asked.origem}: {text}")
    unclear = []
    for number, moved in _moved(launched, by_key, sheet).items():
        pairs = _paired(moved)
        for entry, asked in pairs:
            found[asked.chave] = Change(entry, asked, f"{asked.origem}: {_differences(entry.lancamento, asked)}")
        if len(pairs) < len(moved.gone) and moved.new:
            unclear.append(_unclear(number, moved))
    return Changes(tuple(found[asked.chave] for asked in sheet if asked.chave in found), tuple(unclear))


def _moved(launched: dict[Chave, Entry], by_key: dict[Chave, Entry], sheet: Sequence[Lancamento]) -> dict[str, _Moved]:
    asked_for = {asked.chave for asked in sheet}
    moved: dict[str, _Moved] = defaultdict(_Moved)
    for key, entry in launched.items():
        if key not in asked_for:
            moved[key.numero_autorizacao].gone.append(entry)
    for asked in sheet:
        known = by_key.get(asked.chave)
        if asked.numero_autorizacao in moved and (known is None or known.state in _NOT_THERE):
            moved[asked.numero_autorizacao].new.append(asked)
    return dict(moved)


def _paired(moved: _Moved) -> list[tuple[Entry, Lancamento]]:
    """Each launched entry with what it became, where no other pair of either of them is as near."""
    far = {
        (g, n): distance
        for g, entry in enumerate(moved.gone)
        for n, asked in enumerate(moved.new)
        if (distance := _distance(entry.lancamento, asked)) is not None
    }
    return [
        (moved.gone[g], moved.new[n])
        for (g, n), distance in far.items()
        if all(other > distance for (og, on), other in far.items() if (og == g) != (on == n))
    ]


def _distance(known: Lancamento, asked: Lancamento) -> int | None:
    """How many parts of the key differ; None for what cannot be the same row: another kind, or another patient."""
    if known.kind is not asked.kind or _another_person(known, asked):
        return None
    return len([name for name in _KEY if getattr(known, name) != getattr(asked, name)])


def _unclear(number: str, moved: _Moved) -> str:
    return (
        f"autorização {number}: saíram da planilha {len(moved.gone)} lançamentos já feitos e entraram "
        f"{len(moved.new)}; não é certo qual virou qual: exclua os que não valem (excluir), planeje e lance"
    )


def _another_person(known: Lancamento, asked: Lancamento) -> bool:
    return any(getattr(known, name) and getattr(known, name) != getattr(asked, name) for name in _PERSON)


def _differences(known: Lancamento, asked: Lancamento) -> str:
    if _another_person(known, asked):
        return ""
    parts = []
    for name, label in (_KEY | _FACTS).items():
        before, after = getattr(known, name), getattr(asked, name)
        if before != after and not (name == "valor_informado" and after is None):
            parts.append(label if name == "observacao" else f"{label} {_text(before, name)} → {_text(after, name)}")
    return ", ".join(parts)


def _text(value: object, name: str) -> str:
    if name == "valor_informado":
        return "da tabela" if value is None else write_valor(int(str(value)))
    return write_data(value) if isinstance(value, date) else str(value) or "em branco"
