"""A critique of a lote, by our own check or the operadora's, told by guia, row and cell of the clinic's sheet."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent.model.lancamento import Origem
from portals.tiss.guias import Guia, GuiaConsulta, GuiaOdonto, Item, Lote, TipoGuia, tipo_of

if TYPE_CHECKING:
    from tiss import Finding

Celula = Callable[[Origem, str], str]

# A check of the package that is wrong for every valid guia of this kind: it looks for elements that odonto has not.
_FALSE_FOR_ODONTO = frozenset({"item.valor_zerado", "guia.executante_ausente"})
_STEP = re.compile(r"(?:ans:)?([\w-]+)(?:\[(\d+)\])?")
_ITEMS = frozenset({"procedimentoExecutado", "procedimentoRealizado"})
_CAMPOS: Mapping[str, str] = {
    "numeroCarteira": "numero_carteira",
    "numeroGuiaOperadora": "numero_autorizacao",
    "senha": "numero_autorizacao",
    "senhaAutorizacao": "numero_autorizacao",
    "guiaSolicInternacao": "numero_autorizacao",
    "codigoProcedimento": "codigo_procedimento",
    "codigoTabela": "codigo_procedimento",
    "dataExecucao": "data",
    "dataAtendimento": "data",
    "dataRealizacao": "data",
    "horaInicial": "hora_inicial",
    "horaFinal": "hora_final",
    "quantidadeExecutada": "quantidade",
    "qtdProc": "quantidade",
    "valorProcedimento": "valor_informado",
    "valorUnitario": "valor_informado",
    "valorTotal": "valor_informado",
    "valorProc": "valor_informado",
    "codDente": "dente",
    "denteFace": "faces",
    "numeroConselhoProfissional": "codigo_conselho",
    "croExec": "codigo_conselho",
    "grauPart": "grau_participacao",
    "grauParticipacao": "grau_participacao",
    "viaAcesso": "via_acesso",
    "diagnostico": "cid",
}


@dataclass(frozen=True, slots=True)
class Critica:
    """What is wrong with one guia, or with the whole lote (`guia` ""). `campo` is the field of the sheet, "" for none.

    `grave`: it must not be sent. `glosa`: the code of table 38 that the operadora would probably give ("" unknown).
    """

    guia: str
    texto: str
    campo: str = ""
    origem: Origem | None = None
    grave: bool = True
    glosa: str = ""

    def told(self, celula: Celula | None = None) -> str:
        """The critique as a person reads it: "guia 12, Consultas!5 (célula C5): …"; `celula` finds the cell."""
        place = [f"guia {self.guia}"] if self.guia else ["lote"]
        if self.origem:
            cell = celula(self.origem, self.campo) if celula and self.campo else ""
            place.append(f"{self.origem} (célula {cell})" if cell else str(self.origem))
        return f"{', '.join(place)}: {self.texto}"


def criticise(xml: bytes, lote: Lote) -> tuple[Critica, ...]:
    """Everything that the standard's XSD and rules find in the message. None of it grave: it may be sent."""
    from tiss import validate  # noqa: PLC0415  # heavy: read when a lote is built

    odonto = tipo_of(lote.guias[0]) is TipoGuia.ODONTO
    report = validate(xml, version=lote.versao)
    found = (each for each in report.findings if not (odonto and each.code in _FALSE_FOR_ODONTO))
    return tuple(_critica(each, lote) for each in found)


def check(xml: bytes) -> tuple[Critica, ...]:
    """What the schema and rules find in a message of any kind that somebody else wrote, by the version it names."""
    from tiss import validate  # noqa: PLC0415  # heavy: read when a file is checked

    report = validate(xml)
    odonto = b"guiaOdonto" in xml
    found = (each for each in report.findings if not (odonto and each.code in _FALSE_FOR_ODONTO))
    return tuple(
        Critica(each.guia or "", each.message, grave=each.severity == "error", glosa=each.glosa or "") for each in found
    )


def graves(criticas: Iterable[Critica]) -> tuple[Critica, ...]:
    """Those that keep a lote here."""
    return tuple(critica for critica in criticas if critica.grave)


def _critica(finding: "Finding", lote: Lote) -> Critica:
    steps = [
        (match[1], int(match[2] or 1)) for match in map(_STEP.fullmatch, (finding.xpath or "").split("/")) if match
    ]
    guia = _guia(steps, finding.guia, lote)
    return Critica(
        guia=guia.numero if guia else "",
        texto=finding.message,
        campo=next((_CAMPOS[name] for name, _ in reversed(steps) if name in _CAMPOS), ""),
        origem=_origem(guia, steps) if guia else None,
        grave=finding.severity == "error",
        glosa=finding.glosa or "",
    )


def _guia(steps: list[tuple[str, int]], number: str | None, lote: Lote) -> Guia | None:
    kinds = {kind.value for kind in TipoGuia}
    place = next((at for name, at in steps if name in kinds), 0)
    if 1 <= place <= len(lote.guias):
        return lote.guias[place - 1]
    return next((guia for guia in lote.guias if guia.numero == number), None)


def _origem(guia: Guia, steps: list[tuple[str, int]]) -> Origem | None:
    """The row of the item that the path leads to, else of the guia."""
    items = _items(guia)
    names = {"procedimentosExecutados"} if isinstance(guia, GuiaOdonto) else _ITEMS
    place = next((at for name, at in steps if name in names), 0)
    item = items[place - 1] if 1 <= place <= len(items) else None
    return (item.origem if item else None) or guia.origem


def _items(guia: Guia) -> list[Item]:
    if isinstance(guia, GuiaConsulta):
        return [guia.item]
    if isinstance(guia, GuiaOdonto):
        return [each.item for each in guia.itens]
    return list(guia.itens)
