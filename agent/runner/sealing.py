"""The office's evidence as every command opens it: sealed with the vault's key, which is asked for only when needed."""

import os
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from agent.config.office import Office
from agent.ledger.evidence_files import EvidenceFiles

if TYPE_CHECKING:
    from agent.vault.evidence_seal import EvidenceSeal


def evidence_of(office: Office, environ: Mapping[str, str] = os.environ) -> EvidenceFiles:
    """The files of the office's evidence. Nothing is read, no key asked for, before the first file."""
    return EvidenceFiles(office.evidencias, _Seal(office, environ))


class _Seal:
    """The vault's seal, loaded when a file is sealed or opened: most commands touch none."""

    def __init__(self, office: Office, environ: Mapping[str, str]) -> None:
        self._office = office
        self._environ = environ

    def seal(self, name: str, content: bytes) -> bytes:
        return self._own.seal(name, content)

    def open(self, name: str, sealed: bytes) -> bytes:
        return self._own.open(name, sealed)

    @cached_property
    def _own(self) -> "EvidenceSeal":
        from agent.vault.opening import open_seal  # noqa: PLC0415 - cryptography takes a while to load

        return open_seal(self._office, self._environ)
