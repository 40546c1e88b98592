"""Lote numbers that are never given twice: each one is reserved by a file of its own before anything is built."""

import os
from pathlib import Path

_DIGITS = 12


class Numeracao:
    """The numbers of one prestador at one operadora, kept in `folder`; safe against two runs at the same time.

    The file's creation is the reservation: the system lets only one of two runs create it, and it is on disk before
    the number is used. A number that was reserved and not used is simply never used.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def reserve(self) -> str:
        """The next number, up to 12 digits without leading zeros. Raises OverflowError after the last one."""
        self._folder.mkdir(parents=True, exist_ok=True)
        number = self._last() + 1
        while True:
            if number >= 10**_DIGITS:
                raise OverflowError(f"acabaram os números de lote em {self._folder}")
            try:
                self._create(number)
            except FileExistsError:
                number += 1
            else:
                return str(number)

    def taken(self, number: str) -> bool:
        """Whether a lote of ours has this number."""
        return number.isdecimal() and (self._folder / f"{int(number):0{_DIGITS}d}.lote").exists()

    def start_after(self, number: int) -> None:
        """Number from here on: what the prestador's former system used is taken."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._create(number)

    def _last(self) -> int:
        return max((int(each.stem) for each in self._folder.glob("*.lote") if each.stem.isdecimal()), default=0)

    def _create(self, number: int) -> None:
        handle = os.open(self._folder / f"{number:0{_DIGITS}d}.lote", os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
