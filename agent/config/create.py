"""Makes a new office folder from the commented example; never overwrites."""

from importlib.resources import files
from pathlib import Path

from agent.config.load import load_office
from agent.config.office import FILE_NAME, Office
from agent.model.errors import SetupError


def create_office(folder: Path) -> Office:
    """Write faturista.toml and the sub-folders; the example loads as it is.

    Raises SetupError when the folder already has a faturista.toml or cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / FILE_NAME).open("x", encoding="utf-8", newline="\n") as file:
            file.write(template())
        office = load_office(folder)
        for place in (office.mapeamentos, office.saida, *(office.entrada(slug) for slug in office.settings.clinicas)):
            place.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise SetupError(
            f"a pasta já tem um {FILE_NAME}; nada foi alterado.", where=str(folder), do="Escolha outra pasta."
        ) from None
    except OSError as error:
        raise SetupError(f"a pasta não pôde ser criada ({error.strerror}).", where=str(folder)) from None
    return office


def template() -> str:
    """The commented example, as it is written into a new office folder."""
    return files("agent.config").joinpath("modelo.toml").read_text(encoding="utf-8")
