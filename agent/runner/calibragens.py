"""An office's calibration packs: one current file for each portal, every earlier version beside it."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from agent.config.office import Office
from agent.model.errors import SetupError
from agent.vault.private_file import write_private
from portals.calibrate.pack import Calibragem, objections, pack_text, read_pack, undone
from portals.probe.sondagem import read_known
from portals.registry import portal_names

_DO = "Corrija o arquivo, ou volte à versão anterior com: faturista calibrar {} --desfazer"


def overlay(office: Office, portal: str) -> Mapping[str, Any]:
    """What every session of every clinic lays over the portal's labels. Raises SetupError for a pack that is unfit."""
    return current(office, portal).overlay() if portal in portal_names() else {}


def current(office: Office, portal: str) -> Calibragem:
    """The pack in use; an empty one where nothing was ever calibrated. Raises SetupError."""
    path = _path(office, portal)
    return checked(path, portal) if path.is_file() else Calibragem(portal=portal)


def checked(path: Path, portal: str, names: Iterable[str] = ()) -> Calibragem:
    """The pack of a file, once nothing speaks against it. Raises SetupError, with all that does."""
    do = _DO.format(portal)
    try:
        pack = read_pack(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SetupError(f"o arquivo não pôde ser lido: {error.strerror}.", where=str(path)) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise SetupError("isto não é uma calibragem.", where=str(path), do=do) from error
    if pack.portal != portal:
        raise SetupError(f'a calibragem é do portal "{pack.portal}", e não do "{portal}".', where=str(path))
    if why := objections(pack, read_known(portal), names):
        raise SetupError(" ".join(why), where=str(path), do=do)
    return pack


def keep(office: Office, pack: Calibragem) -> Path:
    """Make this the pack in use; the one before stays beside it under its version."""
    path = _path(office, pack.portal)
    if path.is_file():
        write_private(_path(office, pack.portal, current(office, pack.portal).versao), path.read_bytes())
    write_private(path, pack_text(pack).encode())
    return path


def step_back(office: Office, portal: str) -> Calibragem:
    """Take the last calibration back, and keep that as a version of its own. Raises SetupError when there is none."""
    now = _readable(office, portal)
    if now is None or not now.ajustes:
        raise SetupError("não há calibragem a desfazer.", where=str(_path(office, portal)))
    before = _path(office, portal, max(ajuste.versao for ajuste in now.ajustes) - 1)
    back = checked(before, portal) if before.is_file() else Calibragem(portal=portal)
    pack = undone(now, back)
    write_private(_path(office, portal, now.versao), _path(office, portal).read_bytes())
    write_private(_path(office, portal), pack_text(pack).encode())
    return pack


def taken_in(now: Calibragem, given: Calibragem) -> Calibragem:
    """The given pack's adjustments as the next version of the one in use; who made them and when stays."""
    pack = now
    for ajuste in given.ajustes:
        pack = pack.also(ajuste.model_copy(update={"versao": now.versao + 1}))
    return pack


def _readable(office: Office, portal: str) -> Calibragem | None:
    """The pack in use even where something speaks against it: only so can it be taken back."""
    try:
        return read_pack(_path(office, portal).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise SetupError("isto não é uma calibragem.", where=str(_path(office, portal))) from error


def _path(office: Office, portal: str, versao: int | None = None) -> Path:
    name = portal if versao is None else f"{portal}-v{versao}"
    return office.folder / "calibragens" / f"{name}.toml"
