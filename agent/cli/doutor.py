"""faturista doutor: is the installation well, and what to do where it is not."""

import os
from dataclasses import asdict

from agent.checkup.doctor import examine_office
from agent.checkup.exam import Finding, Grade
from agent.cli.exit_code import ExitCode
from agent.cli.options import Json, Pasta
from agent.cli.scope import open_office
from agent.cli.terminal import Terminal
from agent.model.point import utc_now

DETAILS = """Confere a configuração, as pastas, o disco, o navegador, o cofre, o livro, as cópias, o relógio e se os
portais respondem. Ninguém entra em portal nenhum e nada é mudado. Cada achado diz o que fazer."""

_SIGNS = {Grade.BOM: "ok", Grade.AVISO: "AVISO", Grade.RUIM: "RUIM"}


def doutor(*, pasta: Pasta = None, json: Json = False) -> int:
    """Examine, tell, and end with 0 (well), 1 (warnings) or 2 (something will not work)."""
    terminal = Terminal(as_json=json)
    found = examine_office(open_office(pasta), os.environ, utc_now)
    worst = max((list(Grade).index(finding.grade) for finding in found), default=0)
    terminal.answer({"achados": [asdict(finding) for finding in found]}, *map(_told, found), _summary(found))
    return (ExitCode.DONE, ExitCode.PERSON, ExitCode.INPUT)[worst]


def _told(finding: Finding) -> str:
    line = f"{_SIGNS[finding.grade]:>5}  {finding.part}: {finding.seen}"
    return f"{line}\n       O que fazer: {finding.do}" if finding.do else line


def _summary(found: list[Finding]) -> str:
    bad = sum(finding.grade is Grade.RUIM for finding in found)
    warnings = sum(finding.grade is Grade.AVISO for finding in found)
    if not bad + warnings:
        return "Tudo bem."
    stops = "1 achado impede" if bad == 1 else f"{bad} achados impedem"
    return f"{stops} o trabalho, {warnings} {'é aviso' if warnings == 1 else 'são avisos'}."
