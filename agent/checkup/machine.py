"""The machine: room on the disks, a browser that opens, the clock."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from agent.checkup.exam import Finding, Grade
from agent.config.office import Office

_MB = 1024 * 1024
LITTLE, TOO_LITTLE = 2048 * _MB, 300 * _MB
FreeOf = Callable[[Path], int]


def free_bytes(folder: Path) -> int:
    """Room left where `folder` is, or will be."""
    return shutil.disk_usage(next(place for place in (folder, *folder.parents) if place.exists())).free


def disks(office: Office, free_of: FreeOf = free_bytes) -> Iterator[Finding]:
    """Room for the ledger, the journal, the evidence and the copies."""
    places = {"livro": office.livro.parent, "diário": office.diario.parent, "evidências": office.evidencias}
    for name, folder in places.items():
        free = free_of(folder)
        seen = f"{name}: {free // _MB} MB livres em {folder}"
        if free >= LITTLE:
            yield Finding("disco", Grade.BOM, seen)
        else:
            grade = Grade.RUIM if free < TOO_LITTLE else Grade.AVISO
            yield Finding(
                "disco", grade, seen, "Libere espaço, ou leve as cópias e evidências antigas para outro disco."
            )


def writing(office: Office) -> Iterator[Finding]:
    """Whether the office's folders can be written."""
    for folder in (office.livro.parent, office.diario.parent, office.evidencias, office.saida, office.registros):
        probe = folder / ".faturista-doutor"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            probe.write_bytes(b"")
            probe.unlink()
        except OSError as error:
            do = "Dê a quem roda o faturista permissão de escrita nesta pasta."
            yield Finding("pastas", Grade.RUIM, f"{folder} não pode ser gravada ({error.strerror})", do)
            return
    yield Finding("pastas", Grade.BOM, "todas podem ser gravadas")


def browser(start: Callable[[], str]) -> Iterator[Finding]:
    """Whether a browser opens; `start` opens one, closes it and gives its version. Raises BrowserMissing."""
    yield Finding("navegador", Grade.BOM, f"abre, versão {start()}")
