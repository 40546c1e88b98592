"""An Arquivo: a file of billing that a portal was sent, and where the operadora has it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Arquivo:
    """One file as the portal's own history shows it. `lote` is our number, `situacao` the operadora's own word.

    `protocolo` and `lote_operadora` are "" while it has none, as for a file that was refused.
    """

    lote: str
    protocolo: str
    lote_operadora: str
    situacao: str

    @property
    def text(self) -> str:
        """What a person reads of it (pt-BR)."""
        taken = f", protocolo {self.protocolo}" if self.protocolo else ""
        return f"arquivo XML, lote {self.lote}{taken}: {self.situacao}"
