"""A person's yes to each final click: asked for all of them before the first, held against what the screen forms."""

from collections.abc import Callable, Sequence

from agent.model.entry import Entry
from agent.model.errors import Moved, PersonNeeded
from agent.people.approval import Approver
from agent.runner.envios import Envio, envio_of, envios_of, state_of
from agent.runner.work import Work

ACT = "faturar"
Approved = Callable[[Sequence[Entry]], bool]
"""Whether a person approved billing exactly these entries in one click."""


class EnvioApproval:
    """The approvals of one run on one month, kept in the ledger: a run that goes on asks for none of them again.

    `told`: why what was not approved stayed (pt-BR, no patient).
    """

    def __init__(self, work: Work, approver: Approver) -> None:
        self._work = work
        self._approver = approver
        self._declined: set[str] = set()
        self.told: list[str] = []

    def ask(self, entries: Sequence[Entry]) -> None:
        """Ask once for every click that these entries need and nobody approved yet.

        An approval that was given beforehand may be of all of them or of a single one. Raises PersonNeeded when there
        is nobody to ask, Moved when what was given is of another state: nothing was sent then.
        """
        missing = [envio for envio in envios_of(entries, self._work.portal.capabilities) if not self._stands(envio)]
        if missing:
            self._declined |= {envio.hash for envio in missing} - {envio.hash for envio in self._asked(missing)}
            if self._declined:
                self.told.append(f"{_envios(len(self._declined))} sem aprovação: nada do que está ali foi enviado")

    def given(self, entries: Sequence[Entry]) -> bool:
        """Whether this very click is approved; one that the screen formed otherwise is asked for by itself."""
        able = self._work.portal.capabilities
        if able.closes_month:
            return True
        envio = envio_of(entries, able)
        if self._stands(envio) or envio.hash in self._declined:
            return envio.hash not in self._declined
        try:
            approved = self._approve([envio])
        except (PersonNeeded, Moved) as error:
            self.told.append(str(error))
            approved = False
        if not approved:
            self._declined.add(envio.hash)
            self.told.append(f"não foi enviado, porque não é o que foi aprovado: {envio.text}")
        return approved

    def _asked(self, missing: Sequence[Envio]) -> Sequence[Envio]:
        """Those that were approved now."""
        try:
            return missing if self._approve(missing) else ()
        except Moved:
            single = [envio for envio in missing if self._approves_alone(envio)] if len(missing) > 1 else []
            if not single:
                raise
            return single

    def _approves_alone(self, envio: Envio) -> bool:
        try:
            return self._approve([envio])
        except Moved:
            return False

    def _approve(self, envios: Sequence[Envio]) -> bool:
        mes = self._work.mes
        what = f"Faturar {mes.clinica} em {mes.portal}, {mes.competencia}: {_envios(len(envios))}"
        who = self._approver.approve(what, [envio.text for envio in envios], state_of(envios))
        for envio in envios if who else ():
            self._work.ledger.plans.approve(mes, ACT, envio.hash, who or "")
        return who is not None

    def _stands(self, envio: Envio) -> bool:
        return self._work.ledger.plans.approved(self._work.mes, ACT, envio.hash)


def _envios(number: int) -> str:
    return "1 envio definitivo" if number == 1 else f"{number} envios definitivos"
