"""Where the operadora has the files that were sent: read from the portal's own history into the ledger."""

from agent.model.arquivo import Arquivo
from agent.model.errors import PortalError
from agent.runner.able import if_able
from agent.runner.work import Work
from portals.more import TracksFiles


def track_files(work: Work) -> tuple[str, ...]:
    """Keep what the portal says of every file of this access; a line (pt-BR) where it could not be read.

    Nothing is sent, and a history that cannot be read stops nothing: the portal's record of what was billed is another.
    """

    def told(portal: TracksFiles) -> tuple[Arquivo, ...]:
        return portal.files()

    none: tuple[Arquivo, ...] = ()
    if work.portal.capabilities.closes_month:
        return ()
    try:
        found = if_able(work.portal, TracksFiles, "files", told, none)
    except PortalError as error:
        return (f"o histórico dos arquivos enviados não pôde ser lido: {error}",)
    work.ledger.arquivos.seen(work.mes, found)
    return ()
