"""Pure: what the operadora says of a refused file, told by the guia, row and cell of the clinic's sheet."""

from portals.grid import folded
from portals.solus.messages import Classe, of, understood
from portals.tiss.critica import Celula, Critica
from portals.tiss.guias import Lote

# What a critique is about, by words in it, and the field of the sheet that it points to.
_CAMPOS = (
    ("carteira", "numero_carteira"),
    ("solicitante", "codigo_conselho"),
    ("taxa ou pacote", "codigo_procedimento"),
    ("quantidade", "quantidade"),
    ("procedimento", "codigo_procedimento"),
)


def told(said: str, lote: Lote, celula: Celula | None) -> str:
    """Each critique with its place. What names no guia of the lote stands as the operadora wrote it."""
    lines = [line.strip() for line in said.replace(". ", ".\n").splitlines()]
    criticas = [_critica(line, lote) for line in lines if line]
    return "; ".join(critica.told(celula) if critica.guia else critica.texto for critica in criticas)


def _critica(line: str, lote: Lote) -> Critica:
    heard = of(Classe.CRITICA, understood([line]))
    number = heard[0].valores.get("guia", "") if heard else ""
    guia = next((guia for guia in lote.guias if guia.numero == number), None)
    if guia is None:
        return Critica(guia="", texto=line)
    texto = line.partition(": ")[2] or line
    campo = next((campo for words, campo in _CAMPOS if words in folded(texto)), "")
    return Critica(guia=number, texto=texto, campo=campo, origem=guia.origem)
