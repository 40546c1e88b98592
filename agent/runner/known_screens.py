"""The screens of a portal as they were when a person last accepted them, in the office's folder."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from pydantic import ValidationError

from agent.model.errors import SetupError
from agent.vault.private_file import write_private
from portals.probe.fingerprint import Digitais, Digital, differences
from portals.probe.probe import Vista

_NAME = "conhecidas.json"


def read_kept(folder: Path) -> Mapping[str, Digital]:
    """By screen; nothing where no look was ever taken. Raises SetupError for a file that cannot be read."""
    path = folder / _NAME
    if not path.is_file():
        return {}
    try:
        return Digitais.model_validate_json(path.read_bytes()).telas
    except ValidationError as error:
        raise SetupError(
            "as telas conhecidas não puderam ser lidas.",
            where=str(path),
            do="Mude o nome do arquivo e rode de novo: as telas de hoje passam a ser as conhecidas.",
        ) from error


def compared(kept: Mapping[str, Digital], vistas: Sequence[Vista]) -> dict[str, tuple[str, ...]]:
    """By screen, what changed (pt-BR); only screens that were known and are there today, and did change."""
    both = [(vista, vista.digital) for vista in vistas if vista.digital and vista.nome in kept]
    found = {vista.nome: differences(kept[vista.nome], now) for vista, now in both}
    return {nome: texts for nome, texts in found.items() if texts}


def keep(folder: Path, portal: str, vistas: Sequence[Vista], now: datetime, *, over: bool) -> None:
    """Keep screens that were not known; with `over` all of today's. What stood there before stays beside it, dated."""
    kept = read_kept(folder)
    today = {vista.nome: vista.digital for vista in vistas if vista.digital}
    after = {**kept, **today} if over else {**today, **kept}
    if after == kept:
        return
    path = folder / _NAME
    if path.is_file():
        write_private(folder / f"conhecidas-ate-{now.astimezone():%Y-%m-%d-%H%M%S}.json", path.read_bytes())
    write_private(path, Digitais(portal=portal, em=now, telas=after).model_dump_json(indent=1).encode())
