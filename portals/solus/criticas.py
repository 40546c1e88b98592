"""Pure: what the operadora says of a refused file, told by the guia, row and cell of the clinic's sheet."""

from collections.abc import Sequence

from agent.model.answer import Blocked, Refused
from agent.model.lancamento import Lancamento
from portals.grid import folded
from portals.solus.messages import Classe, of, understood
from portals.tiss.critica import Celula, Critica
from portals.tiss.guias import Lote

# What a critique is about, by words in it, and the field of the sheet that it points to.
_CAMPOS = (
    ("carteira", "numero_carteira"),
    ("cns", "numero_carteira"),
    ("solicitante", "codigo_conselho"),
    ("taxa ou pacote", "codigo_procedimento"),
    ("quantidade", "quantidade"),
    ("procedimento", "codigo_procedimento"),
)


def refused(said: str, lote: Lote, entries: Sequence[Lancamento], celula: Celula | None) -> Refused:
    """Each critique with its place; what names no guia of the lote stands as the operadora wrote it.

    `because`: the entries of the guias that are named, each with its guia's critiques, where nothing else is wrong
    with the file: without them it may be sent again. Empty where anything is said that names no guia.
    """
    lines = [line for text in said.replace(". ", ".\n").splitlines() if (line := text.strip())]
    criticas = [_critica(line, lote) for line in lines]
    text = "; ".join(_told(critica, celula) for critica in criticas)
    elsewhere = any(not critica.guia and not of(Classe.NADA, understood([critica.texto])) for critica in criticas)
    return Refused(text, because=() if elsewhere else _because(criticas, entries, celula))


def _because(criticas: Sequence[Critica], entries: Sequence[Lancamento], celula: Celula | None) -> tuple[Blocked, ...]:
    of_guia: dict[str, list[str]] = {}
    for critica in criticas:
        if critica.guia:
            of_guia.setdefault(critica.guia, []).append(_told(critica, celula))
    return tuple(
        Blocked(entry, Refused("; ".join(of_guia[entry.numero_autorizacao])))
        for entry in entries
        if entry.numero_autorizacao in of_guia
    )


def _told(critica: Critica, celula: Celula | None) -> str:
    return critica.told(celula) if critica.guia else critica.texto


def _critica(line: str, lote: Lote) -> Critica:
    heard = of(Classe.CRITICA, understood([line]))
    number = heard[0].valores.get("guia", "") if heard else ""
    guia = next((guia for guia in lote.guias if guia.numero == number), None)
    if guia is None:
        return Critica(guia="", texto=line)
    texto = line.partition(": ")[2] or line
    campo = next((campo for words, campo in _CAMPOS if words in folded(texto)), "")
    return Critica(guia=number, texto=texto, campo=campo, origem=guia.origem)
