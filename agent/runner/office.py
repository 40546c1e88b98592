"""The month's commands over an office: each clinic on each portal in turn; one that stops leaves the others be."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

from agent.ledger.months import Mes
from agent.model.competencia import Competencia
from agent.model.errors import (
    AlreadyRunning,
    InputError,
    LeaseLost,
    Moved,
    PersonNeeded,
    PortalError,
    SecretMissing,
)
from agent.model.figures import Fechamento, Figures, Parada
from agent.people.approval import Approver
from agent.runner.conciliation import post_returns, write_workbook
from agent.runner.contas import contas_of
from agent.runner.desk import Desk
from agent.runner.month import close_with_approval, fetch_month, launch_planned, plan_month
from agent.runner.pendencias import charge_of
from agent.runner.plan import Plan
from agent.runner.scope_name import scope_name
from agent.runner.sheets import read_sheets
from agent.runner.signed import with_situation
from agent.runner.verdicts import figures_of
from spreadsheets.reading.leitura import Leitura

T = TypeVar("T")
Pairs = Sequence[tuple[str, str]]
_STOPS = (PortalError, InputError, SecretMissing, AlreadyRunning, LeaseLost)


class OfficeRuns:
    """The verbs of the command line for `pairs` of (clinica, portal) in one month."""

    def __init__(self, desk: Desk, competencia: Competencia, pairs: Pairs) -> None:
        self._desk = desk
        self._competencia = competencia
        self._pairs = pairs
        self._leituras: dict[str, list[Leitura]] = {}

    def planejar(self) -> list[Plan | Parada]:
        """Read sheets and portals and keep a plan for each pair; nothing is sent."""
        return [self._planned(mes) for mes in self._months()]

    def lancar(self, approver: Approver) -> list[Figures]:
        """Launch the kept plans; what cannot be taken back only as a person approves it."""

        def launched(mes: Mes) -> tuple[str, ...]:
            return launch_planned(self._desk, mes, self._read(mes), approver)

        return [self._figures(mes, launched) for mes in self._months()]

    def fechar(self, approver: Approver) -> list[Fechamento]:
        """Close each month that a person approves."""
        return [self._closed(mes, approver) for mes in self._months()]

    def retorno(self) -> list[Figures]:
        """Fetch what was paid and refused."""
        return [self._figures(mes, lambda mes: fetch_month(self._desk, mes)) for mes in self._months()]

    def conciliar(self, saida: Path | None) -> tuple[list[Figures], Path]:
        """Post what the returns settle and write the workbook; no portal is opened, no month is begun."""
        months = self._desk.begun(self._competencia, self._pairs)
        with self._desk.progress.start("Conciliando", len(months)) as phase:
            for mes in months:
                post_returns(self._desk.ledger, mes, charge_of(self._desk.office, mes.clinica, mes.portal))
                phase.step(f"{mes.clinica} em {mes.portal}")
        path = saida or self._workbook()
        with self._desk.progress.start("Gravando a planilha de conciliação"):
            write_workbook(self._desk.office, self._desk.ledger, months, path, self._desk.clock)
        return self.situacao(), path

    def _workbook(self) -> Path:
        """The office's own only where it tells of the whole office."""
        office = self._desk.office
        part = "" if set(office.accesses) <= set(self._pairs) else f"{scope_name(self._pairs, office.accesses)}-"
        return office.saida / f"conciliacao-{part}{self._competencia.iso}.xlsx"

    def situacao(self) -> list[Figures]:
        """The ledger's figures of the months that were begun; no portal is opened."""
        months = self._desk.begun(self._competencia, self._pairs)
        ledger, zone = self._desk.ledger, ZoneInfo(self._desk.office.settings.escritorio.fuso)
        return [self._as_told(mes, with_situation(ledger, mes, figures_of(ledger, mes), zone)) for mes in months]

    def _months(self) -> list[Mes]:
        return [self._desk.mes(clinica, portal, self._competencia) for clinica, portal in self._pairs]

    def _read(self, mes: Mes) -> list[Leitura]:
        """A clinic's sheets are read once for all its portals."""
        if mes.clinica not in self._leituras:
            with self._desk.progress.start(f"Lendo as planilhas de {mes.clinica}"):
                self._leituras[mes.clinica] = read_sheets(self._desk, mes.clinica, self._competencia)
        return self._leituras[mes.clinica]

    def _planned(self, mes: Mes) -> Plan | Parada:
        try:
            leituras = self._read(mes)
            with self._desk.progress.start(f"Planejando {mes.clinica} em {mes.portal}"):
                return plan_month(self._desk, mes, leituras)
        except _STOPS as error:
            text = self._desk.without_people(mes, str(error))
            return Parada(mes.clinica, mes.portal, mes.competencia.iso, text, error.exit_code)

    def _figures(self, mes: Mes, act: Callable[[Mes], tuple[str, ...]]) -> Figures:
        parado, codigo = "", 0
        avisos: tuple[str, ...] = ()
        try:
            avisos = act(mes)
        except PersonNeeded as error:
            avisos = (self._desk.without_people(mes, str(error)),)
        except _STOPS as error:
            parado, codigo = self._desk.without_people(mes, str(error)), error.exit_code
        except Moved as error:
            if len(self._pairs) == 1:
                raise
            avisos = (str(error),)
        now = self._desk.ledger.months.get(mes.id)
        return self._as_told(mes, figures_of(self._desk.ledger, now, parado=parado, codigo=codigo, avisos=avisos))

    def _as_told(self, mes: Mes, figures: Figures) -> Figures:
        """With where the operadora has what was billed, and the files of an access that bills by files."""
        by_files = self._desk.office.acesso(mes.clinica, mes.portal).xml is not None
        arquivos = tuple(each.text for each in self._desk.ledger.arquivos.of(mes)) if by_files else ()
        return replace(figures, arquivos=arquivos, contas=contas_of(self._desk.ledger, mes))

    def _closed(self, mes: Mes, approver: Approver) -> Fechamento:
        try:
            return close_with_approval(self._desk, mes, approver, self._read(mes))
        except _STOPS as error:
            stop, codigo = self._desk.without_people(mes, str(error)), error.exit_code
        except Moved as error:
            if len(self._pairs) == 1:
                raise
            stop, codigo = str(error), error.exit_code
        return Fechamento(
            mes.clinica,
            mes.portal,
            mes.competencia.iso,
            fechado=False,
            texto="",
            achados=(),
            hash="",
            parado=stop,
            codigo=codigo,
        )
