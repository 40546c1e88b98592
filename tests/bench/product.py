"""`faturista lancar` as the command runs it: the office's own desk, ledger, vault, browser, and every check.

The race is let in by the one door that the runner has for it: whoever watches its progress.
"""

import json
import secrets
from pathlib import Path
from types import TracebackType

from agent.config.load import load_office
from agent.config.office import FILE_NAME, Office
from agent.model.progress import Silent
from agent.people.approval import NobodyToAsk
from agent.runner.office import OfficeRuns
from agent.runner.opening import open_desk
from agent.runner.plan import Plan
from agent.vault.key import VARIABLE
from agent.vault.vault import Password
from portals.browser.find import installed_browser
from tests.bench.job import PASSWORD, Job
from tests.bench.job import sheet as written
from tests.bench.track import Track

_CLINIC = "corrida"


def run(job: Job, track: Track) -> None:
    """planejar (where the person ticks the box), then lancar."""
    office = _office(job)
    watch = _Watch(track)
    environ = {VARIABLE: str(_key(job.folder))}
    with open_desk(office, lambda _text: None, watch, shown=False, environ=environ) as desk:
        desk.vault.set_password(_CLINIC, "ipasem", Password(PASSWORD))
        runs = OfficeRuns(desk, job.competencia, [(_CLINIC, "ipasem")])
        (plan,) = runs.planejar()
        assert isinstance(plan, Plan), plan
        assert len(plan.to_launch) == len(job.services), plan
        (figures,) = runs.lancar(NobodyToAsk())
        assert (figures.lancadas, figures.parado) == (len(job.services), ""), figures
        track.finish()


class _Watch:
    """A Progress that times the phase that launches, entry by entry."""

    def __init__(self, track: Track) -> None:
        self._track = track

    def start(self, what: str, total: int | None = None) -> "Silent | _Launching":
        if not what.startswith("Lançando"):
            return Silent()
        self._track.line_up()
        return _Launching(self._track)


class _Launching:
    def __init__(self, track: Track) -> None:
        self._track = track

    def step(self, text: str = "", count: int = 1) -> None:
        self._track.step(count)

    def done(self) -> None:
        pass

    def __enter__(self) -> "_Launching":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        pass


def _office(job: Job) -> Office:
    folder = job.folder / "escritorio"
    folder.mkdir()
    (folder / FILE_NAME).write_text(
        f'[escritorio]\nnome = "Corrida"\ncofre = "arquivo"\n'
        # The same browser as the other runners', not the lighter one that nobody watches.
        f"[navegador]\nmostrar = false\ncaminho = {json.dumps(str(installed_browser()))}\n"
        f'[portais.ipasem]\nendereco = "{job.url}"\n'
        f'[clinicas.{_CLINIC}]\nnome = "Clínica da corrida"\nmapeamento = "{_CLINIC}"\n'
        f'acessos.ipasem = {{ usuario = "{job.user}" }}\n',
        encoding="utf-8",
    )
    office = load_office(folder)
    office.entrada(_CLINIC).mkdir(parents=True)
    (office.entrada(_CLINIC) / "mes.csv").write_bytes(written(job.services))
    office.mapeamentos.mkdir()
    council = job.services[0].council
    (office.mapeamentos / f"{_CLINIC}.toml").write_text(f'[padroes]\ncodigo_conselho = "{council}"\n', encoding="utf-8")
    return office


def _key(folder: Path) -> Path:
    key = folder / "chave"
    key.touch(mode=0o600)
    key.write_text(secrets.token_urlsafe(32), encoding="ascii")
    return key
