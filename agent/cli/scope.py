"""What a command line is about: the office, the month, and which clinics on which portals."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from agent.cli.crash import log_folder
from agent.config.banco import banco_of
from agent.config.find import VARIABLE, find_office, office_above
from agent.config.load import load_office
from agent.config.office import Office
from agent.config.problems import suggestion
from agent.config.settings import PortalName
from agent.model.competencia import Competencia
from agent.model.errors import InputError, SetupError


@dataclass(frozen=True, slots=True)
class Scope:
    """`pairs` are (clinica, portal), in the settings' order, never empty."""

    office: Office
    competencia: Competencia
    pairs: tuple[tuple[str, str], ...]


def open_office(pasta: Path | None) -> Office:
    """The office that the command works in; from here on a bug is recorded in its log folder."""
    loaded = load_office(find_office(pasta, os.environ, Path.cwd()))
    office = replace(loaded, banco=banco_of(loaded.settings.escritorio.banco, os.environ))
    log_folder.set(office.registros)
    return office


def open_office_if_any(pasta: Path | None) -> Office | None:
    """The office, None when none was named and the command was not typed in one."""
    named = pasta is not None or os.environ.get(VARIABLE) or office_above(Path.cwd())
    return open_office(pasta) if named else None


def scope_of(
    pasta: Path | None, competencia: str, clinicas: Sequence[str] | None, portais: Sequence[str] | None
) -> Scope:
    """The office opened and the words checked. Raises SetupError or InputError naming the option."""
    month = read_competencia(competencia)
    office = open_office(pasta)
    pairs = tuple(
        (clinica, str(portal))
        for clinica in clinicas or office.settings.clinicas
        for portal in _portals_of(office, clinica, portais)
    )
    if not pairs:
        raise SetupError(
            f"nenhuma das clínicas tem acesso a: {', '.join(portais or ())}.",
            where="--portal",
            do="Confira os acessos no faturista.toml.",
        )
    return Scope(office=office, competencia=month, pairs=pairs)


def read_competencia(text: str, where: str = "--competencia") -> Competencia:
    """MM/AAAA from the command line. Raises InputError naming the option."""
    try:
        return Competencia.read(text)
    except ValueError as error:
        raise InputError(f"{error}.", where=where) from None


def refuse_file(folder: Path | None, where: str) -> Path | None:
    """The folder to write in, as typed. Raises InputError when it, or what it would lie in, is a file."""
    for place in (folder, *folder.parents) if folder else ():
        if place.exists() and not place.is_dir():
            raise InputError(f"{place} é um arquivo, e aqui vai uma pasta.", where=where, do="Diga uma pasta.")
    return folder


def read_portal(text: str) -> str:
    """A portal's name from the command line. Raises InputError naming the nearest one."""
    known = get_args(PortalName)
    if text not in known:
        near = suggestion(text, known).strip()
        raise InputError(f'o portal "{text}" não é conhecido.', where="--portal", do=near or f"Há: {', '.join(known)}.")
    return text


def _portals_of(office: Office, clinica: str, wanted: Sequence[str] | None) -> Sequence[str]:
    """A portal asked for by name that this clinic lacks is an error only when no clinic has it."""
    for portal in wanted or ():
        office.portal(read_portal(portal))
    return [portal for portal in office.clinica(clinica).acessos if not wanted or portal in wanted]
