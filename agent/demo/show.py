"""The demonstration: a month of three invented clinics, through the verbs a real office uses, on both mock portals."""

import secrets
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from time import monotonic

from agent.demo.clinics import DemoClinic, demo_clinics
from agent.demo.insurer import Insurers, audit, imitate, lose_answers
from agent.demo.office import keep_passwords, make_office
from agent.demo.witness import Testimony, testify
from agent.model.competencia import Competencia
from agent.model.errors import PortalError
from agent.model.figures import Fechamento, Figures, Parada
from agent.model.progress import Progress
from agent.people.presence import Say
from agent.runner.desk import Desk
from agent.runner.office import OfficeRuns
from agent.runner.opening import open_desk
from agent.runner.plan import Plan
from agent.runner.sheets import read_sheets
from portals.mock.person import SimulatedPerson
from portals.mock.server import serve


@dataclass(frozen=True, slots=True)
class Shown:
    """What the demonstration ends with. `lost_answers`: sends whose answer never came.

    `seconds` is the month's work, portals' start included.
    """

    pasta: Path
    competencia: Competencia
    figures: Sequence[Figures]
    workbook: Path
    testimony: Testimony
    lost_answers: int
    captchas: int
    seconds: float


def show(folder: Path, now: datetime, say: Say, progress: Progress, *, shown: bool, skin: str) -> Shown:
    """Run the month before `now` in a new office in `folder`. `skin` is the portals' look: simples or antiga.

    Raises what the commands raise; a portal that stops the demonstration is a PortalError.
    """
    begin = monotonic()
    mes = Competencia.of(now.date()).plus(-1)
    clinics = demo_clinics(mes)
    token = secrets.token_urlsafe(18)
    insurers = imitate(clinics, skin=skin, door_token=token)
    lose_answers(insurers, clinics)
    with ExitStack() as stack:
        ipasem = stack.enter_context(serve(insurers.ipasem.app))
        cassind = stack.enter_context(serve(insurers.cassind.app))
        person = stack.enter_context(SimulatedPerson(ipasem.url, token))
        office = make_office(folder, clinics, mes, ipasem=ipasem.url, cassind=cassind.url, shown=shown)
        say(f"Escritório de demonstração em {office.folder}, com {len(clinics)} clínicas e o mês {mes}.")
        desk = stack.enter_context(open_desk(office, say, progress, shown=shown))
        keep_passwords(desk.vault, clinics)
        runs = OfficeRuns(desk, mes, [(c.slug, convenio.portal) for c in clinics for convenio in c.convenios])
        figures, workbook = _Month(desk, runs, insurers, clinics, mes, say).run()
        testimony = testify(insurers, clinics, mes)
        lost = sum(event.kind == "attempt.uncertain" for event in desk.ledger.events.all())
        return Shown(office.folder, mes, figures, workbook, testimony, lost, person.ticked, monotonic() - begin)


@dataclass(frozen=True, slots=True)
class _Month:
    """conferir, planejar, lancar, fechar, retorno, conciliar, told as they happen."""

    desk: Desk
    runs: OfficeRuns
    insurers: Insurers
    clinics: tuple[DemoClinic, ...]
    mes: Competencia
    say: Say

    def run(self) -> tuple[Sequence[Figures], Path]:
        """The whole month; its figures and the workbook."""
        for clinic in self.clinics:
            self._conferir(clinic)
        self._planejar()
        _go_on([f for f in self.runs.lancar(_DemoApprover(self.say)) if f.parado])
        self._fechar()
        self.say("As operadoras inventadas auditam o mês.")
        audit(self.insurers, self.clinics, self.mes)
        _go_on([f for f in self.runs.retorno() if f.parado])
        return self.runs.conciliar(None)

    def _conferir(self, clinic: DemoClinic) -> None:
        for leitura in read_sheets(self.desk, clinic.slug, self.mes):
            self.say(f"{clinic.nome}: {leitura.arquivo}, {len(leitura.lancamentos)} lançamentos lidos.")
            for row in leitura.rejeitadas:
                self.say(f"  rejeitada: {row}")

    def _planejar(self) -> None:
        plans = self.runs.planejar()
        _go_on([plan for plan in plans if isinstance(plan, Parada)])
        count = sum(len(plan.to_launch) for plan in plans if isinstance(plan, Plan))
        self.say(f"Plano: {count} lançamentos a enviar.")

    def _fechar(self) -> None:
        closings = self.runs.fechar(_DemoApprover(self.say))
        _go_on([closing for closing in closings if closing.parado])
        for closing in closings:
            ending = "fechado" if closing.fechado else "NÃO fechado"
            texto = closing.texto[:1].upper() + closing.texto[1:]
            self.say(f"{closing.clinica}, {closing.portal}: {ending}. {texto}")


class _DemoApprover:
    """Approves for the invented office, and says what it approved."""

    def __init__(self, say: Say) -> None:
        self._say = say

    def approve(self, what: str, findings: Sequence[str], state_hash: str) -> str:
        """See agent.people.approval.Approver."""
        first, *more = findings
        self._say(f"{what}: {first}. Aprovado pela demonstração (estado {state_hash[:6]}).")
        for finding in more:
            self._say(f"  - {finding}")
        return "demonstração"


def _go_on(stopped: Sequence[Parada | Figures | Fechamento]) -> None:
    """A demonstration on portals of our own has no business stopping."""
    for stop in stopped:
        text = stop.texto if isinstance(stop, Parada) else stop.parado
        raise PortalError(text, where=f"{stop.clinica}, {stop.portal}")
