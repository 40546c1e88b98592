"""What is CASSIND's own in a portal that other operadoras share: the rest of this folder is Solus Web Prestador."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Operadora:
    """One operadora that runs Solus Web Prestador.

    `meses`: how far back Faturamento Simplificado lists. `lote`: the most guias in one protocolo that
    this operadora is asked for at once.
    """

    name: str
    title: str
    meses: int
    lote: int


CASSIND = Operadora(name="cassind", title="CASSIND", meses=3, lote=100)
