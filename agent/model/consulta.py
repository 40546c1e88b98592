"""What the portal says of one authorisation when it is asked about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Consulta:
    """The answer in the portal's own words. It names no patient: only what explains why an entry is not taken."""

    numero_autorizacao: str
    situacao: str
    emissao: str
    procedimentos: str

    def __str__(self) -> str:
        parts = (("situação", self.situacao), ("emitida em", self.emissao), ("procedimentos", self.procedimentos))
        return ", ".join(f"{label} {text}" for label, text in parts if text)
