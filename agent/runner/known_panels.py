"""What an office remembers of a portal's panels, as they were when somebody last worked in them: one file a portal."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from agent.config.office import Office
from agent.model.errors import SetupError
from agent.model.point import Clock
from agent.vault.private_file import write_private
from portals.drift.painel import FAMILIAR, Mudanca, Painel, change_of, learned
from portals.drift.visits import Visits
from portals.probe.sondagem import read_known

_NAME = "paineis.json"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Conhecido(_Frozen):
    """A panel, and in how many sessions it was seen."""

    painel: Painel
    sessoes: int


class Visto(_Frozen):
    """A panel that is not as it was: how it is now, what changed (pt-BR), when that was first seen."""

    painel: Painel
    para: tuple[str, ...]
    avisa: tuple[str, ...]
    em: datetime


class Paineis(_Frozen):
    """The file: `conhecidos` as they were, `mudados` as they are where a person has not said that it is good."""

    portal: str
    conhecidos: Mapping[str, Conhecido] = Field(default_factory=dict)
    mudados: Mapping[str, Visto] = Field(default_factory=dict)


class PanelMemory:
    """See portals.drift.visits.Memory. Each call reads and writes the file anew: other sessions work beside this one.

    What two of them learn at the same moment may be learned once only: then it is met again.
    """

    def __init__(self, office: Office, portal: str, clock: Clock) -> None:
        self._path = panels_file(office, portal)
        self._portal = portal
        self._clock = clock

    def known(self, name: str) -> tuple[Painel, int] | None:
        """See Memory. Raises SetupError for a file that cannot be read."""
        kept = read_panels(self._path, self._portal).conhecidos.get(name)
        return (kept.painel, kept.sessoes) if kept else None

    def met(self, name: str, now: Painel) -> None:
        """See Memory; a panel that is familiar and as it was is not written again."""
        paineis = read_panels(self._path, self._portal)
        kept = paineis.conhecidos.get(name, Conhecido(painel=now, sessoes=0))
        after = Conhecido(painel=learned(kept.painel, now), sessoes=min(kept.sessoes + 1, FAMILIAR))
        waiting = paineis.mudados.get(name)
        changed = {k: v for k, v in paineis.mudados.items() if k != name or not v.para}
        if after == paineis.conhecidos.get(name) and (waiting is None or not waiting.para):
            return
        self._write(paineis.model_copy(update={"conhecidos": {**paineis.conhecidos, name: after}, "mudados": changed}))

    def changed(self, name: str, now: Painel, change: Mudanca) -> None:
        """See Memory; the same change is written once."""
        paineis = read_panels(self._path, self._portal)
        seen = paineis.mudados.get(name)
        if seen and (seen.painel, seen.para, seen.avisa) == (now, change.para, change.avisa):
            return
        visto = Visto(painel=now, para=change.para, avisa=change.avisa, em=self._clock())
        self._write(paineis.model_copy(update={"mudados": {**paineis.mudados, name: visto}}))

    def _write(self, paineis: Paineis) -> None:
        write_private(self._path, paineis.model_dump_json(indent=1).encode())


def panels_file(office: Office, portal: str) -> Path:
    """Where they are kept: beside what `sondar` knows."""
    return office.folder / "sondagens" / portal / _NAME


def read_panels(path: Path, portal: str) -> Paineis:
    """The file, or an empty one. Raises SetupError."""
    if not path.is_file():
        return Paineis(portal=portal)
    try:
        return Paineis.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise SetupError(
            "o que se sabe dos quadros das telas não pôde ser lido.",
            where=str(path),
            do="Mude o nome do arquivo e rode de novo: os quadros de hoje passam a ser os conhecidos.",
        ) from error


def accept(office: Office, portal: str) -> dict[str, Visto]:
    """Take every changed panel for the known one; which they were. What stood there before stays beside it, dated."""
    path = panels_file(office, portal)
    paineis = read_panels(path, portal)
    if not paineis.mudados:
        return {}
    latest = max(visto.em for visto in paineis.mudados.values())
    write_private(path.with_name(f"paineis-ate-{latest.astimezone():%Y-%m-%d-%H%M%S}.json"), path.read_bytes())
    taken = {name: _taken(paineis, name, visto) for name, visto in paineis.mudados.items()}
    after = Paineis(portal=portal, conhecidos={**paineis.conhecidos, **taken})
    write_private(path, after.model_dump_json(indent=1).encode())
    return dict(paineis.mudados)


def put_right(office: Office, portal: str, names: Iterable[str]) -> None:
    """Somebody has shown what these panels' fields are called now: they are met anew with those words."""
    path = panels_file(office, portal)
    paineis = read_panels(path, portal)
    left = {name: visto for name, visto in paineis.mudados.items() if name not in set(names)}
    if len(left) != len(paineis.mudados):
        write_private(path, paineis.model_copy(update={"mudados": left}).model_dump_json(indent=1).encode())


def visits_of(office: Office, portal: str, clock: Clock) -> Visits:
    """What stands around one session of that portal."""
    known = read_known(portal)
    return Visits(portal, PanelMemory(office, portal, clock), known.needed, known.heads)


def held_against(
    memory: PanelMemory, paineis: Mapping[str, Painel], needed: Mapping[str, Mapping[str, Sequence[Sequence[str]]]]
) -> dict[str, Mudanca]:
    """What changed of these panels, each remembered as a visit at work would; those that were new are known now."""
    changes = {}
    for name, now in paineis.items():
        before, sessions = memory.known(name) or (now, 0)
        change = change_of(before, now, needed=needed.get(name, {}), familiar=sessions >= FAMILIAR)
        if change:
            changes[name] = change
            memory.changed(name, now, change)
        if not change.para:
            memory.met(name, now)
    return changes


def _taken(paineis: Paineis, name: str, visto: Visto) -> Conhecido:
    """As it is now; of what is not there now, as it was."""
    kept = paineis.conhecidos.get(name)
    return Conhecido(
        painel=learned(visto.painel, kept.painel) if kept else visto.painel, sessoes=kept.sessoes if kept else 1
    )
