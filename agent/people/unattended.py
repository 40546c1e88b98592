"""A run that nobody watches: what a portal asks of a person parks the run at once, it holds no session open for it."""

from agent.model.errors import PersonNeeded


class NobodyThere:
    """A portals.base.Presence of an unattended run."""

    def awaited(self, portal: str, what: str, text: str) -> None:
        """Raises PersonNeeded with what the portal asks: the sitting comes later, for all clinics in one go."""
        del what
        raise PersonNeeded(text, where=portal, do="Faça as entradas de todas as clínicas de uma vez: faturista atender")

    def done(self, portal: str, what: str) -> None:
        """Never called: nobody was awaited."""
