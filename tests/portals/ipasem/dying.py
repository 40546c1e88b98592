"""The commands beside the launch through real Chromium: the process dies at a step boundary, and the command is given
again until it is done.
"""

import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import cast

from playwright.sync_api import Browser

from agent.config.load import load_office
from agent.model.entry import State
from agent.people.approval import Approver
from agent.runner.acts import OfficeActs
from agent.runner.desk import Desk
from agent.runner.office import OfficeRuns
from portals.ipasem.mock import dental
from portals.ipasem.mock.state import Refusal, Who
from tests.journey.insurers import MES, Insurer, day
from tests.journey.ipasem import _month
from tests.journey.office import CLINICA, SHEET, Clock, Office, Stand, open_office, stand
from tests.portals.ipasem.aurora import Ana, Aurora, Scene
from tests.protocol.death import Death, Reaper

ANA = cast(Approver, Ana())
LIVES = 4
_LEASE_IS_OVER = timedelta(minutes=2)
Row = tuple[str, str, str, str, int, int, bool]
FONO: Row = ("2988001", "50000616", "", "", 1, 6500, True)
FILLING: Row = ("2557459", "2334", "17", "MO", 1, 8124, True)
XRAY: Row = ("2557459", "2110", "17", "", 1, 2150, True)
_DAYS = {FONO: 5, FILLING: 6, XRAY: 6}


@dataclass(frozen=True)
class Deed:
    """A command. `ready`: what has happened before it; `do`: the command, whether it is done; then what must be so.

    `commits`: how often the portal may have saved, deleted a finished row, closed and reopened for it. `launched`: the
    three rows stand on the portal before it.
    """

    ready: Callable[[Scene], None]
    do: Callable[[Desk], bool]
    rows: tuple[Row, ...]
    commits: dict[str, int]
    states: tuple[State, ...]
    closed: bool = False
    launched: bool = True


def _closed(scene: Scene) -> None:
    assert scene.office.fechar().fechado


def _nothing(scene: Scene) -> None:
    """The month as it was launched."""


def _acts(desk: Desk) -> OfficeActs:
    return OfficeActs(desk, MES, [(CLINICA, "ipasem")])


def _runs(desk: Desk) -> OfficeRuns:
    return OfficeRuns(desk, MES, [(CLINICA, "ipasem")])


def _sheet_moves(scene: Scene) -> None:
    """Two sessions of therapy, and the X-ray of another tooth."""
    scene.lines["fono"] = scene.lines["fono"].replace("65,00;1;", "130,00;2;")
    scene.lines["xray"] = scene.lines["xray"].replace("2110;17;", "2110;16;")
    scene.write()


def _corrigir(desk: Desk) -> bool:
    return _acts(desk).corrigir(ANA)[0].feito


def _excluir(desk: Desk) -> bool:
    gone = [e for e in desk.ledger.entries.of(desk.mes(CLINICA, "ipasem", MES)) if e.state is State.RECUSADA]
    return bool(gone) or _acts(desk).excluir("2988001", "", "lançada por engano", ANA)[0].feito


def _reabrir(desk: Desk) -> bool:
    is_open = desk.mes(CLINICA, "ipasem", MES).state == "aberta"
    return is_open or _acts(desk).reabrir("faltou uma guia", ANA)[0].feito


_L, _F = State.LANCADA, State.FECHADA
DEEDS = {
    "corrigir": Deed(
        ready=_sheet_moves,
        do=_corrigir,
        rows=(("2988001", "50000616", "", "", 2, 13000, True), FILLING, ("2557459", "2110", "16", "", 1, 2150, True)),
        commits={"gravar": 2},
        states=(_L, _L, State.CANCELADA, _L),
    ),
    "excluir": Deed(
        ready=_nothing,
        do=_excluir,
        rows=(FILLING, XRAY),
        commits={"excluir": 1},
        states=(State.RECUSADA, _L, _L),
    ),
    "fechar": Deed(
        ready=_nothing,
        do=lambda desk: _runs(desk).fechar(ANA)[0].fechado,
        rows=(FONO, FILLING, XRAY),
        commits={"fechar": 1},
        states=(_F, _F, _F),
        closed=True,
    ),
    "reabrir": Deed(
        ready=_closed,
        do=_reabrir,
        rows=(FONO, FILLING, XRAY),
        commits={"reabrir": 1},
        states=(_L, _L, _L),
    ),
    "par": Deed(
        ready=_nothing,
        do=lambda desk: _runs(desk).lancar(ANA)[0].lancadas == 3,
        rows=(FONO, FILLING, XRAY),
        commits={"gravar": 3},
        states=(_L, _L, _L),
        launched=False,
    ),
}


class _AtPoint(Reaper):
    """Dies once, where the point is passed for the so-many-th time."""

    def __init__(self, point: str, time: int) -> None:
        super().__init__()
        self._point = point
        self._time = time

    def strikes(self, name: str) -> bool:
        """Whether this point is the last of this life."""
        return not self.deaths and name == self._point and self.passed.count(name) == self._time


@dataclass
class Dying:
    """A clinic's month before its portal, taken up from the same moment as often as one likes."""

    scene: Scene
    at: Stand
    folder: Path
    before: int = 0
    lives: int = 0
    deaths: int = 0

    def boundaries(self, deed: Deed) -> Reaper:
        """Do it once undisturbed: every boundary that it passes."""
        calm = Reaper()
        wrong = self._lived(deed, calm)
        assert wrong == [], wrong
        return calm

    def imperfect(self, deed: Deed, calm: Reaper, points: Iterable[int]) -> dict[str, list[str]]:
        """Die at each of the points and give the command again; those that did not end well, with what was wrong."""
        found = {}
        for point in points:
            reaper = Reaper(frozenset({point}))
            wrong = self._lived(deed, reaper)
            if reaper.passed[point] != calm.passed[point]:
                wrong.append(f"died at {reaper.passed[point]}")
            found[f"{point} {calm.passed[point]}"] = wrong
        return {point: wrong for point, wrong in found.items() if wrong}

    def imperfect_at(self, deed: Deed, point: str, time: int) -> list[str]:
        """Die where a point is passed for the so-many-th time, without looking first; what was wrong at the end."""
        return self._lived(deed, _AtPoint(point, time))

    def _lived(self, deed: Deed, reaper: Reaper) -> list[str]:
        self.lives += 1
        self.scene.portal.mock.stage.store.rewind(self.before)
        shutil.copytree(self.scene.office.folder.folder, self.folder / str(self.lives))
        office = replace(self.scene.office, folder=load_office(self.folder / str(self.lives)), clock=Clock())
        lives = 0
        while lives < LIVES:
            lives += 1
            hook = reaper.born()
            self.at.guillotine.hook = hook
            try:
                with office.desk(hook) as desk:
                    if deed.do(desk):
                        break
            except Death:
                office.clock.turn(_LEASE_IS_OVER)
        self.deaths = reaper.deaths
        needed = 1 + reaper.deaths
        return [*([f"{lives} lives"] if lives != needed else []), *self._wrong(deed, office)]

    def _wrong(self, deed: Deed, office: Office) -> list[str]:
        """What is not as it should be at the end, by the portal's own journal and by the ledger's proofs."""
        mock = self.scene.portal.mock
        commits = Counter(
            commit.action
            for commit in mock.journal()[self.before :]
            if commit.action in ("gravar", "fechar", "reabrir") or (commit.action == "excluir" and commit.counts)
        )
        with office.desk() as desk:
            ledger, mes = desk.ledger, office.mes(desk)
            found = {
                "rows": tuple(self.scene.portal.standing()),
                "commits": dict(commits),
                "states": tuple(entry.state for entry in ledger.entries.of(mes)),
                "closed": (bool(mock.recorded()["fechamentos"]), mes.state == "fechada"),
                "problems": [problem.text for problem in ledger.problems.of(mes)],
                "proofs": [*map(str, ledger.checks.violations()), *ledger.checks.verify_chain().problems],
                "audit": [finding.text for finding in ledger.auditor.audit().findings],
            }
        wanted = {"rows": deed.rows, "commits": deed.commits, "states": deed.states, "closed": (deed.closed,) * 2}
        return [f"{name}: {seen}" for name, seen in found.items() if seen != wanted.get(name, [])]


@contextmanager
def dying(browser: Browser, folder: Path, skin: str, deed: Deed) -> Iterator[Dying]:
    """The month as the deed finds it."""
    aurora = Aurora(skin)
    with stand(cast(Insurer, aurora)) as at:
        scene = Scene(aurora, open_office(folder / "antes", browser, cast(Insurer, aurora), at.url))
        (scene.office.folder.entrada(CLINICA) / SHEET).unlink()
        scene.write()
        for row in (FONO, FILLING, XRAY) if deed.launched else ():
            _by_hand(aurora, row)
        plan = scene.plan()
        assert (len(plan.already), len(plan.to_launch)) == ((3, 0) if deed.launched else (0, 3))
        deed.ready(scene)
        yield Dying(scene, at, folder / "vidas", before=len(aurora.mock.journal()))


def _by_hand(aurora: Aurora, row: Row) -> None:
    numero, codigo, dente, faces, quantidade, valor, _ = row
    state, who = aurora.mock.state, Who(aurora.account)
    draft = state.open(who, _month(MES), numero)
    assert not isinstance(draft, Refusal)
    typed = {
        "conselho": "" if dente else "5615",
        "codigo": codigo,
        "data": f"{day(_DAYS[row]):%d/%m/%Y}",
        "quantidade": str(quantidade),
        "valor": f"{valor // 100},{valor % 100:02}",
        "observacao": "",
        "dente": dente,
        "faces": dental.names(faces),
    }
    assert not isinstance(state.save(who, str(draft.id), typed, aurora.mock.stage.now().date()), Refusal)
