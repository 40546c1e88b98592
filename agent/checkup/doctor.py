"""The whole examination of an office, in the order in which things must work."""

from collections.abc import Callable, Mapping

from agent.checkup import keeping, machine, portals
from agent.checkup.exam import Exam, Finding, examine
from agent.config.office import Office
from agent.model.point import Clock
from agent.runner.doors import browser_settings
from agent.runner.sealing import evidence_of
from agent.vault.opening import open_vault
from portals.browser.start import open_browser

StartBrowser = Callable[[Office], str]


def browser_version(office: Office) -> str:
    """Open the office's browser without a window, and close it. Raises BrowserMissing."""
    with open_browser(browser_settings(office, shown=False)) as browser:
        return browser.version


def examine_office(
    office: Office,
    environ: Mapping[str, str],
    clock: Clock,
    *,
    start_browser: StartBrowser = browser_version,
    ask: portals.Ask = portals.ask,
) -> list[Finding]:
    """Every part; nobody signs in anywhere and nothing is changed."""
    vault = open_vault(office, environ)
    return examine(
        [
            Exam("configuração", lambda: keeping.settings(office)),
            Exam("pastas", lambda: machine.writing(office)),
            Exam("disco", lambda: machine.disks(office)),
            Exam("navegador", lambda: machine.browser(lambda: start_browser(office))),
            Exam("cofre", lambda: keeping.vault(office, vault)),
            Exam("livro", lambda: keeping.ledger(office)),
            Exam("provas", lambda: keeping.evidence(evidence_of(office, environ))),
            Exam("cópias", lambda: keeping.copies(office, clock)),
            Exam("portais", lambda: portals.portals(office, clock, ask)),
        ]
    )
