"""What the insurer refused of a clinic before, as a warning for an entry that is like it: pure, never a hold."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from agent.model.glosa import Respondido, denial_code
from agent.model.lancamento import Lancamento

_DAYS, _SPAN = 183, "nos últimos 6 meses"
_LEAST = 3  # answered entries that are alike; fewer say nothing
_NO_REASON = "sem motivo informado"


@dataclass(frozen=True, slots=True)
class Costume:
    """How entries alike fared: `glosados` of `respondidos`, most often because of `motivo`. `como`: alike in what."""

    glosados: int
    respondidos: int
    motivo: str
    como: str

    @property
    def text(self) -> str:
        """The figure and the reason (pt-BR)."""
        return f"{self.glosados} de {self.respondidos} glosados {_SPAN} ({self.como}), motivo: {self.motivo}"

    @property
    def glosa(self) -> str:
        """The code of the reason in TISS table 38; "" for an insurer's own words."""
        return denial_code(self.motivo)


class Historico:
    """The clinic's answered entries of the last six months before `today`, by what entries can be alike in."""

    def __init__(self, respondidos: Iterable[Respondido], today: date) -> None:
        self._alike: dict[tuple[str, ...], list[Respondido]] = defaultdict(list)
        since = today - timedelta(days=_DAYS)
        for each in respondidos:
            if since <= each.data <= today:
                for key, _ in _keys(each.portal, each.codigo_procedimento, each.profissional):
                    self._alike[key].append(each)

    def of(self, asked: Lancamento) -> Costume | None:
        """How entries like this one fared, where at least half of three or more were refused; None elsewhere.

        The nearest likeness that has so many answers speaks: code and professional, then the code, then the
        professional.
        """
        who = asked.codigo_conselho or asked.profissional
        for key, como in _keys(asked.portal, asked.codigo_procedimento, who):
            alike = self._alike.get(key, ())
            if len(alike) >= _LEAST:
                return _costume(alike, como)
        return None


def _costume(alike: Iterable[Respondido], como: str) -> Costume | None:
    every = list(alike)
    refused = [each for each in every if each.glosado]
    if 2 * len(refused) < len(every):
        return None
    counted = Counter(each.motivo or _NO_REASON for each in refused)
    motivo = min(counted, key=lambda reason: (-counted[reason], reason))
    return Costume(len(refused), len(every), motivo, como)


def _keys(portal: str, codigo: str, profissional: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """What entries can be alike in, from the nearest likeness on, and how that is said."""
    if profissional:
        yield (portal, codigo, profissional), "este código e profissional"
    yield (portal, codigo, ""), "este código"
    if profissional:
        yield (portal, "", profissional), "este profissional"
