"""Pure: under which protocolo and in which lote the insurer has what is appealed; what is not known is not made up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from agent.model.arquivo import Arquivo
from agent.model.registro import Movimento
from spreadsheets.writing.pack.report import Conta, Pack


@dataclass(frozen=True, slots=True)
class Place:
    """Where what was glosado stands. "" is a number that is not known, and `porque` (pt-BR) says why.

    `lote` is the number that the clinic gave to the lote where it sent one, else the operadora's.
    """

    protocolo: str = ""
    lote: str = ""
    porque: str = ""


def refused_under(pack: Pack) -> Mapping[int, tuple[str, ...]]:
    """The protocolos of the return lines that refuse something of each entry, by the entry; each once."""
    lines = {line.id: line for line in pack.retornos}
    found: dict[int, dict[str, None]] = {}
    for tie in pack.ligacoes:
        line = lines.get(tie.retorno_id)
        if line is not None and line.protocolo and tie.glosado > 0 and not tie.proposta:
            found.setdefault(tie.conta_id, {})[line.protocolo] = None
    return {conta_id: tuple(protocolos) for conta_id, protocolos in found.items()}


def place_of(
    conta: Conta, told: tuple[str, ...], record: Mapping[str, Movimento], arquivos: Iterable[Arquivo]
) -> Place:
    """The place of an entry: by the lines that refused it (`told`), else by the portal's record, else as it was sent.

    `record` are the rows of the portal's last reading by their number, `arquivos` the files that the access sent.
    """
    row = record.get(conta.movimento)
    if len(told) > 1:
        return Place(porque=f"glosado em mais de um protocolo ({', '.join(told)})")
    protocolo = told[0] if told else (row.protocolo if row else "") or conta.protocolo
    if not protocolo:
        return Place(porque="o livro não sabe em que protocolo foi glosado")
    lote = _lote(protocolo, row, record, arquivos)
    if not lote:
        return Place(protocolo, porque=f"o TISS pede o lote, e o livro não sabe o do protocolo {protocolo}")
    return Place(protocolo, lote)


def _lote(protocolo: str, row: Movimento | None, record: Mapping[str, Movimento], arquivos: Iterable[Arquivo]) -> str:
    """The lote of a protocolo; "" where nothing tells it, or more than one could be meant."""
    here = {row.lote} if row and row.lote and row.protocolo in ("", protocolo) else set[str]()
    theirs = here or {each.lote for each in record.values() if each.lote and each.protocolo == protocolo}
    sent = [each for each in arquivos if each.protocolo == protocolo]
    ours = {each.lote for each in sent if not theirs or each.lote_operadora in ("", *theirs)}
    for lotes in (ours, theirs):
        if lotes:
            return lotes.pop() if len(lotes) == 1 else ""
    return ""
