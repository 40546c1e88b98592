"""Spreadsheets that were handed in at the panel and wait beside the inbox until a person keeps them or lets them go."""

import json
import re
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path, PurePosixPath, PureWindowsPath

from agent.config.office import SHEETS, Office
from agent.model.errors import InputError, SetupError
from agent.model.point import Clock
from spreadsheets.writing.saving import replacing

_ID = re.compile(r"[0-9a-f]{16}")
_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
# Names that Windows keeps for devices, whatever their ending.
_DEVICE = re.compile(r"con|prn|aux|nul|(com|lpt)\d", re.IGNORECASE)
_NOTE, _MAPPING, _SHEET = "recebida.json", "mapeamento.toml", "planilha"
_LONGEST_NAME = 120
_FORGOTTEN_AFTER = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Recebida:
    """A file that was handed in: of which clinic, under which name, by whom, when (ISO).

    `competencia` ("2026-10") is what a person said where the sheet is silent, else "".
    """

    id: str
    clinica: str
    nome: str
    quem: str
    em: str
    competencia: str = ""


class Receiving:
    """The folder where they wait, one folder each; nothing in it is read by anything but the panel."""

    def __init__(self, office: Office, clock: Clock) -> None:
        self._office = office
        self._folder = office.painel / "recebidas"
        self._clock = clock

    def take(self, clinica: str, nome: str, content: bytes, quem: str) -> Recebida:
        """Put a file there. Raises InputError for an empty one, or a name that is no spreadsheet's."""
        if not content:
            raise InputError("o arquivo está vazio.", where=nome, do="Escolha o arquivo de novo.")
        self._forget_old()
        taken = Recebida(secrets.token_hex(8), clinica, sheet_name(nome), quem, self._clock().isoformat())
        file = self.file(taken)
        file.parent.mkdir(parents=True)
        file.write_bytes(content)
        self._note(taken)
        return taken

    def get(self, wanted: str) -> Recebida | None:
        """The one of that id."""
        note = self._folder / wanted / _NOTE
        if not _ID.fullmatch(wanted) or not note.is_file():
            return None
        return Recebida(**json.loads(note.read_text(encoding="utf-8")))

    def all(self) -> list[Recebida]:
        """All that wait, the newest first."""
        return sorted(self._each(), key=lambda taken: taken.em, reverse=True)

    def file(self, taken: Recebida) -> Path:
        """Where the file is, under the name that the clinic gave it."""
        return self._place(taken) / _SHEET / taken.nome

    def mapping(self, taken: Recebida) -> Path | None:
        """The mapping with the answers that were given for it, None before the first one."""
        file = self._place(taken) / _MAPPING
        return file if file.is_file() else None

    def answer(self, taken: Recebida, mapping: str, competencia: str) -> Recebida:
        """Keep what a person answered: the mapping's text, and the month of this sheet."""
        (self._place(taken) / _MAPPING).write_text(mapping, encoding="utf-8")
        told = replace(taken, competencia=competencia)
        self._note(told)
        return told

    def keep(self, taken: Recebida) -> Path:
        """Move it into the clinic's inbox, over a file of the same name. Raises SetupError, WorkbookBusy."""
        target = inbox(self._office, taken.clinica) / taken.nome
        with replacing(target) as part:
            part.write(self.file(taken).read_bytes())
        self.drop(taken)
        return target

    def drop(self, taken: Recebida) -> None:
        """Let it go."""
        shutil.rmtree(self._place(taken))

    def _place(self, taken: Recebida) -> Path:
        return self._folder / taken.id

    def _note(self, taken: Recebida) -> None:
        (self._place(taken) / _NOTE).write_text(json.dumps(asdict(taken), ensure_ascii=False), encoding="utf-8")

    def _each(self) -> Iterator[Recebida]:
        for place in self._folder.iterdir() if self._folder.is_dir() else ():
            if found := self.get(place.name):
                yield found

    def _forget_old(self) -> None:
        for taken in self._each():
            if self._clock() - datetime.fromisoformat(taken.em) > _FORGOTTEN_AFTER:
                self.drop(taken)


def inbox(office: Office, clinica: str) -> Path:
    """The folder that the clinic's spreadsheets are read from. Raises SetupError where the settings name files only."""
    places = office.clinica(clinica).planilhas or (office.entrada(clinica),)
    folders = [office.folder / place for place in places if Path(place).suffix.lower() not in SHEETS]
    if not folders:
        raise SetupError(
            "as planilhas desta clínica são arquivos nomeados nas configurações.",
            where=f"clinicas.{clinica}.planilhas",
            do="Nomeie uma pasta ali, ou grave o arquivo por cima à mão.",
        )
    return folders[0]


def sheet_name(nome: str) -> str:
    """A name for the file that every system can write, without any folder in it. Raises InputError for no sheet."""
    bare = _UNFIT.sub("_", PurePosixPath(PureWindowsPath(nome).name).name).strip(" .")
    suffix = Path(bare).suffix.lower()
    if suffix not in SHEETS or bare.startswith(("~$", ".")):
        raise InputError(
            "pelo nome, não é uma planilha.", where=nome, do=f"Envie o arquivo da clínica: {', '.join(SHEETS)}."
        )
    stem = Path(bare).stem[:_LONGEST_NAME]
    return f"{'_' if _DEVICE.fullmatch(stem) else ''}{stem}{suffix}"
