"""Pure: what goes to a portal in one final click, with the hash of exactly what is in it, as a person approves it."""

import hashlib
import json
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from agent.model.entry import Entry
from agent.model.valor import Centavos, write_valor
from agent.people.approval import CODE
from portals.base import Capabilities


@dataclass(frozen=True, slots=True)
class Envio:
    """One click that cannot be taken back: by which way, which guias, worth how much (centavos).

    `sem_valor` counts the entries whose sheet is silent on the value. `hash` covers every fact that is sent, so
    another set of entries, or one of them with another date or patient, is another envio.
    """

    way: str
    guias: tuple[str, ...]
    lancamentos: int
    total: Centavos
    sem_valor: int
    hash: str

    @property
    def text(self) -> str:
        """What a person approves, in pt-BR; no patient in it."""
        guias, rows = _count(len(self.guias), "guia"), _count(self.lancamentos, "lançamento")
        unpriced = f" e {self.sem_valor} sem valor na planilha" if self.sem_valor else ""
        way = f"{self.way}: " if self.way else ""
        return f"{way}{guias}, {rows}, {write_valor(self.total, symbol=True)}{unpriced} (envio {self.hash[:CODE]})"


def batches(entries: Iterable[Entry], able: Capabilities) -> Iterable[list[Entry]]:
    """Runs of at most `able.batch` entries that may go in one click, in order of their first ones."""
    groups: dict[Hashable, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(able.together(entry.lancamento), []).append(entry)
    for group in groups.values():
        left = iter(group)
        while batch := list(islice(left, able.batch)):
            yield batch


def envios_of(entries: Iterable[Entry], able: Capabilities) -> tuple[Envio, ...]:
    """What a person must approve for these entries: nothing on a portal that is approved as a whole at its close."""
    return () if able.closes_month else tuple(envio_of(batch, able) for batch in batches(entries, able))


def envio_of(batch: Sequence[Entry], able: Capabilities) -> Envio:
    """The envio that bills exactly these entries; their order is no part of it."""
    asked = [entry.lancamento for entry in batch]
    way = able.way(asked[0])
    facts = sorted(each.model_dump_json(exclude={"origem"}) for each in asked)
    return Envio(
        way=way,
        guias=tuple(dict.fromkeys(each.numero_autorizacao for each in asked)),
        lancamentos=len(asked),
        total=sum(each.valor_informado or 0 for each in asked),
        sem_valor=sum(each.valor_informado is None for each in asked),
        hash=hashlib.sha256(json.dumps([way, *facts]).encode()).hexdigest(),
    )


def state_of(envios: Sequence[Envio]) -> str:
    """The one hash that an approval of all of them is bound to: that of the only one, where there is one."""
    hashes = [envio.hash for envio in envios]
    return hashes[0] if len(hashes) == 1 else hashlib.sha256("\n".join(hashes).encode()).hexdigest()


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
