"""The prestador that a statement is written for, by the one number of it that TISS lets a statement tell."""

from portals.tiss.document import Block
from portals.tiss.guias import Contratado

UNTOLD = Contratado()


def read_contratado(block: Block, *path: str) -> Contratado:
    """The number at the end of `path` as what it is: the operadora's own, a CNPJ or a CPF; none where none is told."""
    return Contratado(
        codigo=block.text(*path, "codigoPrestadorNaOperadora"),
        cnpj=block.text(*path, "cnpjContratado"),
        cpf=block.text(*path, "cpfContratado"),
    )
