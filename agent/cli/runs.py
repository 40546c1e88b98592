"""What the commands that touch a portal or the ledger ask of the runner; the one place where they are joined."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from agent.cli.scope import Scope
from agent.model.figures import Fechamento, Figures, Parada
from agent.model.progress import Progress
from agent.people.approval import Approver
from agent.people.presence import Say
from agent.runner.by_hand import Hand, by_hand
from agent.runner.desk import Desk
from agent.runner.office import OfficeRuns
from agent.runner.opening import open_desk
from agent.runner.plan import Plan


class Runs(Protocol):
    """Each verb works through the scope's pairs; one that stops is told (Parada, `parado`) and the others go on."""

    def planejar(self, scope: Scope) -> Sequence[Plan | Parada]:
        """Read sheets and portals, keep a plan for each pair; nothing is sent."""

    def lancar(self, scope: Scope, approver: Approver) -> Sequence[Figures]:
        """Launch the kept plans, what is final as it is approved; Moved when sheet, ledger or portal changed since."""

    def fechar(self, scope: Scope, approver: Approver) -> Sequence[Fechamento]:
        """Gate, approval, close."""

    def retorno(self, scope: Scope) -> Sequence[Figures]:
        """Fetch what was paid and refused into the ledger."""

    def conciliar(self, scope: Scope, saida: Path | None) -> tuple[Sequence[Figures], Path]:
        """Reconcile the ledger with the returns; the figures and the workbook that was written."""

    def situacao(self, scope: Scope) -> Sequence[Figures]:
        """The ledger's figures; no portal is opened."""


class DeskRuns:
    """Runs on the office's own desk, opened anew for each command."""

    def __init__(self, say: Say, progress: Progress, *, mostrar: bool, hand: Hand | None = None) -> None:
        self._say = say
        self._progress = progress
        self._mostrar = mostrar
        self._hand = hand

    def planejar(self, scope: Scope) -> Sequence[Plan | Parada]:
        """See Runs."""
        with self._open(scope) as desk:
            return OfficeRuns(desk, scope.competencia, scope.pairs).planejar()

    def lancar(self, scope: Scope, approver: Approver) -> Sequence[Figures]:
        """See Runs."""
        with self._open(scope) as desk:
            watched = replace(desk, open_door=by_hand(desk.open_door, self._hand)) if self._hand else desk
            return OfficeRuns(watched, scope.competencia, scope.pairs).lancar(approver)

    def fechar(self, scope: Scope, approver: Approver) -> Sequence[Fechamento]:
        """See Runs."""
        with self._open(scope) as desk:
            return OfficeRuns(desk, scope.competencia, scope.pairs).fechar(approver)

    def retorno(self, scope: Scope) -> Sequence[Figures]:
        """See Runs."""
        with self._open(scope) as desk:
            return OfficeRuns(desk, scope.competencia, scope.pairs).retorno()

    def conciliar(self, scope: Scope, saida: Path | None) -> tuple[Sequence[Figures], Path]:
        """See Runs."""
        with self._open(scope) as desk:
            return OfficeRuns(desk, scope.competencia, scope.pairs).conciliar(saida)

    def situacao(self, scope: Scope) -> Sequence[Figures]:
        """See Runs."""
        with self._open(scope) as desk:
            return OfficeRuns(desk, scope.competencia, scope.pairs).situacao()

    def _open(self, scope: Scope) -> AbstractContextManager[Desk]:
        return open_desk(scope.office, self._say, self._progress, shown=self._mostrar)


def runs(say: Say, progress: Progress, *, mostrar: bool = False, hand: Hand | None = None) -> Runs:
    """The runner behind the commands: `say` tells the person, `mostrar` shows the browser's window.

    `hand`: the person whose word every save of `lancar` waits for.
    """
    return DeskRuns(say, progress, mostrar=mostrar, hand=hand)
