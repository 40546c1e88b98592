"""Which office folder a command works in: --pasta, then FATURISTA_PASTA, then the current folder and upwards."""

from collections.abc import Mapping
from pathlib import Path

from agent.config.office import FILE_NAME
from agent.model.errors import SetupError

VARIABLE = "FATURISTA_PASTA"


def find_office(given: Path | None, environ: Mapping[str, str], current: Path) -> Path:
    """The folder that holds faturista.toml. Raises SetupError saying where it was looked for."""
    if given is not None:
        return _holding(given, "--pasta")
    if environ.get(VARIABLE):
        return _holding(Path(environ[VARIABLE]), VARIABLE)
    if above := office_above(current):
        return above
    raise SetupError(
        f"não há {FILE_NAME} nesta pasta nem nas que a contêm.",
        where=str(current),
        do="Entre na pasta do escritório, indique-a com --pasta, ou crie uma com: faturista iniciar PASTA",
    )


def office_above(current: Path) -> Path | None:
    """`current` or the nearest folder that contains it and is an office; None when none is."""
    return next((folder for folder in (current, *current.parents) if (folder / FILE_NAME).is_file()), None)


def _holding(folder: Path, where: str) -> Path:
    if (folder / FILE_NAME).is_file():
        return folder
    raise SetupError(
        f'a pasta "{folder}" não tem {FILE_NAME}.',
        where=where,
        do="Confira o caminho, ou crie-a com: faturista iniciar PASTA",
    )
