"""What IPASEM can beyond the verbs of every portal: reopen, print, consult, remember, recover a password."""

from agent.model.answer import Outcome, Refused, Unknown
from agent.model.atividade import Atividade
from agent.model.competencia import Competencia
from agent.model.consulta import Consulta
from agent.model.point import Clock
from portals.base import Presence
from portals.ipasem.footing import Footing
from portals.ipasem.pages.closing import Closing
from portals.ipasem.pages.consult import Consult
from portals.ipasem.pages.recovery import Recovery
from portals.more import Impresso


class AlsoIpasem:
    """See the protocols of portals.more, one by one."""

    _clock: Clock
    _closing: Closing
    _consult: Consult
    _recovery: Recovery
    _footing: Footing

    def reopen(self, competencia: Competencia) -> Outcome:
        """See Reopens."""
        with self._footing.working():
            outcome = self._closing.reopen(competencia)
        self._footing.astray = isinstance(outcome, Unknown)
        return outcome

    def printed(self, competencia: Competencia, order: str) -> Impresso | Refused:
        """See Prints."""
        with self._footing.working():
            return self._closing.printed(competencia, order)

    def consult(self, numero: str) -> Consulta | Refused:
        """See Consults."""
        with self._footing.working():
            return self._consult.authorisation(numero)

    def activities(self, competencia: Competencia) -> tuple[Atividade, ...]:
        """See Remembers. With the months after it: what is done on a month is done after its last day too."""
        with self._footing.working():
            return self._consult.activities(competencia, Competencia.of(self._clock().date()))

    def ask_new_password(self, user: str, presence: Presence) -> tuple[str, ...]:
        """See RecoversPassword."""
        return self._recovery.ask(user, presence)

    def send_link(self, email: str, presence: Presence) -> str:
        """See RecoversPassword."""
        return self._recovery.send(email, presence)

    def new_password(self, link: str, password: str, presence: Presence) -> Outcome:
        """See RecoversPassword."""
        return self._recovery.change(link, password, presence)
